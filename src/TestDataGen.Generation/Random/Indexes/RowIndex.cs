namespace TestDataGen.Generation;

/// <summary>Which element of a counted set each row takes: by chance, each at most once, or together with another column.</summary>
internal abstract class RowIndex
{
    /// <summary>Whether the element is drawn, by <see cref="Frame.Draws"/>, and so anew when a row is tried again; otherwise it belongs to the row.</summary>
    public virtual bool IsDrawn => true;

    /// <summary>Gives the element's number, below the set's size, for each row of a frame.</summary>
    public abstract void Fill(Frame frame, Span<long> elements);
}
