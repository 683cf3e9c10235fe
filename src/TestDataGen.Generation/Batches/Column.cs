using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The cells of one field in a batch. Sources fill it by span, writers read it by span.</summary>
public abstract class Column
{
    private bool[] _isNull;

    /// <summary>Makes room for <paramref name="capacity"/> cells.</summary>
    protected Column(DataType type, int capacity)
    {
        Type = type;
        Capacity = capacity;
        _isNull = new bool[capacity];
    }

    /// <summary>The type of the values.</summary>
    public DataType Type { get; }

    /// <summary>How many cells there is room for.</summary>
    public int Capacity { get; private set; }

    /// <summary>Whether any cell may be null. When false, <see cref="Nulls"/> is all false.</summary>
    public bool HasNulls { get; private set; }

    /// <summary>Which cells are null. The value of a null cell means nothing.</summary>
    public ReadOnlySpan<bool> Nulls => _isNull;

    /// <summary>Whether a cell is null.</summary>
    public bool IsNull(int index) => HasNulls && _isNull[index];

    /// <summary>Makes a cell null.</summary>
    public void SetNull(int index)
    {
        HasNulls = true;
        _isNull[index] = true;
    }

    /// <summary>Makes a cell one that has a value, which is set apart.</summary>
    public void SetNotNull(int index)
    {
        if (HasNulls)
            _isNull[index] = false;
    }

    /// <summary>Takes all nulls back, before the column is filled anew.</summary>
    public virtual void Clear()
    {
        if (HasNulls)
            Array.Clear(_isNull);
        HasNulls = false;
    }

    /// <summary>Makes room for at least <paramref name="capacity"/> cells; what is in the cells is lost.</summary>
    public void EnsureCapacity(int capacity)
    {
        if (capacity <= Capacity)
            return;
        Capacity = capacity;
        HasNulls = false;
        _isNull = new bool[capacity];
        Resize(capacity);
    }

    /// <summary>Gives the value arrays room for that many cells.</summary>
    protected abstract void Resize(int capacity);

    /// <summary>Copies a cell, null or not, of a column of the same storage.</summary>
    public void Copy(int index, Column source, int sourceIndex)
    {
        if (source.IsNull(sourceIndex))
            SetNull(index);
        else
            CopyValue(index, source, sourceIndex);
    }

    /// <summary>Copies a cell's value that is not null.</summary>
    protected abstract void CopyValue(int index, Column source, int sourceIndex);

    /// <summary>A column for values of a type.</summary>
    public static Column Create(DataType type, int capacity) => StorageOf(type) switch
    {
        Storage.Int64 => new Int64Column(type, capacity),
        Storage.Double => new DoubleColumn(type, capacity),
        Storage.Decimal => new DecimalColumn(type, capacity),
        Storage.Guid => new GuidColumn(type, capacity),
        _ => new BytesColumn(type, capacity),
    };

    /// <summary>How values of a field's type are stored.</summary>
    public static Storage StorageOf(DataType type) => type.Kind switch
    {
        TypeKind.Decimal => type.Precision is > 0 and <= 18 ? Storage.Int64 : Storage.Decimal,
        TypeKind.Float or TypeKind.Double => Storage.Double,
        TypeKind.Uuid => Storage.Guid,
        TypeKind.String or TypeKind.Text or TypeKind.Json or TypeKind.Binary => Storage.Bytes,
        _ => Storage.Int64,
    };
}
