namespace TestDataGen.Export;

/// <summary>What happens to a row whose key is in the table already.</summary>
public enum ConflictAction
{
    /// <summary>The database refuses it, and that is an error.</summary>
    Error,

    /// <summary>The row that is there stays as it is.</summary>
    Ignore,

    /// <summary>The row with the same primary key takes the new values.</summary>
    Update,
}
