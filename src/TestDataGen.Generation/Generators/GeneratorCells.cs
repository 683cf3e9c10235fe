using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The cells that a generator fills in one call: those of a field in some rows.</summary>
public sealed class GeneratorCells
{
    private readonly Frame _frame;
    private readonly Column _column;
    private readonly ValueCheck _check;
    private readonly GeneratorRow _row;
    private readonly GeneratorRandom _random;
    private int _at;

    internal GeneratorCells(Frame frame, Column column, ValueCheck check, ulong key, IReadOnlyList<object> arguments)
    {
        (_frame, _column, _check, Arguments) = (frame, column, check, arguments);
        _row = new GeneratorRow(frame);
        _random = new GeneratorRandom(key);
    }

    /// <summary>How many cells there are to fill.</summary>
    public int Count => _frame.Count;

    /// <summary>What stands in brackets behind the generator's name; see <see cref="ITdgGenerator.Next"/>.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>The type of the field.</summary>
    public DataType Type => _column.Type;

    /// <summary>The row of a cell. It is the same object each time, so that it is of the cell asked for last.</summary>
    public GeneratorRow Row(int index)
    {
        _row.MoveTo(_at = index);
        return _row;
    }

    /// <summary>The random numbers of a cell, from the first. It is the same object each time, as for <see cref="Row"/>.</summary>
    public GeneratorRandom Random(int index)
    {
        _random.MoveTo(_frame.Draws[_at = index]);
        return _random;
    }

    /// <summary>Fills a cell with a value that is of the field's type or converts to it without loss.</summary>
    /// <exception cref="GenerationException">It is neither, or the field has no room for it.</exception>
    public void Set(int index, object? value)
    {
        _at = index;
        if (_check.Set(_column, index, value) is { } why)
            throw new GenerationException($"{Place}: the generator gives {why}");
    }

    /// <summary>The field and the row of the cell that was spoken of last, for messages.</summary>
    internal string Place => $"{_check.Field}, row {_frame.Rows[_at] + 1}";
}
