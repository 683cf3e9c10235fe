using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary>Runs PowerShell in this process, with the module loaded and output as in <c>pwsh</c>.</summary>
internal static class PipelineRunner
{
    /// <summary>Runs a pipeline, or any script text.</summary>
    /// <returns>The exit code: that of <c>exit</c>; 1 when there was an error; 130 when stopped.</returns>
    public static int RunPipeline(string text, CancellationToken cancellation) => Run(
        powerShell =>
        {
            // The engine says less of a text that ends too early than its parser does.
            Parser.ParseInput(text, out _, out ParseError[] errors);
            if (errors.Length > 0)
                throw new ParseException(errors);
            powerShell.AddScript(text);
        },
        cancellation);

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
        string? missing = null;
        runspace.SessionStateProxy.InvokeCommand.CommandNotFoundAction = (_, command) => missing ??= command.CommandName;
        bool isSuccess = Invoke(runspace, host, addCommands, cancellation);
        if (missing is not null && host.HasErrors)
            host.UI.WriteErrorLine(AdviceFor(runspace, missing));
        cancellation.ThrowIfCancellationRequested();
        return host.ExitCode ?? (isSuccess && !host.HasErrors ? ExitCode.Success : ExitCode.Failure);
    }

    private static bool Invoke(Runspace runspace, ConsoleHost host, Action<PowerShell> addCommands, CancellationToken cancellation)
    {
        using PowerShell powerShell = PowerShell.Create(runspace);
        using CancellationTokenRegistration registration = cancellation.Register(() => powerShell.BeginStop(null, null));
        try
        {
            addCommands(powerShell);
            // As in pwsh: errors go through the same formatting as output, and from there to the error stream.
            powerShell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            powerShell.AddCommand("Out-Default");
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

    private static string AdviceFor(Runspace runspace, string missing)
    {
        using PowerShell powerShell = PowerShell.Create(runspace);
        powerShell.AddCommand("Get-Command").AddParameter("CommandType", CommandTypes.Cmdlet);
        return Nearest.Hint(missing, powerShell.Invoke<CommandInfo>().Select(c => c.Name))
            ?? $"tdg run has PowerShell's core commands and those of TestDataGen only; for {missing} use PowerShell 7.4 or later.";
    }

    private static void Show(Runspace runspace, ConsoleHost host, ErrorRecord error)
    {
        using PowerShell powerShell = PowerShell.Create(runspace);
        powerShell.AddCommand("Out-Default").AddParameter("InputObject", error);
        try
        {
            // To Out-Default this is an object as any other; only the engine itself can mark one as written to the error stream.
            host.IsShowingError = true;
            powerShell.Invoke();
        }
        catch (RuntimeException)
        {
            host.UI.WriteErrorLine(error.ToString());
        }
        finally
        {
            host.IsShowingError = false;
        }
    }
}
