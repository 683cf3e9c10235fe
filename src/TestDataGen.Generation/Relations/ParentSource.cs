namespace TestDataGen.Generation;

/// <summary>Which parent row a row points at: a function of the row's number.</summary>
internal abstract class ParentSource
{
    /// <summary>The relation in words, for <c>Get-TdgPlan</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Gives the parent's row for each of the rows, from 0; not yet -1 for null.</summary>
    public abstract void Fill(ReadOnlySpan<long> rows, Span<long> parentRows);
}
