using System.Diagnostics;
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
    private readonly List<int> _filling = [];
    private readonly Frame?[] _parents;
    private readonly bool[] _hasParent;
    private readonly int[]?[] _places;
    private readonly bool[] _isCompact;
    private Column?[] _intermediates;
    private readonly Dictionary<int, Frame> _subsets = [];
    private readonly Dictionary<ChildCounts, Frame?> _scratches = [];
    private readonly Dictionary<TablePlan, Frame> _children = [];
    private (long[] Rows, int[] Owners)? _childRoom;
    private (long[] Firsts, long[] Sizes) _childRanges = ([], []);
    private long[] _rows = [];
    private long[] _draws = [];
    private long _salt;
    private Frame? _origin;
    private int[] _originIndexes = [];
    private long[] _childIndexes = [];
    private bool _hasChildIndexes;
    private int[] _rowsBefore = [];
    private readonly Dictionary<RunningGroup, RunningChain> _chains = [];
    private readonly Dictionary<CheckGroup, CheckRoom> _checkRooms = [];
    private bool _isStep;
    private int[] _chainPlaces = [];

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

    /// <summary>Whether this is a try (<see cref="Trial"/>): its random cells are those of the try, and not those that the rows have in the end.</summary>
    public bool IsTrial { get; private set; }

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

    /// <summary>A frame in which counts compute what they need of their parents; null where they need nothing.</summary>
    public Frame? ScratchOf(ChildCounts counts)
    {
        if (!_scratches.TryGetValue(counts, out Frame? scratch))
            _scratches.Add(counts, scratch = counts.CreateScratch());
        return scratch;
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

    /// <summary>
    /// The frame of the parents that a reference points at. <paramref name="places"/> says where in it the parent of each row of this frame stands, -1 for a row
    /// without a parent; null: there is one for each, in order.
    /// </summary>
    public Frame Parent(int reference, out int[]? places)
    {
        // The steps of a series are small: what they need of their parents is computed for all of them.
        if (!_hasParent[reference] && Chain is { } chain && _origin is { } origin && (IsTrial || (origin._salt == _salt && !chain.Group.Chooses(reference))))
            return ParentOfOrigin(origin, reference, out places);
        // A try of a row has the row above it that its parents' try has.
        if (!_hasParent[reference] && IsTrial && _origin is { IsTrial: true } && Table.Table.References[reference] is { IsSelf: true, Condition: null })
            return ParentOfOrigin(_origin, reference, out places);
        if (!_hasParent[reference] && SharesParent(reference))
            return ParentOfOrigin(_origin!, reference, out places);
        if (!_hasParent[reference] && !IsTrial && Count > 0 && Table.GroupOfReference[reference] is { } checks)
            checks.Settle(this);
        if (!_hasParent[reference])
        {
            ParentLink link = Table.Parents[reference]!;
            Frame parent = _parents[reference] ??= new Frame(link.Table);
            parent.Reset(Count);
            link.Fill(this, parent._rows.AsSpan(0, Count));
            Compact(reference, parent, link.MayRepeat);
            // What a check tries anew is not the parts of a row.
            if (link.IsSameRow && !IsTrial)
                parent.Salt(_salt);
        }

        places = _isCompact[reference] ? _places[reference] : null;
        return _parents[reference]!;
    }

    // What is there is taken. And where a table refers to itself, each part of a frame with parents of its own would have parts with parents again: twice as many with
    // every step up.
    private bool SharesParent(int reference) => _origin is { } origin && Chain is null && origin._salt == _salt && origin.IsTrial == IsTrial
        && (origin._hasParent[reference] || Table.Parents[reference]!.Table == Table);

    private Frame ParentOfOrigin(Frame origin, int reference, out int[] places)
    {
        Frame parent = origin.Parent(reference, out int[]? ofOrigin);
        if (_places[reference] is not { } room || room.Length < Count)
            _places[reference] = room = new int[_rows.Length];
        for (int i = 0; i < Count; i++)
            room[i] = ofOrigin is null ? _originIndexes[i] : ofOrigin[_originIndexes[i]];
        places = room;
        return parent;
    }

    /// <summary>Lets a reference of this frame point at the parents given, -1 for none, and not at those that its plan says.</summary>
    public void SetParent(int reference, ReadOnlySpan<long> rows)
    {
        Frame parent = _parents[reference] ??= new Frame(Table.Parents[reference]!.Table);
        parent.Reset(Count);
        rows[..Count].CopyTo(parent._rows);
        Compact(reference, parent, mayRepeat: false);
    }

    // Rows without a parent take no place in the parents' frame, and siblings in a row share one.
    private void Compact(int reference, Frame parent, bool mayRepeat)
    {
        _hasParent[reference] = true;
        long[] rows = parent._rows;
        int first = 0;
        while (first < Count && rows[first] >= 0 && !(mayRepeat && first > 0 && rows[first] == rows[first - 1]))
            first++;
        _isCompact[reference] = first < Count;
        if (first == Count)
            return;
        if (_places[reference] is not { } places || places.Length < Count)
            _places[reference] = places = new int[_rows.Length];
        int used = first;
        for (int i = 0; i < first; i++)
            places[i] = i;
        for (int i = first; i < Count; i++)
        {
            long row = rows[i];
            if (row < 0)
            {
                places[i] = -1;
                continue;
            }

            if (!mayRepeat || used == 0 || rows[used - 1] != row)
                rows[used++] = row;
            places[i] = used - 1;
        }

        parent.Count = used;
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
        subset.Salt(_salt);
        subset.Chain = Chain;
        if (Chain is not null)
        {
            if (subset._chainPlaces.Length < count)
                subset._chainPlaces = new int[subset._rows.Length];
            for (int i = 0; i < count; i++)
                subset._chainPlaces[i] = _chainPlaces[indexes[i]];
        }

        subset.IsTrial = IsTrial;
        return subset;
    }

    /// <summary>The frame of one row of each of some series, whose rows before are at hand.</summary>
    /// <param name="node">As for <see cref="Subset"/>.</param>
    /// <param name="indexes">As for <see cref="Subset"/>.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="chain">The series, parts of this frame.</param>
    public Frame Step(int node, int[] indexes, int count, RunningChain chain)
    {
        Frame step = Subset(node, indexes, count);
        step.Chain = chain;
        step._chainPlaces = indexes;
        step._isStep = true;
        return step;
    }

    /// <summary>The series of which these rows are a step; null where they are none.</summary>
    public RunningChain? Chain { get; private set; }

    /// <summary>Where in the frame of the series each row stands.</summary>
    public ReadOnlySpan<int> ChainPlaces => _chainPlaces.AsSpan(0, Count);

    /// <summary>Whether these rows are tried again.</summary>
    public bool IsRetry => _salt != 0;

    /// <summary>What a group of running fields keeps while it computes them for this frame.</summary>
    public RunningChain ChainOf(RunningGroup group)
    {
        if (!_chains.TryGetValue(group, out RunningChain? chain))
            _chains.Add(group, chain = new RunningChain(group));
        return chain;
    }

    /// <summary>Room for settling this frame's rows.</summary>
    public CheckRoom RoomOf(CheckGroup group)
    {
        if (!_checkRooms.TryGetValue(group, out CheckRoom? room))
            _checkRooms.Add(group, room = new CheckRoom());
        return room;
    }

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

    /// <summary>Copies a field from the frame that this is a part of; false where it is no part of one.</summary>
    public bool CopyFromOrigin(int field, Column target)
    {
        if (_origin is null || _origin._salt != _salt || _origin.IsTrial != IsTrial)
            return false;
        Column column = _origin.Column(field);
        for (int i = 0; i < Count; i++)
            target.Copy(i, column, _originIndexes[i]);
        return true;
    }

    /// <summary>Each row's number among the children of its parent, from 0, in a table that is counted per parent.</summary>
    public ReadOnlySpan<long> ChildIndexes
    {
        get
        {
            if (!_hasChildIndexes)
            {
                if (_childIndexes.Length < Count)
                    _childIndexes = new long[_rows.Length];
                if (_origin is { } origin)
                {
                    ReadOnlySpan<long> indexes = origin.ChildIndexes;
                    for (int i = 0; i < Count; i++)
                        _childIndexes[i] = indexes[_originIndexes[i]];
                }
                else
                {
                    ChildCounts children = Table.Children!;
                    children.Locate(ScratchOf(children), Rows, [], _childIndexes);
                }

                _hasChildIndexes = true;
            }

            return _childIndexes.AsSpan(0, Count);
        }
    }

    /// <summary>Stands for a row before that is the row before in this frame, too.</summary>
    public const int InFrame = -1;

    /// <summary>Stands for no row before: the row is its parent's first child.</summary>
    public const int Nowhere = -2;

    /// <summary>The frame of the rows before these that are not in this frame themselves.</summary>
    /// <param name="places">Where in it the row before each row stands, or <see cref="InFrame"/>, or <see cref="Nowhere"/>.</param>
    public Frame RowsBefore(out int[] places)
    {
        if (_rowsBefore.Length < Count)
            _rowsBefore = new int[_rows.Length];
        ReadOnlySpan<long> indexes = ChildIndexes;
        long[] rows = System.Buffers.ArrayPool<long>.Shared.Rent(Count);
        int used = 0;
        for (int i = 0; i < Count; i++)
        {
            if (indexes[i] == 0)
                _rowsBefore[i] = Nowhere;
            else if (i > 0 && _rows[i - 1] == _rows[i] - 1 && _salt == 0)
                _rowsBefore[i] = InFrame;
            else
            {
                rows[used] = _rows[i] - 1;
                _rowsBefore[i] = used++;
            }
        }

        Frame others = Children(Table, rows.AsSpan(0, used));
        System.Buffers.ArrayPool<long>.Shared.Return(rows);
        places = _rowsBefore;
        return others;
    }

    /// <summary>Room for the first child of each row and the number of its children.</summary>
    public (long[] Firsts, long[] Sizes) ChildRanges
    {
        get
        {
            if (_childRanges.Firsts.Length < Count)
                _childRanges = (new long[_rows.Length], new long[_rows.Length]);
            return _childRanges;
        }
    }

    /// <summary>Room for the numbers of a batch of children and for their parents' places in this frame.</summary>
    public (long[] Rows, int[] Owners) ChildRoom => _childRoom ??= (new long[RowBatch.MaxRows], new int[RowBatch.MaxRows]);

    /// <summary>The frame of some children of these rows, as large as a batch at the most. What was computed of the same children before is still there.</summary>
    public Frame Children(TablePlan table, ReadOnlySpan<long> rows)
    {
        if (!_children.TryGetValue(table, out Frame? children))
            _children.Add(table, children = new Frame(table));
        if (children.Count != rows.Length || !rows.SequenceEqual(children.Rows))
            children.PointAt(rows);
        return children;
    }

    /// <summary>The frame of the elements of arrays of these rows, as large as a batch at the most; what is random in them is drawn as in these rows.</summary>
    public Frame Elements(TablePlan table, ReadOnlySpan<long> rows)
    {
        if (!_children.TryGetValue(table, out Frame? elements))
            _children.Add(table, elements = new Frame(table));
        elements.Reset(rows.Length);
        rows.CopyTo(elements._rows);
        elements.Salt(_salt);
        return elements;
    }

    /// <summary>The frame of some of these rows, of which all that is random is drawn anew.</summary>
    /// <param name="node">As for <see cref="Subset"/>.</param>
    /// <param name="indexes">As for <see cref="Subset"/>.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="attempt">Which try, from 1; 0 draws what the rows themselves draw.</param>
    public Frame Retry(int node, int[] indexes, int count, int attempt)
    {
        Frame retry = Subset(node, indexes, count);
        if (attempt > 0)
            retry.Salt((_salt * 4099) + attempt);
        return retry;
    }

    /// <summary>As <see cref="Retry"/>, for checks: the cells that they ask to be drawn together are those of this try.</summary>
    public Frame Trial(int node, int[] indexes, int count, int attempt)
    {
        Frame trial = Retry(node, indexes, count, attempt);
        trial.IsTrial = true;
        return trial;
    }

    // A try's draws count from a place far from the rows' own: what is there is another row's at worst, which does no harm.
    private void Salt(long salt)
    {
        _salt = salt;
        if (salt == 0)
            return;
        if (_draws.Length < _rows.Length)
            _draws = new long[_rows.Length];
        for (int i = 0; i < Count; i++)
            _draws[i] = Salted(_rows[i], salt);
    }

    /// <summary>What a row's draws count by in its <paramref name="salt"/>-th try; 0 are its own.</summary>
    public static long Salted(long row, long salt) =>
        (row + (long)(unchecked((ulong)salt * 0x9E3779B97F4A7C15) >> 16)) & ((PlanLimits.MaxRows * 2) - 1);

    /// <summary>Follows a way of references.</summary>
    /// <param name="path">Their numbers.</param>
    /// <param name="at">Takes for each row of this frame its place in the frame at the end, -1 where a reference on the way is null.</param>
    /// <returns>The frame at the end.</returns>
    public Frame Walk(ReadOnlySpan<int> path, Span<int> at)
    {
        for (int i = 0; i < Count; i++)
            at[i] = i;
        Frame end = this;
        foreach (int step in path)
        {
            end = end.Parent(step, out int[]? places);
            if (places is null)
                continue;
            for (int i = 0; i < Count; i++)
            {
                if (at[i] >= 0)
                    at[i] = places[at[i]];
            }
        }

        return end;
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
        _origin = null;
        _salt = 0;
        Chain = null;
        _isStep = false;
        _hasChildIndexes = false;
        IsTrial = false;
    }
}
