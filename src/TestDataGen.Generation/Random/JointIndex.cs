namespace TestDataGen.Generation;

/// <summary>
/// One column's part of a combination that no two rows share: the row's place in a permutation of all combinations, read as a number with a digit a column.
/// </summary>
/// <param name="permutation">Over the product of all the columns' sizes.</param>
/// <param name="divisor">The product of the sizes of the columns before this one.</param>
/// <param name="size">This column's size.</param>
internal sealed class JointIndex(Permutation permutation, ulong divisor, ulong size) : IRowIndex
{
    public bool IsDrawn => false;

    public ulong At(long row) => permutation.At((ulong)row) / divisor % size;
}
