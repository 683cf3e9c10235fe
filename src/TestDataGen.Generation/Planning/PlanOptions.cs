namespace TestDataGen.Generation;

/// <summary>What a run asks for, over what the schema's profile says.</summary>
public sealed record PlanOptions
{
    /// <summary>Rows of every table that is not counted per parent; null: the profile's numbers, or 100.</summary>
    public long? Count { get; init; }

    /// <summary>Rows by table name, over everything else, also over a count per parent.</summary>
    public IReadOnlyDictionary<string, long> TableCounts { get; init; } = new Dictionary<string, long>();

    /// <summary>Names of the tables wanted; empty: all. The others are still planned, since keys point at them.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>
    /// The slice wanted: rows as <c>TABLE [where CONDITION]</c>. The run has those, all that hangs on them (their children by any reference, and their children's) and
    /// everything that these rows need (their parents, and their parents'); empty: all rows.
    /// </summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The named profile to run; null: the one without a name.</summary>
    public string? Profile { get; init; }

    /// <summary>Seed; null: the profile's, or 0.</summary>
    public long? Seed { get; init; }

    /// <summary>Locale; null: the profile's, or <c>en</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The clock; null: the profile's, or midnight (UTC) of the current day.</summary>
    public DateTime? Now { get; init; }

    /// <summary>The rows of the database that the new ones join: keys go on behind theirs, unique values avoid theirs; null: there is none.</summary>
    public IExistingRows? Existing { get; init; }

    /// <summary>The own generators of the session by name, without regard to case.</summary>
    public IReadOnlyDictionary<string, ITdgGenerator> Generators { get; init; } = new Dictionary<string, ITdgGenerator>();

    /// <summary>Which part of each table, from 1 to <see cref="PartitionCount"/>.</summary>
    public int Partition { get; init; } = 1;

    /// <summary>Into how many parts the rows of each table are divided; of a slice, its rows.</summary>
    public int PartitionCount { get; init; } = 1;
}
