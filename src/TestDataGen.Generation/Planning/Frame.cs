using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Some rows of a table and what has been computed of them: columns, their parents' frames, intermediate values. A batch is the frame of rows that follow each
/// other; a child's parents are the frame of the rows it points at, whose cells are computed again and not stored. A frame and all below it belong to one thread
/// at a time and are used again for the next batch.
/// </summary>
internal sealed class Frame
{
    private readonly Column?[] _columns;
    private readonly bool[] _isFilled;
    private readonly Frame?[] _parents;
    private readonly bool[] _hasParent;
    private readonly Column?[] _intermediates;
    private readonly Dictionary<int, Frame> _subsets = [];
    private long[] _rows = [];
    private Frame? _origin;
    private int[] _originIndexes = [];
    private bool[] _missing = [];

    /// <summary>An empty frame of a table.</summary>
    public Frame(TablePlan table)
    {
        Table = table;
        int fields = table.Table.Fields.Count;
        _columns = new Column?[fields];
        _isFilled = new bool[fields];
        _parents = new Frame?[fields];
        _hasParent = new bool[fields];
        _intermediates = new Column?[table.NodeCount];
    }

    /// <summary>The table.</summary>
    public TablePlan Table { get; }

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows' numbers in the table, from 0.</summary>
    public ReadOnlySpan<long> Rows => _rows.AsSpan(0, Count);

    /// <summary>Where a frame of parents has no parent (a null reference): row 0 stands there, and its values mean nothing.</summary>
    public bool[]? Missing { get; private set; }

    /// <summary>Fills every column for the rows <paramref name="first"/>, <paramref name="first"/> + 1, …</summary>
    /// <returns>The columns as a batch, which stays valid until this frame is used again.</returns>
    public RowBatch FillRange(long first, int count)
    {
        Reset(count);
        for (int i = 0; i < count; i++)
            _rows[i] = first + i;
        for (int i = 0; i < _columns.Length; i++)
            Column(i);
        return ToBatch(_columns!);
    }

    /// <summary>The column of a field, filled for all rows of this frame.</summary>
    public Column Column(int field)
    {
        if (_isFilled[field])
            return _columns[field]!;
        Field definition = Table.Table.Fields[field];
        Column column = _columns[field] ??= Generation.Column.Create(definition.Type, _rows.Length);
        column.EnsureCapacity(_rows.Length);
        column.Clear();
        if (_origin is { } origin && origin._isFilled[field])
        {
            Column from = origin._columns[field]!;
            for (int i = 0; i < Count; i++)
                column.Copy(i, from, _originIndexes[i]);
        }
        else
        {
            Table.Sources[field].Fill(this, column);
        }

        _isFilled[field] = true;
        return column;
    }

    /// <summary>The frame of the parents that a reference field points at, a row for each row of this frame.</summary>
    public Frame Parent(int field)
    {
        if (_hasParent[field])
            return _parents[field]!;
        TablePlan parentTable = Table.Parents[field]!.Table;
        Frame parent = _parents[field] ??= new Frame(parentTable);
        parent.Reset(Count);
        Table.Parents[field]!.Fill(Rows, parent._rows.AsSpan(0, Count), out bool anyMissing);
        if (anyMissing)
        {
            if (parent._missing.Length < Count)
                parent._missing = new bool[parent._rows.Length];
            for (int i = 0; i < Count; i++)
            {
                parent._missing[i] = parent._rows[i] < 0;
                if (parent._missing[i])
                    parent._rows[i] = 0;
            }

            parent.Missing = parent._missing;
        }

        _hasParent[field] = true;
        return parent;
    }

    /// <summary>Room for the values of a node of an expression; empty of nulls.</summary>
    public Column Intermediate(int node, DataType type)
    {
        Column column = _intermediates[node] ??= Generation.Column.Create(type, _rows.Length);
        column.EnsureCapacity(_rows.Length);
        column.Clear();
        return column;
    }

    /// <summary>The column of a node if it was made before with room for this frame's rows: for constants, which are filled once.</summary>
    public Column? Constant(int node) => _intermediates[node] is { } column && column.Capacity >= _rows.Length ? column : null;

    /// <summary>The frame of some of these rows: a branch of an <c>if</c> is evaluated for the rows that take it and no others.</summary>
    /// <param name="node">The node that asks; each has a frame of its own.</param>
    /// <param name="indexes">Places in this frame, ascending; the array is kept until the next call.</param>
    /// <param name="count">How many of them.</param>
    public Frame Subset(int node, int[] indexes, int count)
    {
        if (!_subsets.TryGetValue(node, out Frame? subset))
            _subsets.Add(node, subset = new Frame(Table));
        subset.Reset(count);
        subset._origin = this;
        subset._originIndexes = indexes;
        for (int i = 0; i < count; i++)
            subset._rows[i] = _rows[indexes[i]];
        return subset;
    }

    /// <summary>Gives the columns away: the batch is the reader's to keep, and this frame makes new ones.</summary>
    public RowBatch Detach()
    {
        RowBatch batch = ToBatch([.. _columns!]);
        for (int i = 0; i < _columns.Length; i++)
        {
            // The next batch's texts will be about as long: with room from the start, its heap is not copied as it grows.
            _columns[i] = _columns[i] is BytesColumn bytes ? new BytesColumn(bytes.Type, bytes.Capacity, bytes.HeapCapacity) : null;
            _isFilled[i] = false;
        }

        return batch;
    }

    private RowBatch ToBatch(Column[] columns) => new(Table.Table, columns) { FirstRow = Count == 0 ? 0 : _rows[0], Count = Count };

    private void Reset(int count)
    {
        Count = count;
        if (_rows.Length < count)
            _rows = new long[Math.Max(count, Math.Min(RowBatch.MaxRows, count * 2))];
        Array.Clear(_isFilled);
        Array.Clear(_hasParent);
        Missing = null;
        _origin = null;
    }
}
