namespace TestDataGen.Generation;

/// <summary>
/// Where a column's values come from: a function of the row's number. A source fills the cells of any rows, near or far from each other, in one call; that is how a
/// child sees its parents' values without their being stored. It has no state but what the plan gave it, so that all threads share it.
/// </summary>
internal abstract class ColumnSource
{
    /// <summary>The source in words, for <c>Get-TdgPlan</c>.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Whether it draws values itself, by <see cref="Frame.Draws"/>, and so anew when a row is tried again. Where it does not, its values belong to the row, or follow
    /// from those of others.
    /// </summary>
    public virtual bool IsDrawn => true;

    /// <summary>Upper bound of the texts' lengths in characters; <see cref="int.MaxValue"/> when unknown. Only for text.</summary>
    public virtual int MaxChars => int.MaxValue;

    /// <summary>About how many bytes a value takes as text.</summary>
    public virtual double AverageBytes => 8;

    /// <summary>Fills the first <see cref="Frame.Count"/> cells of an empty column of the field's type with the values of <see cref="Frame.Rows"/>.</summary>
    public abstract void Fill(Frame frame, Column column);
}
