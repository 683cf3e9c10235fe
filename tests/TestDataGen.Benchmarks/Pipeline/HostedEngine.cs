using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace TestDataGen.Benchmarks.Pipeline;

/// <summary>A PowerShell engine with the built module and the two empty cmdlets.</summary>
internal sealed class HostedEngine : IDisposable
{
    private readonly Runspace _runspace;

    public HostedEngine(string modulePath)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Send-Object", typeof(SendObjectCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Receive-Object", typeof(ReceiveObjectCommand), null));
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Run("Import-Module $args[0]", modulePath);
    }

    /// <summary>Keeps a value for later scripts.</summary>
    public void Set(string name, object value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs a script to its end.</summary>
    /// <exception cref="InvalidOperationException">The script wrote an error.</exception>
    public Collection<PSObject> Run(string script, params object[] arguments)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (object argument in arguments)
            shell.AddArgument(argument);
        Collection<PSObject> output = shell.Invoke();
        return shell.HadErrors ? throw new InvalidOperationException($"`{script}` failed: {shell.Streams.Error.FirstOrDefault()}") : output;
    }

    /// <summary>How long a script takes.</summary>
    public double Time(string script, params object[] arguments)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        Run(script, arguments);
        return watch.Elapsed.TotalSeconds;
    }

    public void Dispose() => _runspace.Dispose();
}
