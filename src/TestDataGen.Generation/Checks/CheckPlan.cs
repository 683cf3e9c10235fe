using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>How a check will be met.</summary>
public sealed class CheckPlan
{
    internal CheckPlan(Check check, CheckWay way, Expression? tried, Field? narrowed) => (Check, Way, Tried, Narrowed) = (check, way, tried, narrowed);

    /// <summary>The check.</summary>
    public Check Check { get; }

    /// <summary>How it will be met.</summary>
    public CheckWay Way { get; }

    /// <summary>The field whose range was narrowed; null: none.</summary>
    public Field? Narrowed { get; }

    /// <summary>The part of the condition for which rows are tried again; null: none.</summary>
    internal Expression? Tried { get; }

    /// <summary>In which share of a sample of rows it holds at the first try, 0 to 1; null where it needs no tries.</summary>
    public double? Rate { get; internal set; }

    /// <summary>In words, as <c>Get-TdgPlan</c> shows it.</summary>
    public string Description => Way switch
    {
        CheckWay.Proved => "always holds",
        CheckWay.Narrowed => $"met by the range of {Narrowed!.Name}",
        _ when Rate is { } rate => string.Create(CultureInfo.InvariantCulture, $"tried again, holds in {rate * 100:0.##}%"),
        _ => "tried again",
    };

    /// <inheritdoc/>
    public override string ToString() => $"check {Check.Text}: {Description}";
}
