using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column of UUIDs.</summary>
public sealed class GuidColumn(DataType type, int capacity) : Column(type, capacity)
{
    private Guid[] _values = new Guid[capacity];

    /// <summary>The cells, as many as there is room for.</summary>
    public Span<Guid> Values => _values;

    /// <inheritdoc/>
    protected override void Resize(int capacity) => _values = new Guid[capacity];

    /// <inheritdoc/>
    protected override void CopyValue(int index, Column source, int sourceIndex) =>
        _values[index] = ((GuidColumn)source)._values[sourceIndex];
}
