using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using Shell = System.Management.Automation.PowerShell;

namespace TestDataGen.Tests.Hosting;

/// <summary>
/// A PowerShell engine with its core commands only and, unless asked otherwise, the built module. Its current location is a folder of its own that goes with it.
/// </summary>
internal sealed class Engine : IDisposable
{
    private static readonly object Opening = new();
    private readonly Runspace _runspace;

    public Engine(bool withModule = true, PSHost? host = null)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        Folder = TemporaryFolder();
        // The engine's drives are not ready for a second runspace that opens at the same time.
        lock (Opening)
        {
            _runspace.Open();
            _runspace.SessionStateProxy.Path.SetLocation(Folder);
        }

        if (withModule)
            Run("Import-Module $args[0]", Repository.Module);
    }

    /// <summary>The engine's current location.</summary>
    public string Folder { get; }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Copies one of the tests' schemas into the engine's folder.</summary>
    public string Schema(string name)
    {
        File.Copy(Repository.Schema(name), PathOf(name));
        return PathOf(name);
    }

    /// <summary>The files in the engine's folder and below, by their names from there with slashes.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Runs a script; what it writes to the other streams can be had too.</summary>
    public Outcome Try(string script, params object?[] arguments)
    {
        using Shell shell = Create(script, arguments);
        PSObject[] output = [];
        ErrorRecord[] thrown = [];
        try
        {
            output = [.. shell.Invoke()];
        }
        catch (RuntimeException exception)
        {
            thrown = [exception.ErrorRecord];
        }

        return new Outcome(output, [.. shell.Streams.Error, .. thrown], [.. shell.Streams.Warning.Select(w => w.Message)], [.. shell.Streams.Progress]);
    }

    /// <summary>Runs a script in which no error is expected.</summary>
    public IReadOnlyList<PSObject> Run(string script, params object?[] arguments)
    {
        Outcome outcome = Try(script, arguments);
        Assert.True(outcome.Errors.Count == 0, $"{script}{Environment.NewLine}{string.Join(Environment.NewLine, outcome.Errors)}");
        return outcome.Output;
    }

    /// <summary>Runs a script that gives one value.</summary>
    public T One<T>(string script, params object?[] arguments) => LanguagePrimitives.ConvertTo<T>(Assert.Single(Run(script, arguments)).BaseObject);

    /// <summary>A script ready to be started, for tests that stop it.</summary>
    public Shell Create(string script, params object?[] arguments)
    {
        Shell shell = Shell.Create(_runspace).AddScript(script);
        foreach (object? argument in arguments)
            shell.AddArgument(argument);
        return shell;
    }

    /// <summary>What completion offers at the end of a line.</summary>
    public IReadOnlyList<string> Complete(string line)
    {
        using Shell shell = Shell.Create(_runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches.Select(m => m.CompletionText)];
    }

    public void Dispose()
    {
        _runspace.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    // The system's temporary folder may be behind a link, and PowerShell shows the real place.
    private static string TemporaryFolder()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tdg-");
        return folder.Parent?.ResolveLinkTarget(returnFinalTarget: true) is { } real ? Path.Combine(real.FullName, folder.Name) : folder.FullName;
    }
}
