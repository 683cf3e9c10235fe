using System.Text;

namespace TestDataGen.Language;

/// <summary>Binds the checks of a table, when all fields and references of the schema are known.</summary>
internal sealed class CheckBinder(TableScope scope, SchemaScope schema, DiagnosticBag diagnostics)
{
    public void Bind() => scope.Table.Checks = [.. scope.Constraints.OfType<CheckSyntax>().Select(Bind).OfType<Check>()];

    private Check? Bind(CheckSyntax syntax)
    {
        var work = new FieldWork(new Field(scope.Table, -1, "", DataTypes.Boolean, syntax.Span), null!, []);
        if (new ExpressionBinder(work, scope, schema, diagnostics).BindCondition(syntax.Condition, "A check") is not { } condition)
            return null;
        if (ExpressionTree.FindDraw(condition) is { } draw)
        {
            (string what, string hint) = draw is FunctionCall call
                ? ($"`{call.Function.Name}(…)`", "Give it a field of its own, and check that.")
                : ("a range", "Compare with both ends: `x >= a and x <= b`.");
            diagnostics.Report(DiagnosticCatalog.NotHere, draw.Span, $"A check draws nothing, so {what} can't stand in it.", hint);
            return null;
        }

        if (ConstantConditions.Truth(condition) == false)
        {
            diagnostics.Report(DiagnosticCatalog.CheckNeverHolds, syntax.Condition.Span, "This is false in every row.");
            return null;
        }

        scope.CheckReads.Add(work.Reads);
        return new Check(scope.Table, condition, TextOf(syntax.Condition), syntax.Condition.Span);
    }

    private static string TextOf(ExpressionSyntax condition)
    {
        var text = new StringBuilder();
        new ExpressionPrinter(text, new PendingComments(null, [])).Print(condition);
        return text.Replace(ExpressionPrinter.SoftBreak, ' ').ToString();
    }
}
