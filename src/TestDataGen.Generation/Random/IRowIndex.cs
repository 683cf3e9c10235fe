namespace TestDataGen.Generation;

/// <summary>Which element of a domain a row takes: by chance, each at most once, or together with another column.</summary>
internal interface IRowIndex
{
    /// <summary>Whether it is drawn, by <see cref="Frame.Draws"/>, and so anew when a row is tried again; otherwise it belongs to the row.</summary>
    bool IsDrawn { get; }

    /// <summary>The element's number, below the domain's size.</summary>
    ulong At(long row);
}
