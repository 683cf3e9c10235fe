namespace TestDataGen.Generation;

/// <summary>Which parent row a row points at: a function of the row's number.</summary>
internal abstract class ParentSource
{
    /// <summary>The relation in words, for <c>Get-TdgPlan</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Whether the parent is drawn, by <see cref="Frame.Draws"/>, and so anew when a row is tried again; otherwise it belongs to the row.</summary>
    public virtual bool IsDrawn => true;

    /// <summary>Gives the parent's row, from 0, for each row of a frame; -1 where there is none to be had.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="draws">What random draws count by, one for each row.</param>
    /// <param name="parentRows">Takes the parents.</param>
    public abstract void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows);
}
