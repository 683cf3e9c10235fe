using System.Globalization;
using System.Runtime.CompilerServices;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A text by which expressions are told apart: two that have the same have the same value in a row.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression) => expression switch
    {
        Literal { Value: IFormattable value } => value.ToString(value is DateTime or DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture),
        Literal literal => $"\"{literal.Value}\"",
        FieldAccess access => string.Concat(access.Path.Select(r => $"{r.Table.Name}#{r.Index}/")) + access.Field,
        PreviousAccess previous => $"previous({previous.Field})",
        VariableAccess variable => variable.Variable.ToString(),
        // A wider number is the same number.
        Conversion { Type: { IsInteger: true } or { Kind: TypeKind.Decimal, Precision: 0 }, Operand: { Type: { IsInteger: true } or { Kind: TypeKind.Decimal } } operand } conversion
            when conversion.Type.Kind == TypeKind.Decimal || operand.Type.IsInteger => Of(operand),
        Conversion { Type.Kind: TypeKind.Text, Operand: { Type.IsText: true } operand } => Of(operand),
        Conversion conversion => $"{conversion.Type}({Of(conversion.Operand)})",
        UnaryExpression unary => $"{unary.Operator}({Of(unary.Operand)})",
        BinaryExpression binary => $"({Of(binary.Left)} {binary.Operator} {Of(binary.Right)})",
        NullTest test => $"{(test.IsNegated ? "notnull" : "null")}({Of(test.Operand)})",
        Conditional c => $"if({Of(c.Condition)}, {Of(c.Then)}, {Of(c.Else)})",
        FunctionCall { Function.Draws: false } call => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Of))})",
        Template template => $"t({string.Join(", ", template.Parts.Select(Of))})",
        // Drawn anew wherever it stands, or unknown here.
        _ => $"#{RuntimeHelpers.GetHashCode(expression)}",
    };
}
