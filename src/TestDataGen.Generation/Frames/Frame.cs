using System.Diagnostics;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Some rows of a table and what has been computed of them: columns, their parents' frames, intermediate values. A batch is the frame of rows that follow each
/// other; a child's parents are the frame of the rows it points at, whose cells are computed again and not stored. A frame and all below it belong to one thread
/// at a time and are used again for the next batch.
/// </summary>
internal sealed partial class Frame
{
    private readonly Column?[] _columns;
    private readonly bool[] _isFilled;
    private readonly List<int> _filling = [];
    private Column?[] _intermediates;
    private long[] _rows = [];

    /// <summary>An empty frame of a table.</summary>
    public Frame(TablePlan table)
    {
        Table = table;
        int fields = table.Table.Fields.Count;
        int references = table.Table.References.Count;
        _columns = new Column?[fields];
        _isFilled = new bool[fields];
        _parents = new Frame?[references];
        _hasParent = new bool[references];
        _places = new int[]?[references];
        _isCompact = new bool[references];
        _intermediates = new Column?[table.NodeCount];
    }

    /// <summary>The table.</summary>
    public TablePlan Table { get; }

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows' numbers in the table, from 0.</summary>
    public ReadOnlySpan<long> Rows => _rows.AsSpan(0, Count);

    /// <summary>
    /// What random draws count by: the rows' numbers, or where a row is tried again (<see cref="Retry"/>) other numbers that stand for the row and the try. What
    /// belongs to the row whatever is drawn, such as its key, goes by <see cref="Rows"/>.
    /// </summary>
    public ReadOnlySpan<long> Draws => _salt == 0 ? Rows : _draws.AsSpan(0, Count);

    /// <summary>Fills every column for the rows <paramref name="first"/>, <paramref name="first"/> + 1, …</summary>
    /// <returns>The columns as a batch, which stays valid until this frame is used again.</returns>
    public RowBatch FillRange(long first, int count) => FillRange(null, first, count);

    /// <summary>Fills every column for some rows of a set, or where there is none of the table.</summary>
    /// <returns>As <see cref="FillRange(long, int)"/>.</returns>
    public RowBatch FillRange(RowSet? rows, long first, int count)
    {
        PointAt(rows, first, count);
        for (int i = 0; i < _columns.Length; i++)
            Column(i);
        return ToBatch(_columns!);
    }

    /// <summary>Makes this the frame of the rows <paramref name="first"/>, <paramref name="first"/> + 1, … of which nothing is computed yet.</summary>
    public void PointAt(long first, int count)
    {
        Reset(count);
        for (int i = 0; i < count; i++)
            _rows[i] = first + i;
    }

    /// <summary>Makes this the frame of some rows of a set, or where there is none of the table, of which nothing is computed yet.</summary>
    public void PointAt(RowSet? rows, long first, int count)
    {
        if (rows is null)
        {
            PointAt(first, count);
            return;
        }

        Reset(count);
        rows.CopyTo(first, _rows.AsSpan(0, count));
    }

    /// <summary>Makes this the frame of some rows of which nothing is computed yet.</summary>
    public void PointAt(ReadOnlySpan<long> rows)
    {
        Reset(rows.Length);
        rows.CopyTo(_rows);
    }

    /// <summary>How long a field's source takes for some rows, as <see cref="PointAt(RowSet?, long, int)"/> takes them, without the time for what it reads.</summary>
    public TimeSpan Measure(int field, RowSet? rows, long first, int count)
    {
        PointAt(rows, first, count);
        Column(field);
        Column again = Generation.Column.Create(Table.Table.Fields[field].Type, count);
        long start = Stopwatch.GetTimestamp();
        Fill(field, again);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The column of a field, filled for all rows of this frame.</summary>
    public Column Column(int field)
    {
        if (_isFilled[field])
            return _columns[field]!;
        Column column = Open(field);
        if (_origin is { } origin && origin._isFilled[field])
        {
            Column from = origin._columns[field]!;
            for (int i = 0; i < Count; i++)
                column.Copy(i, from, _originIndexes[i]);
        }
        else if (Count > 0)
        {
            // A way of references to the table itself ends where no row is left.
            Fill(field, column);
        }

        _isFilled[field] = true;
        return column;
    }

    // Expressions in a circle are found when the schema is bound; what a generator reads shows only here.
    private void Fill(int field, Column column)
    {
        // A step of a series is another row than that whose fields are being filled.
        for (Frame? at = this; at is not null && at._salt == _salt && at.IsTrial == IsTrial; at = at._isStep ? null : at._origin)
        {
            if (at._filling.Contains(field))
                throw new GenerationException($"Fields of {Table.Table.Name} need each other in a circle, by what their generators read: {Way(field)}.");
        }

        _filling.Add(field);
        try
        {
            Table.Sources[field].Fill(this, column);
        }
        finally
        {
            _filling.Remove(field);
        }
    }

    private string Way(int field)
    {
        IEnumerable<int> way = [field];
        for (Frame? at = this; at is not null; at = at._origin)
            way = at._filling.Concat(way);
        return string.Join(" → ", way.SkipWhile(f => f != field).Select(f => Table.Table.Fields[f].Name));
    }

    /// <summary>Room for the values of a node of an expression; empty of nulls.</summary>
    public Column Intermediate(int node, DataType type)
    {
        // A frame of the planning may be older than the last expressions of its table.
        if (node >= _intermediates.Length)
            Array.Resize(ref _intermediates, Table.NodeCount);
        Column column = _intermediates[node] ??= Generation.Column.Create(type, _rows.Length);
        column.EnsureCapacity(_rows.Length);
        column.Clear();
        return column;
    }

    /// <summary>The column of a node if it was made before with room for this frame's rows: for constants, which are filled once.</summary>
    public Column? Constant(int node) => node < _intermediates.Length && _intermediates[node] is { } column && column.Capacity >= _rows.Length ? column : null;

    /// <summary>Whether a field's column is filled.</summary>
    public bool IsFilled(int field) => _isFilled[field];

    /// <summary>A field's column, empty, to be filled by who asks and then closed.</summary>
    public Column Open(int field)
    {
        Column column = _columns[field] ??= Generation.Column.Create(Table.Table.Fields[field].Type, _rows.Length);
        column.EnsureCapacity(_rows.Length);
        column.Clear();
        _isFilled[field] = false;
        return column;
    }

    /// <summary>Says that a column is filled.</summary>
    public void Close(int field) => _isFilled[field] = true;

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
        _origin = null;
        _salt = 0;
        Chain = null;
        _isStep = false;
        _hasChildIndexes = false;
        IsTrial = false;
    }
}
