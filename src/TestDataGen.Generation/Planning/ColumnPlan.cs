using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>How one column will be filled.</summary>
public sealed class ColumnPlan
{
    internal ColumnPlan(Field field, string description) => (Field, Description) = (field, description);

    /// <summary>The field.</summary>
    public Field Field { get; }

    /// <summary>The source in words, as <c>Get-TdgPlan</c> shows it: <c>format(first_name), 3,007 values</c>.</summary>
    public string Description { get; }
}
