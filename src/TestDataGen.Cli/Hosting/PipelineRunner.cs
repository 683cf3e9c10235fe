using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace TestDataGen.Cli;

/// <summary>Runs PowerShell in this process, with the module loaded and output as in <c>pwsh</c>.</summary>
internal static class PipelineRunner
{
    /// <summary>Runs a pipeline, or any script text.</summary>
    /// <returns>The exit code: that of <c>exit</c>; 1 when there was an error; 130 when stopped.</returns>
    public static int RunPipeline(string text, CancellationToken cancellation) => Run(powerShell => powerShell.AddScript(text), cancellation);

    /// <summary>Runs a script file.</summary>
    public static int RunScript(string path, string[] arguments, CancellationToken cancellation) => Run(
        powerShell =>
        {
            powerShell.AddCommand(path);
            foreach (string argument in arguments)
                powerShell.AddArgument(argument);
        },
        cancellation);

    private static int Run(Action<PowerShell> addCommands, CancellationToken cancellation)
    {
        string module = ModuleLocation.Find();
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        var host = new ConsoleHost();
        using Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        if (!Invoke(runspace, host, powerShell => powerShell.AddCommand("Import-Module").AddParameter("Name", module).AddParameter("ErrorAction", "Stop"), cancellation))
            return ExitCode.Failure;
        bool isSuccess = Invoke(runspace, host, addCommands, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return host.ExitCode ?? (isSuccess && !host.HasErrors ? ExitCode.Success : ExitCode.Failure);
    }

    private static bool Invoke(Runspace runspace, ConsoleHost host, Action<PowerShell> addCommands, CancellationToken cancellation)
    {
        using PowerShell powerShell = PowerShell.Create(runspace);
        addCommands(powerShell);
        // As in pwsh: errors go through the same formatting as output, and from there to the error stream.
        powerShell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        powerShell.AddCommand("Out-Default");
        using CancellationTokenRegistration registration = cancellation.Register(() => powerShell.BeginStop(null, null));
        try
        {
            powerShell.Invoke();
            return true;
        }
        catch (PipelineStoppedException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
        catch (RuntimeException e)
        {
            Show(runspace, host, e.ErrorRecord);
            return false;
        }
    }

    private static void Show(Runspace runspace, ConsoleHost host, ErrorRecord error)
    {
        using PowerShell powerShell = PowerShell.Create(runspace);
        var shown = new PSObject(error);
        // Out-Default takes an object so marked for an error.
        shown.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        powerShell.AddCommand("Out-Default").AddParameter("InputObject", shown);
        try
        {
            powerShell.Invoke();
        }
        catch (RuntimeException)
        {
            host.UI.WriteErrorLine(error.ToString());
        }
    }
}
