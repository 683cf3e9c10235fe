namespace TestDataGen.Language;

/// <summary>How many children a parent row has.</summary>
public abstract record CountDraw
{
    /// <summary>The least number of them, as far as the text says.</summary>
    public abstract long Min { get; }

    /// <summary>The greatest number; null: the text names none.</summary>
    public abstract long? Max { get; }
}

/// <summary><c>n</c> or <c>a..b</c>: each number from Low to High as likely as another.</summary>
public sealed record UniformCount(long Low, long High) : CountDraw
{
    /// <inheritdoc/>
    public override long Min => Low;

    /// <inheritdoc/>
    public override long? Max => High;
}

/// <summary><c>{0: 20%, 1..5: 60%, 6..50: 20%}</c>: a range by its weight, then a number of it.</summary>
/// <param name="Ranges">At least one.</param>
/// <param name="Weights">As many as ranges, none negative, not all 0.</param>
public sealed record WeightedCount(IReadOnlyList<UniformCount> Ranges, IReadOnlyList<double> Weights) : CountDraw
{
    /// <inheritdoc/>
    public override long Min => Ranges.Min(r => r.Low);

    /// <inheritdoc/>
    public override long? Max => Ranges.Max(r => r.High);
}

/// <summary><c>poisson(3)</c> or <c>zipf(1.2, 100)</c>.</summary>
public sealed record DistributedCount(DistributionSource Distribution) : CountDraw
{
    /// <inheritdoc/>
    public override long Min => Distribution.Name == "zipf" ? 1 : 0;

    /// <inheritdoc/>
    public override long? Max => Distribution is { Name: "zipf", Arguments: [_, var count] } ? (long)count : null;
}

/// <summary>A number that each parent row says by an expression of its fields; null and what is under 0 mean none.</summary>
/// <param name="Expression">Of the parent's row; a whole number.</param>
/// <param name="Owner">Stands for the number of the table's rows, by a field without a name, where an expression wants an owner.</param>
public sealed record ComputedCount(Expression Expression, Field Owner) : CountDraw
{
    /// <inheritdoc/>
    public override long Min => 0;

    /// <inheritdoc/>
    public override long? Max => null;
}
