using System.ComponentModel;
using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary>What all cmdlets share: Ctrl+C cancels a token that every call below takes, and what is open is closed however the pipeline ends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TdgCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>Cancelled by Ctrl+C.</summary>
    protected CancellationToken Stopped => _stopped.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopped.Cancel();

    /// <summary>Called by the engine when the pipeline has ended, in whatever way.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what is open.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stopped.Dispose();
    }

    /// <summary>The database that a cmdlet's parameters name. Files are found from PowerShell's location, which is not the process's folder.</summary>
    private protected DatabaseTarget TargetOf(ConnectionParameters connection) =>
        Guard(() => connection.Target(ParameterSetName, SessionState.Path.CurrentFileSystemLocation.ProviderPath), MyInvocation.MyCommand.Name);

    /// <summary>Does work that may fail as data and disks do, and turns its failure into a terminating error that says what to do.</summary>
    /// <param name="work">The work.</param>
    /// <param name="target">What the user's command was about: the error's target.</param>
    private protected void Guard(Action work, object? target)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (Failure.TryDescribe(exception, target, out ErrorRecord? error))
        {
            ThrowTerminatingError(error!);
        }
    }

    /// <inheritdoc cref="Guard(Action, object?)"/>
    private protected T Guard<T>(Func<T> work, object? target)
    {
        T result = default!;
        Guard(() => { result = work(); }, target);
        return result;
    }
}
