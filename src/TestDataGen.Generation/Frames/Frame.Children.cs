namespace TestDataGen.Generation;

/// <content>What a frame knows of the children of its rows, and of its rows as children.</content>
internal sealed partial class Frame
{
    private readonly Dictionary<ChildCounts, Frame?> _scratches = [];
    private readonly Dictionary<TablePlan, Frame> _children = [];
    private (long[] Rows, int[] Owners)? _childRoom;
    private (long[] Firsts, long[] Sizes) _childRanges = ([], []);
    private long[] _childIndexes = [];
    private bool _hasChildIndexes;
    private int[] _rowsBefore = [];

    /// <summary>A frame in which counts compute what they need of their parents; null where they need nothing.</summary>
    public Frame? ScratchOf(ChildCounts counts)
    {
        if (!_scratches.TryGetValue(counts, out Frame? scratch))
            _scratches.Add(counts, scratch = counts.CreateScratch());
        return scratch;
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

    /// <summary>Gives each row's number among the children of its parent, from 0, counted on behind those that a database holds.</summary>
    public void CopyChildNumbers(Span<long> numbers)
    {
        ReadOnlySpan<long> indexes = ChildIndexes;
        indexes.CopyTo(numbers);
        if (Table.ExistingChildren is not { } existing)
            return;
        long[] parents = System.Buffers.ArrayPool<long>.Shared.Rent(Count);
        Table.Children!.Locate(ScratchOf(Table.Children), Rows, parents, []);
        for (int i = 0; i < indexes.Length; i++)
            numbers[i] += existing[parents[i]];
        System.Buffers.ArrayPool<long>.Shared.Return(parents);
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
}
