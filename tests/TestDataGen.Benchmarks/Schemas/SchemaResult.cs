namespace TestDataGen.Benchmarks.Schemas;

/// <summary>What came of one schema.</summary>
internal sealed record SchemaResult(string Name, string Server)
{
    /// <summary>The server's version; empty: there was none.</summary>
    public string Version { get; init; } = "";

    /// <summary>The tables that the schema has.</summary>
    public int Tables { get; init; }

    /// <summary>Those of them that get no rows; the notes say why.</summary>
    public int LeftOut { get; init; }

    public long Asked { get; init; }

    public long Loaded { get; init; }

    public long Rejected { get; init; }

    /// <summary>How many constraints of the schema did not hold in the loaded rows.</summary>
    public int Broken { get; init; }

    /// <summary>How many statements the script has that was written of it; 0: rows went into a server.</summary>
    public int Statements { get; init; }

    public double Seconds { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it came to nothing; null: it did not.</summary>
    public string? Failure { get; init; }
}
