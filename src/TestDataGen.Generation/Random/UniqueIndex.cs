namespace TestDataGen.Generation;

/// <summary>No element twice.</summary>
internal sealed class UniqueIndex(Permutation permutation) : IRowIndex
{
    public bool IsDrawn => false;

    public ulong At(long row) => permutation.At((ulong)row);
}
