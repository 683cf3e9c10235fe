namespace TestDataGen.Language;

/// <summary>Values of data sets: <c>lookup</c>, as a function and as a modifier.</summary>
internal sealed partial class ExpressionBinder
{
    private const string LookupForm = "Write lookup(Countries.name, code, value): the `name` of the row whose `code` is the value.";

    /// <summary>A column's value of a row that is drawn for a field.</summary>
    public Expression? BindDrawn(Field field, SimpleModifierSyntax modifier)
    {
        if (modifier.Arguments is not [PathSyntax { Names: [var set, var column] }])
        {
            return modifier.Arguments?.Any(a => a is BadExpressionSyntax) == true
                ? null
                : Refuse(DiagnosticCatalog.ArgumentCount, modifier.Span, "`lookup` takes a column of a data set.", "Write lookup(Cities.name); to find the row by a value, `= lookup(Cities.name, code, value)`.");
        }

        if (schema.DataSets.Find(set) is not { } table || schema.DataSets.FindColumn(table, column) is not { } found)
            return null;
        Reference row = scope.AddBinding(null, table, modifier.Span);
        row.For = field;
        return Fit(field, new FieldAccess([row], found, found.IsNullable, modifier.Span), modifier.Span);
    }

    private FieldAccess? BindLookup(CallSyntax call)
    {
        if (call.Arguments is not [PathSyntax { Names: [var set, var column] }, PathSyntax { Names: [var key] }, var sought])
        {
            if (!call.Arguments.Any(a => a is BadExpressionSyntax))
                Refuse(DiagnosticCatalog.ArgumentCount, call.Span, "`lookup` takes a column of a data set, the column to look in, and a value.", LookupForm);
            return null;
        }

        Expression? value = Bind(sought);
        if (schema.DataSets.Find(set) is not { } table || schema.DataSets.FindColumn(table, column) is not { } found || schema.DataSets.FindColumn(table, key) is not { } by || value is null)
            return null;
        if (Sought(value, by.Type) is not { } converted)
        {
            Refuse(
                DiagnosticCatalog.BadArgument, sought.Span, $"`{by}` is {DataTypes.Show(by.Type)}, but this is {DataTypes.Show(value.Type)}.",
                by.Type.IsText ? "Turn it into text with text(…)." : "A row is found by a text, a whole number, or a day or time of the column's type.");
            return null;
        }

        Reference row = scope.AddBinding(null, table, call.Span);
        (row.For, row.Lookup) = (work.Field, new RowLookup(by, converted));
        return new FieldAccess([row], found, true, call.Span);
    }

    private static Expression? Sought(Expression value, DataType column) => column.Kind switch
    {
        TypeKind.Text => value.Type.IsText ? value : null,
        TypeKind.BigInt => value.Type.IsInteger ? ConvertTo(value, DataTypes.BigInt) : null,
        TypeKind.Date or TypeKind.DateTime or TypeKind.Timestamp => value.Type.Kind == column.Kind ? value : null,
        _ => null,
    };
}
