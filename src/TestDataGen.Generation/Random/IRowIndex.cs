namespace TestDataGen.Generation;

/// <summary>Which element of a domain a row takes: by chance, each at most once, or together with another column.</summary>
internal interface IRowIndex
{
    /// <summary>The element's number, below the domain's size.</summary>
    ulong At(long row);
}
