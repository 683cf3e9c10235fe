namespace TestDataGen.Generation;

/// <summary>Which parent row a row points at: a function of the row's number.</summary>
internal abstract class ParentSource
{
    /// <summary>The relation in words, for <c>Get-TdgPlan</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Gives the parent's row, from 0, for each row of a frame; -1 where the source itself knows of none.</summary>
    public abstract void Fill(Frame frame, Span<long> parentRows);
}
