using TestDataGen.Export;

namespace TestDataGen;

/// <summary>What <c>Test-TdgData</c> found out about one constraint.</summary>
public sealed class ConstraintTest
{
    internal ConstraintTest(ConstraintResult result)
    {
        Table = result.Table;
        Constraint = result.Constraint;
        Kind = result.Kind.ToString();
        Violations = result.Violations;
        IsMet = result.IsMet;
        Examples = [.. result.Examples];
        Note = result.Note;
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The constraint, in words.</summary>
    public string Constraint { get; }

    /// <summary><c>Table</c>, <c>Column</c>, <c>NotNull</c>, <c>PrimaryKey</c>, <c>Unique</c>, <c>ForeignKey</c>, <c>Values</c>, <c>Check</c> or <c>Rows</c>.</summary>
    public string Kind { get; }

    /// <summary>How many rows break it; null where they could not be counted.</summary>
    public long? Violations { get; }

    /// <summary>Whether it holds; null where SQL can't say it.</summary>
    public bool? IsMet { get; }

    /// <summary>Keys of some of the rows that break it.</summary>
    public string[] Examples { get; }

    /// <summary>Why it was not counted, or what else there is to know.</summary>
    public string Note { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Table}: {Constraint}";
}
