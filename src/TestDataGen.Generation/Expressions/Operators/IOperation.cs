namespace TestDataGen.Generation;

/// <summary>An operator between two values; a struct, so that the loop over the cells is compiled for it.</summary>
internal interface IOperation<TIn, TOut>
{
    /// <summary>The operator; may throw <see cref="OverflowException"/> or <see cref="DivideByZeroException"/>.</summary>
    static abstract TOut Apply(TIn left, TIn right);
}
