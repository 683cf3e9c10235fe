namespace TestDataGen.Export;

/// <summary>How much of a load is kept together or not at all.</summary>
public enum LoadTransaction
{
    /// <summary>All tables: after an error nothing is left.</summary>
    All,

    /// <summary>Each table by itself.</summary>
    Table,

    /// <summary>Each batch of <see cref="LoadOptions.BatchSize"/> rows by itself.</summary>
    Batch,

    /// <summary>No transaction of ours: each statement is kept as soon as it is done.</summary>
    None,
}
