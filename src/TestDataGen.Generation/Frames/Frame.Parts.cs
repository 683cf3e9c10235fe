namespace TestDataGen.Generation;

/// <content>Some rows of a frame by themselves: a branch, a step of a series, a try.</content>
internal sealed partial class Frame
{
    private readonly Dictionary<int, Frame> _subsets = [];
    private long[] _draws = [];
    private long _salt;
    private Frame? _origin;
    private int[] _originIndexes = [];
    private readonly Dictionary<RunningGroup, RunningChain> _chains = [];
    private readonly Dictionary<CheckGroup, CheckRoom> _checkRooms = [];
    private bool _isStep;
    private int[] _chainPlaces = [];

    /// <summary>Whether this is a try (<see cref="Trial"/>): its random cells are those of the try, and not those that the rows have in the end.</summary>
    public bool IsTrial { get; private set; }

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
}
