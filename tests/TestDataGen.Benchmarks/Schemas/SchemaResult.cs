namespace TestDataGen.Benchmarks.Schemas;

/// <summary>What came of one schema.</summary>
internal sealed record SchemaResult(string Name, string Server)
{
    public int Tables { get; init; }

    public long Asked { get; init; }

    public long Loaded { get; init; }

    public long Rejected { get; init; }

    public double Seconds { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it came to nothing; null: it did not.</summary>
    public string? Failure { get; init; }
}
