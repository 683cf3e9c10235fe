using TestDataGen.Generation;

namespace TestDataGen;

/// <summary>How one column of a <see cref="PlanTable"/> will be filled.</summary>
public sealed class PlanColumn
{
    internal PlanColumn(ColumnPlan column)
    {
        Name = column.Field.Name;
        Type = column.Field.Type.ToString();
        Source = column.Description;
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>Its type as the language writes it.</summary>
    public string Type { get; }

    /// <summary>Where its values come from.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Source}";
}
