namespace TestDataGen.Export;

/// <summary>Which tables are created.</summary>
public enum TableCreation
{
    /// <summary>Those that are missing.</summary>
    Missing,

    /// <summary>None: a table that is missing is an error.</summary>
    Never,
}
