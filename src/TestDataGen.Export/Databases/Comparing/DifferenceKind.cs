namespace TestDataGen.Export;

/// <summary>What a difference between a schema and a database is about.</summary>
public enum DifferenceKind
{
    /// <summary>A table that only one of them has.</summary>
    Table,

    /// <summary>A column that only one of them has.</summary>
    Column,

    /// <summary>The type of a column: its kind, precision or length.</summary>
    Type,

    /// <summary>Whether a column takes null.</summary>
    Null,

    /// <summary>The primary key.</summary>
    PrimaryKey,

    /// <summary>Another key.</summary>
    Unique,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>A check, an enum's values among them.</summary>
    Check,
}
