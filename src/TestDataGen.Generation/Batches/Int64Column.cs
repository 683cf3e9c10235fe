using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column stored as 64-bit integers; see <see cref="Storage.Int64"/> for what they mean by type.</summary>
public sealed class Int64Column(DataType type, int capacity) : Column(type, capacity)
{
    private long[] _values = new long[capacity];

    /// <summary>The cells, as many as there is room for.</summary>
    public Span<long> Values => _values;

    /// <inheritdoc/>
    protected override void Resize(int capacity) => _values = new long[capacity];

    /// <inheritdoc/>
    protected override void CopyValue(int index, Column source, int sourceIndex) =>
        _values[index] = ((Int64Column)source)._values[sourceIndex];
}
