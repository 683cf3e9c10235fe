namespace TestDataGen.Export;

/// <summary>How rows are loaded into a database.</summary>
public readonly record struct LoadOptions
{
    /// <summary>What is usual: missing tables are created, all rows go in or none.</summary>
    public LoadOptions()
    {
    }

    /// <summary>Which tables are created.</summary>
    public TableCreation CreateTable { get; init; } = TableCreation.Missing;

    /// <summary>Whether the tables are emptied first, children before their parents.</summary>
    public bool Truncate { get; init; }

    /// <summary>What happens to a row whose key is there. All but <see cref="ConflictAction.Error"/> costs the bulk load: the rows go in by INSERT statements.</summary>
    public ConflictAction OnConflict { get; init; } = ConflictAction.Error;

    /// <summary>How much is kept together.</summary>
    public LoadTransaction Transaction { get; init; } = LoadTransaction.All;

    /// <summary>Whether foreign keys are not looked at row by row, but all at once behind the rows.</summary>
    public bool DisableConstraints { get; init; }

    /// <summary>Whether a table is locked for all others while it is loaded (SQL Server).</summary>
    public bool TableLock { get; init; }

    /// <summary>Rows of a transaction with <see cref="LoadTransaction.Batch"/>.</summary>
    public int BatchSize { get; init; } = 10_000;

    /// <summary>How many tables are loaded at the same time, each over a connection of its own; not with <see cref="LoadTransaction.All"/>, which is one.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Most seconds that a statement may take; 0: any time.</summary>
    public int Timeout { get; init; }

    /// <summary>The file for rows that the database refuses, with its reason; null: a row refused is an error. Costs a savepoint every few thousand rows.</summary>
    public string? BadRowPath { get; init; }

    /// <summary>Whether that file may be replaced.</summary>
    public bool MayReplaceBadRows { get; init; }
}
