namespace TestDataGen.Language;

/// <summary>Distributions, also of several parts.</summary>
internal sealed partial class FieldBinder
{
    private ValueSource? BindDistribution(SimpleModifierSyntax modifier, Distribution distribution) => distribution.Name switch
    {
        "histogram" => BindHistogram(modifier),
        "mixture" => BindMixture(modifier),
        _ => BindCurve(modifier, distribution),
    };

    private DistributionSource? BindCurve(SimpleModifierSyntax modifier, Distribution distribution)
    {
        if (!Field.Type.IsNumeric)
        {
            RefuseType(modifier, "numbers", Field.Type.HasDate ? "Days and times are drawn by between(a, b) or histogram(a..b: weight, …)." : null);
            return null;
        }

        // Ranks need an end when they are not those of parents.
        int least = distribution.Name == "zipf" && Field.Max is null ? 2 : distribution.MinArguments;
        return TakeArguments(modifier, least, distribution.MaxArguments) is { } arguments && ReadParameters(distribution, arguments) is { } parameters
            ? new DistributionSource(distribution.Name, parameters)
            : null;
    }

    private MixtureSource? BindMixture(SimpleModifierSyntax modifier)
    {
        if (!IsOrdered(modifier) || TakeArguments(modifier, 1, int.MaxValue) is not { } arguments)
            return null;
        var parts = new List<ValueSource>();
        var weights = new List<double>();
        foreach (ExpressionSyntax argument in arguments)
        {
            if (TakeWeighted(argument, "Write mixture(normal(10, 2): 70, normal(50, 5): 30).") is not { } weighted || BindPart(weighted.Value) is not { } part)
                continue;
            parts.Add(part);
            weights.Add(Weights.Read(weighted.Weight, diagnostics));
        }

        Weights.Check(weights, modifier.Span, diagnostics);
        return parts.Count == arguments.Count ? new MixtureSource(parts, weights) : null;
    }

    private ValueSource? BindPart(ExpressionSyntax syntax)
    {
        if (syntax is BadExpressionSyntax)
            return null;
        string name = syntax is CallSyntax named ? named.Name.Text : "";
        if (syntax is not CallSyntax call || Distributions.Find(name) is not { } distribution)
        {
            diagnostics.Report(
                DiagnosticCatalog.BadParameter, syntax.Span, "The parts of a mixture are distributions.",
                diagnostics.Suggest(name, Distributions.All.Select(d => d.Name)) ?? "A single value stands in histogram(value: weight).");
            return null;
        }

        var part = new SimpleModifierSyntax(call.Name, call.Arguments, call.Span);
        return name == "uniform" ? BindUniform(part) : BindDistribution(part, distribution);
    }

    // Where it is more than a range between two ends: a part of a mixture, or clamped.
    private HistogramSource? BindUniform(SimpleModifierSyntax modifier)
    {
        if (BindBetween(modifier) is not { } between)
            return null;
        if (between is { Low: Literal low, High: Literal high })
            return new HistogramSource([new Bucket(low, high)], [1]);
        diagnostics.Report(DiagnosticCatalog.NotConstant, modifier.Span, "The ends of this `uniform` are no constants.", "Write uniform(low, high) with constants.");
        return null;
    }

    private HistogramSource? BindHistogram(SimpleModifierSyntax modifier)
    {
        if (!IsOrdered(modifier) || TakeArguments(modifier, 1, int.MaxValue) is not { } arguments)
            return null;
        var buckets = new List<Bucket>();
        var weights = new List<double>();
        foreach (ExpressionSyntax argument in arguments)
        {
            if (TakeWeighted(argument, "Write value: weight, or low..high: weight.") is not { } weighted || BindBucket(weighted.Value) is not { } bucket)
                continue;
            buckets.Add(bucket);
            weights.Add(Weights.Read(weighted.Weight, diagnostics));
        }

        Weights.Check(weights, modifier.Span, diagnostics);
        CheckOverlaps(buckets);
        return buckets.Count == arguments.Count ? new HistogramSource(buckets, weights) : null;
    }

    private Bucket? BindBucket(ExpressionSyntax syntax)
    {
        const string hint = "The values of a histogram are constants.";
        if (syntax is not RangeSyntax range)
            return BindConstant(syntax, hint) is { } value ? new Bucket(value, value) : null;
        Literal? low = BindConstant(range.Low, hint);
        Literal? high = BindConstant(range.High, hint);
        if (low is null || high is null)
            return null;
        if (Constants.Compare(low, high) <= 0)
            return new Bucket(low, high);
        diagnostics.Report(DiagnosticCatalog.MinOverMax, syntax.Span, "This bucket ends before it begins.", "Write low..high: weight.");
        return null;
    }

