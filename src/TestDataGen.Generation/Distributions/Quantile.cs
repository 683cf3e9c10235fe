namespace TestDataGen.Generation;

/// <summary>A distribution by its quantile function: the value below which a share u of all values lies.</summary>
internal abstract class Quantile
{
    /// <summary>The value at u, over 0 and under 1; never falls as u grows.</summary>
    public abstract double Of(double u);
}
