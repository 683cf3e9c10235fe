using System.Collections.Concurrent;
using System.Management.Automation;

namespace TestDataGen.Generators;

/// <summary>The runspaces in which the scripts of one run are executed: as many as threads fill rows at the same time, closed when the run is over.</summary>
internal sealed class ScriptPool(PSLanguageMode languageMode, CancellationToken stopped) : IDisposable
{
    private readonly ConcurrentBag<ScriptRunspace> _idle = [];

    // What a script reads may be another script's value, or the same one's in a parent: that runs within it.
    private readonly ThreadLocal<ScriptRunspace?> _current = new();

    /// <summary>Does work in a runspace that nobody else uses meanwhile.</summary>
    public T Run<T>(ScriptGenerator generator, Func<BoundScript, T> work)
    {
        if (_current.Value is { } current)
            return work(current.Script(generator));
        if (!_idle.TryTake(out ScriptRunspace? runspace))
            runspace = new ScriptRunspace(languageMode, stopped);
        _current.Value = runspace;
        try
        {
            return runspace.Run(() => work(runspace.Script(generator)));
        }
        finally
        {
            _current.Value = null;
            _idle.Add(runspace);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out ScriptRunspace? runspace))
            runspace.Dispose();
        _current.Dispose();
    }
}
