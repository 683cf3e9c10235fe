namespace TestDataGen.Generation;

/// <summary>Any element, as likely as another.</summary>
internal sealed class RandomIndex(ulong size, ulong key) : IRowIndex
{
    public bool IsDrawn => true;

    public ulong At(long row) => Squares.Below(Squares.AtRow(key, row), size);
}