    // Where values lie close together, one bucket may end where the next begins: 0.0..0.5, 0.5..1.0.
    private void CheckOverlaps(List<Bucket> buckets)
    {
        bool mayTouch = !Field.Type.IsInteger && Field.Type.Kind != TypeKind.Date;
        List<Bucket> sorted = [.. buckets.OrderBy(b => b, Comparer<Bucket>.Create((a, b) => Constants.Compare(a.Low, b.Low)))];
        for (int i = 1; i < sorted.Count; i++)
        {
            (Bucket before, Bucket after) = (sorted[i - 1], sorted[i]);
            int order = Constants.Compare(before.High, after.Low);
            bool areValues = Constants.Compare(before.Low, before.High) == 0 && Constants.Compare(after.Low, after.High) == 0;
            if (order < 0 || (order == 0 && mayTouch && !areValues))
                continue;
            Bucket later = buckets.IndexOf(before) > buckets.IndexOf(after) ? before : after;
            diagnostics.Report(
                DiagnosticCatalog.Contradiction, TextSpan.Covering(later.Low.Span, later.High.Span), "This bucket overlaps with another.",
                "Let one begin behind the end of the other; a peak within a range is mixture(uniform(a, b): weight, histogram(value: weight)).");
        }
    }

    private bool IsOutside(Bucket bucket) =>
        (Field.Min is { } min && Constants.Compare(bucket.High, min) < 0) || (Field.Max is { } max && Constants.Compare(bucket.Low, max) > 0);

    private WeightedSyntax? TakeWeighted(ExpressionSyntax argument, string hint)
    {
        if (argument is not (WeightedSyntax or BadExpressionSyntax))
            diagnostics.Report(DiagnosticCatalog.BadWeight, argument.Span, "This has no weight.", hint);
        return argument as WeightedSyntax;
    }

    // The bounds of a field leave something of its histogram; clamp says what becomes of drawn values that lie outside.
    private void CheckDrawn()
    {
        if (Field.Source is HistogramSource { Buckets: var buckets } && !Field.IsClamped && buckets.All(IsOutside))
        {
            diagnostics.Report(
                DiagnosticCatalog.Contradiction, TextSpan.Covering(buckets[0].Low.Span, buckets[^1].High.Span), $"None of these values lies within the bounds of `{Field.Name}`.", "Change the buckets or the bounds.");
        }

        if (work.Modifiers.FirstOrDefault(m => m is { IsFromAlias: false, Syntax: SimpleModifierSyntax { Name.Text: "clamp" } }) is not { Syntax: { } clamp })
            return;
        // A distribution that could not be bound has been reported.
        bool isDrawn = work.Modifiers.Any(m => m.Syntax is SimpleModifierSyntax { Name.Text: var name } && Distributions.Find(name) is not null);
        if (Field.Source is not (DistributionSource or HistogramSource or MixtureSource))
        {
            if (!isDrawn || Field.Source is not DefaultSource)
                diagnostics.Report(DiagnosticCatalog.NotHere, clamp.Span, "`clamp` is for values that are drawn by a distribution.");
        }
        else if (Field.Source is DistributionSource { Name: "zipf" })
            diagnostics.Report(DiagnosticCatalog.NotHere, clamp.Span, "`zipf` ranks the values from `min` to `max`: none lies outside.");
        else if (Field.Min is null && Field.Max is null)
            diagnostics.Report(DiagnosticCatalog.NotHere, clamp.Span, $"`{Field.Name}` has no bound to which a value could be moved.", "Add min(a) or max(b), or take `clamp` away.");
    }

    private List<double>? ReadParameters(Distribution distribution, IReadOnlyList<ExpressionSyntax> arguments)
    {
        var parameters = new List<double>();
        foreach (ExpressionSyntax argument in arguments)
        {
            if (_expressions.Bind(argument) is not { } bound)
                return null;
            if (Constants.Fold(bound) is not { } literal || Constants.ToDouble(literal) is not { } number)
            {
                diagnostics.Report(DiagnosticCatalog.NotConstant, argument.Span, $"The parameters of `{distribution.Name}` are constant numbers.", $"Write {distribution.Name}({distribution.Parameters}).");
                return null;
            }

            parameters.Add(number);
        }

        (int at, string? why) = distribution.Name switch
        {
            "normal" or "lognormal" when parameters[1] < 0 => (1, "A deviation can't be negative."),
            "exponential" when parameters[0] <= 0 => (0, "The rate must be above 0."),
            "poisson" when parameters[0] <= 0 => (0, "The mean must be above 0."),
            "poisson" when parameters[0] > 1e9 => (0, "The mean can't be over 1,000,000,000."),
            "zipf" when parameters[0] <= 0 => (0, "The exponent must be above 0."),
            "zipf" when parameters.Count > 1 && (parameters[1] < 1 || parameters[1] != Math.Floor(parameters[1])) => (1, "The count is a whole number from 1."),
            "pareto" when parameters[0] <= 0 => (0, "The shape must be above 0."),
            "pareto" when parameters.Count > 1 && parameters[1] <= 0 => (1, "The scale must be above 0."),
            "triangular" when parameters[0] > parameters[1] || parameters[1] > parameters[2] => (1, "The mode lies between low and high."),
            "triangular" when parameters[0] == parameters[2] => (2, "Low and high are the same."),
            _ => (0, null),
        };
        if (why is null)
            return parameters;
        diagnostics.Report(DiagnosticCatalog.BadParameter, arguments[at].Span, why, $"Write {distribution.Name}({distribution.Parameters}).");
        return null;
    }
}
