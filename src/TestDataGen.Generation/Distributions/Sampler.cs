namespace TestDataGen.Generation;

/// <summary>A distribution within a field's bounds, in the form in which the field's column keeps its values.</summary>
internal abstract class Sampler
{
    /// <summary>Which share of the distribution lies within the bounds.</summary>
    public abstract double Share { get; }

    /// <summary>The value of a cell of a floating-point column or of a decimal of more than 18 digits.</summary>
    public abstract double Real(ref RandomDraws draws);

    /// <summary>The stored number of a cell of any other column.</summary>
    public abstract long Stored(ref RandomDraws draws);
}
