using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Runtime.ExceptionServices;
using TestDataGen.Generation;

namespace TestDataGen.Generators;

/// <summary>A generator's script in one runspace.</summary>
internal sealed class BoundScript(ScriptBlock script)
{
    private object?[] _values = [];
    private IReadOnlyList<object>? _arguments;
    private GeneratorRow? _row;
    private Exception? _failure;

    public object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments)
    {
        // All that stays the same from row to row is prepared once.
        if (_row != row || _arguments != arguments)
        {
            (_row, _arguments) = (row, arguments);
            _values = [new ScriptRow(row, e => _failure ??= e), random, .. arguments.Select(Seen)];
        }

        // It may be in the middle of a value already, and read this one of a parent.
        Exception? before = _failure;
        _failure = null;
        try
        {
            object? output = Invoke();
            // What the script read may have failed in its turn, and then that is what went wrong.
            if (_failure is not null)
                ExceptionDispatchInfo.Throw(_failure);
            return Single(output);
        }
        finally
        {
            _failure = before;
        }
    }

    private object? Invoke()
    {
        try
        {
            return script.InvokeReturnAsIs(_values);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            _failure ??= Failure(e);
            return null;
        }
    }

    // As in a row of the pipeline.
    private static object Seen(object argument) => argument switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        TimeOnly time => time.ToTimeSpan(),
        _ => argument,
    };

    private static object? Single(object? output)
    {
        if (output == AutomationNull.Value)
            return null;
        object? value = output is PSObject wrapped ? wrapped.BaseObject : output;
        if (value is not object[] many)
            return value;
        object?[] values = [.. many.Select(v => v is PSObject o ? o.BaseObject : v)];
        // Bytes come out of a script one by one.
        return values.All(v => v is byte)
            ? values.Cast<byte>().ToArray()
            : throw new InvalidOperationException($"The script gives {many.Length} values, not one. Keep what is not the value from the output: $null = ….");
    }

    private static InvalidOperationException Failure(RuntimeException exception)
    {
        int line = exception.ErrorRecord?.InvocationInfo?.ScriptLineNumber ?? 0;
        string message = exception.InnerException is { } inner && exception is MethodInvocationException ? inner.Message : exception.Message;
        return new InvalidOperationException(line > 0 ? $"{message} (line {line} of its script)" : message, exception);
    }
}
