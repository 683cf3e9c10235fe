using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Writes expressions so that two which mean the same by what servers add, such as conversions and brackets, are the same text.</summary>
internal static class SqlExpressionText
{
    public static string ToPlainText(this SqlExpression expression) => expression switch
    {
        SqlExpression.Name name => name.Text.ToLowerInvariant(),
        // '-5'::integer
        SqlExpression.Literal literal => TdgLiterals.TryNumber(literal.Value, out decimal number) ? TdgLiterals.Number(number) : $"'{literal.Value}'",
        SqlExpression.Number { Value: var value } => TdgLiterals.TryNumber(value, out decimal number) ? TdgLiterals.Number(number) : value,
        SqlExpression.Constant { Value: var value } => value?.ToString(CultureInfo.InvariantCulture).ToLowerInvariant() ?? "null",
        SqlExpression.Call call => $"{call.Function}({List(call.Arguments)})",
        SqlExpression.Unary { Operator: "-", Operand: SqlExpression.Number number } => $"-{number.ToPlainText()}",
        SqlExpression.Unary unary => $"{unary.Operator}({unary.Operand.ToPlainText()})",
        SqlExpression.Binary binary => $"({binary.Left.ToPlainText()} {binary.Operator} {binary.Right.ToPlainText()})",
        SqlExpression.Many many => $"[{List(many.Items)}]",
        SqlExpression.Cast { Type: "interval", Operand: SqlExpression.Literal { Value: var duration } } => $"'{SqlInterval.Plain(duration)}'",
        SqlExpression.Cast cast => cast.Operand.ToPlainText(),
        SqlExpression.In list => $"({list.Operand.ToPlainText()} {(list.IsNot ? "not " : "")}in {string.Join(",", list.Items.Select(ToPlainText).Order(StringComparer.Ordinal))})",
        SqlExpression.Between { Operand: var operand } between =>
            $"{(between.IsNot ? "not" : "")}(({operand.ToPlainText()} >= {between.Low.ToPlainText()}) and ({operand.ToPlainText()} <= {between.High.ToPlainText()}))",
        SqlExpression.IsNull test => $"({test.Operand.ToPlainText()} is {(test.IsNot ? "not " : "")}null)",
        SqlExpression.Case choice => $"case({string.Join(";", choice.Branches.Select(b => $"{b.When.ToPlainText()}:{b.Then.ToPlainText()}"))};{choice.Else?.ToPlainText()})",
        _ => "",
    };

    private static string List(IEnumerable<SqlExpression> items) => string.Join(",", items.Select(ToPlainText));
}
