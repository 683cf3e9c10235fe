using System.Globalization;
using TestDataGen.Generation;

namespace TestDataGen;

/// <summary>How one column of a <see cref="PlanTable"/> will be filled.</summary>
public sealed class PlanColumn
{
    internal PlanColumn(ColumnPlan column, TimeSpan? cost)
    {
        Name = column.Field.Name;
        Type = column.Field.Type.ToString();
        Source = cost is { } each ? $"{column.Description}, about {Microseconds(each)} µs a row" : column.Description;
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>Its type as the language writes it.</summary>
    public string Type { get; }

    /// <summary>Where its values come from.</summary>
    public string Source { get; }

    // Two digits are as many as one measurement has.
    private static string Microseconds(TimeSpan time) =>
        double.Parse(time.TotalMicroseconds.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Source}";
}
