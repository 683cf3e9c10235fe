using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.ExceptionServices;

namespace TestDataGen.Generators;

/// <summary>A runspace with the engine's core commands, in which scripts run on the thread that fills the rows.</summary>
internal sealed class ScriptRunspace : IDisposable
{
    private static readonly object Opening = new();
    private readonly Runspace _runspace;
    private readonly CancellationToken _stopped;
    private readonly Dictionary<ScriptGenerator, BoundScript> _scripts = [];

    public ScriptRunspace(PSLanguageMode languageMode, CancellationToken stopped)
    {
        _stopped = stopped;
        InitialSessionState state = InitialSessionState.CreateDefault2();
        // A script gets no rights here that it does not have in the session.
        state.LanguageMode = languageMode;
        // Any error ends the value, and with it the run: data made beside errors would be wrong data.
        state.Variables.Add(new SessionStateVariableEntry("ErrorActionPreference", ActionPreference.Stop, null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        // The engine's drives are not ready for a second runspace that opens at the same time.
        lock (Opening)
            _runspace.Open();
        using var shell = PowerShell.Create();
        shell.Runspace = _runspace;
        // A variable of the caller, which the script can't see, is an error and not silently null; in strings too, from version 2 on.
        shell.AddScript("Set-StrictMode -Version 2").Invoke();
    }

    /// <summary>A generator's script, made anew from its text.</summary>
    public BoundScript Script(ScriptGenerator generator)
    {
        if (!_scripts.TryGetValue(generator, out BoundScript? script))
            _scripts.Add(generator, script = new BoundScript(ScriptBlock.Create(generator.Text)));
        return script;
    }

    /// <summary>Does work as a pipeline of this runspace, so that Ctrl+C stops it in the middle of a script.</summary>
    public T Run<T>(Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        Action run = () =>
        {
            CultureInfo culture = CultureInfo.CurrentCulture;
            // '{0:N2}' is the same on every machine.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            try
            {
                result = work();
            }
#pragma warning disable CA1031 // It is thrown again outside of the pipeline, which would dress it up as an error of a method call.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }
        };
        using var shell = PowerShell.Create();
        shell.Runspace = _runspace;
        shell.AddScript("param($Work) $Work.Invoke()").AddArgument(run);
        using (_stopped.Register(() => shell.BeginStop(null, null)))
        {
            try
            {
                _stopped.ThrowIfCancellationRequested();
                shell.Invoke();
            }
            catch (PipelineStoppedException)
            {
                // Said below.
            }
        }

        _stopped.ThrowIfCancellationRequested();
        failure?.Throw();
        return result;
    }

    public void Dispose() => _runspace.Dispose();
}
