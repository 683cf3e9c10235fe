namespace TestDataGen.Language;

/// <summary>Weights as they stand behind a colon.</summary>
internal static class Weights
{
    /// <summary>A weight; what is none is reported and taken for 1.</summary>
    public static double Read(ExpressionSyntax syntax, DiagnosticBag diagnostics)
    {
        double? weight = syntax is LiteralSyntax literal ? literal.Value switch
        {
            long l => l,
            decimal d => (double)d,
            double d => d,
            _ => null,
        } : null;
        if (weight is null && syntax is not BadExpressionSyntax)
        {
            bool isNegative = syntax is UnarySyntax { Operator: UnaryOperator.Negate };
            diagnostics.Report(
                DiagnosticCatalog.BadWeight, syntax.Span, isNegative ? "A weight can't be negative." : "A weight is a number.",
                syntax is LiteralSyntax { Value: PercentValue } ? "Leave out the `%`: only the weights' proportions count." : null);
        }

        return weight ?? 1;
    }

    /// <summary>Refuses weights of which none is above 0.</summary>
    public static void Check(IReadOnlyList<double> weights, TextSpan span, DiagnosticBag diagnostics)
    {
        if (weights.Count > 0 && weights.All(w => w == 0))
            diagnostics.Report(DiagnosticCatalog.BadWeight, span, "All weights are 0.");
    }
}
