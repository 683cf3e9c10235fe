namespace TestDataGen.Generation;

/// <summary>Between which values a distribution is drawn, and how they are stored.</summary>
/// <param name="Min">Least value, or minus infinity.</param>
/// <param name="Max">Greatest value, or infinity.</param>
/// <param name="Least">Least stored number, where the column keeps 64-bit integers.</param>
/// <param name="Greatest">Greatest stored number.</param>
/// <param name="Factor">What a value is multiplied by to be such a number: 10^scale for decimals; 0 where the column keeps others.</param>
/// <param name="IsClamped">Whether a value outside is moved to the bound; otherwise the distribution is cut there, and nothing piles up.</param>
internal readonly record struct SampleBounds(double Min, double Max, long Least, long Greatest, long Factor, bool IsClamped)
{
    /// <summary>Half the step between two values: a value stands for all that is rounded to it.</summary>
    public double HalfStep => Factor == 0 ? 0 : 0.5 / Factor;
}
