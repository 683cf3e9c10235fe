namespace TestDataGen.Generation;

/// <summary>Room for settling the rows of a frame. Frames settle within each other, so that each keeps its own.</summary>
internal sealed class CheckRoom
{
    /// <summary>The rows that have not met their checks yet, by their places in the frame.</summary>
    public int[] Open { get; private set; } = [];

    /// <summary>The same rows, by their places in the frame of their parents' tries.</summary>
    public int[] InUpper { get; private set; } = [];

    /// <summary>Which of the rows that are tried fail.</summary>
    public bool[] Fails { get; private set; } = [];

    /// <summary>The parents of the rows, one reference after the other.</summary>
    public long[] Parents { get; private set; } = [];

    /// <summary>The columns to be filled; null: is filled.</summary>
    public Column?[] Columns { get; private set; } = [];

    private int[] _copy = [];

    /// <summary>A copy of the open rows, in which each has its place as <see cref="InUpper"/>.</summary>
    public int[] CopyOpen(int count)
    {
        Open.AsSpan(0, count).CopyTo(_copy);
        for (int i = 0; i < count; i++)
            InUpper[i] = i;
        return _copy;
    }

    /// <summary>Makes room for that many rows.</summary>
    public void Ensure(int rows, int references, int fields)
    {
        if (Open.Length < rows)
            (Open, InUpper, _copy, Fails, Parents) = (new int[rows], new int[rows], new int[rows], new bool[rows], new long[rows * references]);
        if (Columns.Length < fields)
            Columns = new Column?[fields];
    }
}
