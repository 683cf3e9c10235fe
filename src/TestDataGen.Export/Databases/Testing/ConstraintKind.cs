namespace TestDataGen.Export;

/// <summary>What a constraint of a schema is about.</summary>
public enum ConstraintKind
{
    /// <summary>A table that must be there.</summary>
    Table,

    /// <summary>A column that must be there.</summary>
    Column,

    /// <summary>A column that takes no null.</summary>
    NotNull,

    /// <summary>The primary key.</summary>
    PrimaryKey,

    /// <summary>Another key.</summary>
    Unique,

    /// <summary>A reference to rows of a parent.</summary>
    ForeignKey,

    /// <summary>The values of an enum, the bounds of a value, the length of a text.</summary>
    Values,

    /// <summary>A table's <c>check</c>.</summary>
    Check,

    /// <summary>The number of rows that a plan has.</summary>
    Rows,
}
