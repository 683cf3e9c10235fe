using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column whose values all have one size.</summary>
/// <typeparam name="T">How a value is stored.</typeparam>
public abstract class ValueColumn<T> : Column
    where T : struct
{
    private T[] _values;

    /// <summary>Makes room for <paramref name="capacity"/> cells.</summary>
    protected ValueColumn(DataType type, int capacity)
        : base(type, capacity) => _values = new T[capacity];

    /// <summary>The cells, as many as there is room for.</summary>
    public Span<T> Values => _values;

    /// <inheritdoc/>
    protected override void Resize(int capacity) => _values = new T[capacity];

    /// <inheritdoc/>
    protected override void CopyValue(int index, Column source, int sourceIndex) =>
        _values[index] = ((ValueColumn<T>)source)._values[sourceIndex];
}
