namespace TestDataGen.Export;

/// <summary>How a database becomes a <c>.tdg</c> text.</summary>
public readonly record struct ImportOptions
{
    /// <summary>What is usual.</summary>
    public ImportOptions()
    {
    }

    /// <summary>The schema's name; null: the database's.</summary>
    public string? Name { get; init; }

    /// <summary>How many rows the <c>generate</c> block gives a table that is not counted per another.</summary>
    public long Rows { get; init; } = 100;

    /// <summary>Whether small tables that others refer to keep the rows that they hold. These are real data.</summary>
    public bool WithLookupRows { get; init; }
}
