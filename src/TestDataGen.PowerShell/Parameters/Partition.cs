namespace TestDataGen;

/// <summary>One of several parts into which the rows of each table are divided.</summary>
/// <param name="Part">Which part, from 1.</param>
/// <param name="Count">How many parts.</param>
public sealed record Partition(int Part, int Count)
{
    /// <summary>As it is written: <c>2/4</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Part}/{Count}");
}
