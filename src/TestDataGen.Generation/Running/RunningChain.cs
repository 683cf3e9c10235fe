namespace TestDataGen.Generation;

/// <summary>The rows of a frame as pieces of series, while a <see cref="RunningGroup"/> computes its fields for them.</summary>
internal sealed class RunningChain(RunningGroup group)
{
    private const int Follows = -1;
    private const int First = -2;
    private readonly Column[] _carry = group.CreateColumns(1);
    private Column[] _seeds = group.CreateColumns(0);
    private int[] _before = [];
    private int[] _starts = [];
    private int[] _ends = [];
    private int _series;
    private int _step;
    private long[] _seedRows = [];
    private long[] _seedIndexes = [];
    private int[] _slots = [];
    private int[] _marks = [];
    private int _marked;
    private int _taken;
    private Frame? _walk;
    private long[]? _walkRows;

    /// <summary>The fields that run.</summary>
    public RunningGroup Group => group;

    /// <summary>The fields' columns in the frame.</summary>
    public Column[] Values { get; } = new Column[group.CreateColumns(0).Length];

    /// <summary>The places in the frame of the rows of a step, ascending.</summary>
    public int[] StepPlaces { get; private set; } = [];

    /// <summary>A frame for the rows before a frame's, which are computed again.</summary>
    public Frame Walk => _walk ??= new Frame(group.Table);

    /// <summary>Room for their numbers.</summary>
    public long[] WalkRows => _walkRows ??= new long[RowBatch.MaxRows];

    /// <summary>The values of the last row of a piece of them.</summary>
    public Column[] Carry => _carry;

    /// <summary>Parts the frame into series: the rows that follow each other among the children of one parent.</summary>
    /// <returns>How many series begin behind their first child, so that they need the values of the row before: their seeds.</returns>
    public int FindStarts(Frame frame)
    {
        int count = frame.Count;
        if (_before.Length < count)
            (_before, _starts, _ends, StepPlaces, _seedRows) = (new int[count], new int[count], new int[count], new int[count], new long[count]);
        ReadOnlySpan<long> rows = frame.Rows;
        ReadOnlySpan<long> indexes = frame.ChildIndexes;
        int seeds = 0;
        _series = 0;
        _step = 0;
        for (int i = 0; i < count; i++)
        {
            // The row before one that is tried again is that row as it is, not as it is tried.
            if (i > 0 && indexes[i] > 0 && rows[i - 1] == rows[i] - 1 && !frame.IsRetry)
            {
                _before[i] = Follows;
                _ends[_series - 1] = i + 1;
                continue;
            }

            _before[i] = indexes[i] == 0 ? First : seeds;
            if (indexes[i] > 0)
                _seedRows[seeds++] = rows[i] - 1;
            _starts[_series] = i;
            _ends[_series++] = i + 1;
        }

        if (seeds > 0)
        {
            foreach (Column column in _seeds)
            {
                column.EnsureCapacity(seeds);
                column.Clear();
            }
        }

        return seeds;
    }

    /// <summary>Goes on to the next row of each series.</summary>
    /// <returns>How many series have one; their places are in <see cref="StepPlaces"/>.</returns>
    public int NextStep()
    {
        int count = 0;
        for (int s = 0; s < _series; s++)
        {
            int at = _starts[s] + _step;
            if (at >= _ends[s])
                continue;
            (_starts[count], _ends[count]) = (_starts[s], _ends[s]);
            StepPlaces[count++] = at;
        }

        _series = count;
        _step++;
        return count;
    }

    /// <summary>Copies a field's value in the row before; null before the first.</summary>
    /// <param name="field">The field's place in the group.</param>
    /// <param name="place">The row's place in the frame.</param>
    /// <param name="target">Takes the value.</param>
    /// <param name="index">Its place there.</param>
    public void CopyPrevious(int field, int place, Column target, int index)
    {
        int before = _before[place];
        if (before == Follows)
            target.Copy(index, Values[field], place - 1);
        else if (before == First)
            target.SetNull(index);
        else
            target.Copy(index, _seeds[field], before);
    }

    /// <summary>Sets the values before a series.</summary>
    public void SetSeed(int slot, Column[] values, int index)
    {
        for (int k = 0; k < _seeds.Length; k++)
            _seeds[k].Copy(slot, values[k], index);
    }

    /// <summary>The rows whose values are the seeds, ascending, and their numbers among their siblings.</summary>
    public void SortSeeds(int count, out ReadOnlySpan<long> rows, out ReadOnlySpan<long> indexes)
    {
        if (_slots.Length < count)
            (_slots, _marks, _seedIndexes) = (new int[count], new int[count], new long[count]);
        for (int k = 0; k < count; k++)
            _slots[k] = k;
        Array.Sort(_seedRows, _slots, 0, count);
        ChildCounts children = group.Table.Children!;
        children.Locate(Walk.ScratchOf(children), _seedRows.AsSpan(0, count), [], _seedIndexes);
        (_marked, _taken) = (0, 0);
        rows = _seedRows.AsSpan(0, count);
        indexes = _seedIndexes.AsSpan(0, count);
    }

    /// <summary>Says where the next of the sorted seeds will be computed: at a place of the piece at hand; -1: it is what was carried to it.</summary>
    public void Mark(int seed, int place)
    {
        if (place < 0)
            SetSeed(_slots[seed], _carry, 0);
        _marks[seed] = place;
        _marked = seed + 1;
    }

    /// <summary>Takes the seeds that were marked from the piece that was computed.</summary>
    public void TakeMarked(Column[] values)
    {
        for (; _taken < _marked; _taken++)
        {
            if (_marks[_taken] >= 0)
                SetSeed(_slots[_taken], values, _marks[_taken]);
        }
    }
}
