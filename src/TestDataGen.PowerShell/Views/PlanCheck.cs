using TestDataGen.Generation;

namespace TestDataGen;

/// <summary>How one check of a <see cref="PlanTable"/> will be met.</summary>
public sealed class PlanCheck
{
    internal PlanCheck(CheckPlan check)
    {
        Check = check.Check.Text;
        Way = check.Way.ToString();
        Rate = check.Rate;
        Met = check.Description;
    }

    /// <summary>The condition.</summary>
    public string Check { get; }

    /// <summary><c>Proved</c>, <c>Narrowed</c> or <c>TriedAgain</c>.</summary>
    public string Way { get; }

    /// <summary>In which share of a sample of rows it holds at the first try, 0 to 1; null where it needs no tries.</summary>
    public double? Rate { get; }

    /// <summary>How it is met, in words.</summary>
    public string Met { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Check}: {Met}";
}
