using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column of floating-point numbers.</summary>
public sealed class DoubleColumn(DataType type, int capacity) : Column(type, capacity)
{
    private double[] _values = new double[capacity];

    /// <summary>The cells, as many as there is room for.</summary>
    public Span<double> Values => _values;

    /// <inheritdoc/>
    protected override void Resize(int capacity) => _values = new double[capacity];

    /// <inheritdoc/>
    protected override void CopyValue(int index, Column source, int sourceIndex) =>
        _values[index] = ((DoubleColumn)source)._values[sourceIndex];
}
