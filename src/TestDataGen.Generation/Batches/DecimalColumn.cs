using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column of decimals that do not fit 64 bits.</summary>
public sealed class DecimalColumn(DataType type, int capacity) : Column(type, capacity)
{
    private decimal[] _values = new decimal[capacity];

    /// <summary>The cells, as many as there is room for.</summary>
    public Span<decimal> Values => _values;

    /// <inheritdoc/>
    protected override void Resize(int capacity) => _values = new decimal[capacity];

    /// <inheritdoc/>
    protected override void CopyValue(int index, Column source, int sourceIndex) =>
        _values[index] = ((DecimalColumn)source)._values[sourceIndex];
}
