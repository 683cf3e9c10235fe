using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>What a table's definition says of the values in its rows: the fields' bounds and the table's checks.</summary>
internal sealed class SqlChecks(SqlDialect dialect)
{
    /// <summary>The condition that a field's enum, bounds and length ask for; null: none.</summary>
    public string? OfField(Field field)
    {
        // A reference takes what the parent's key has, whose bounds hold there; a float is rounded after it was bounded.
        if (field.Reference is not null)
            return null;
        string name = dialect.Quote(field.Name);
        if (field.Type.Enum is { } values)
            return $"{name} IN ({string.Join(", ", values.Values.Select(v => Literal(v, field)))})";
        if (field.Type.IsText)
        {
            bool isShorter = field.MaxLength < (field.Type.Length > 0 ? field.Type.Length : int.MaxValue);
            return isShorter ? OfLength(field) : null;
        }

        if (field.Type.Kind == TypeKind.Float)
            return null;
        return (field.Min, field.Max) switch
        {
            ({ } min, { } max) => $"{name} BETWEEN {Literal(min.Value!, field)} AND {Literal(max.Value!, field)}",
            ({ } min, null) => $"{name} >= {Literal(min.Value!, field)}",
            (null, { } max) => $"{name} <= {Literal(max.Value!, field)}",
            _ => null,
        };
    }

    /// <summary>The condition that a text's greatest length asks for, also where the column's type has it; null: none.</summary>
    public string? OfLength(Field field) =>
        field.MaxLength < int.MaxValue && dialect.Expressions().TryWrite(NoLonger(field), out string length, out _) ? length : null;

    /// <summary>The conditions of a table's checks, and the checks that the database can't say, each with the reason.</summary>
    public (IReadOnlyList<string> Conditions, IReadOnlyList<string> LeftOut) OfTable(Table table)
    {
        var conditions = new List<string>();
        var leftOut = new List<string>();
        foreach (Check check in table.Checks)
        {
            if (dialect.Expressions().TryWrite(check.Condition, out string sql, out string reason))
                conditions.Add(sql);
            else
                leftOut.Add($"check {check.Text} is not declared: {reason}.");
        }

        return (conditions, leftOut);
    }

    private string Literal(object value, Field field) => dialect.Literal(new Literal(value, field.Type, default), field.Type);

    private static BinaryExpression NoLonger(Field field)
    {
        var number = new DataType(TypeKind.BigInt);
        var length = new FunctionCall(Functions.Find("length")!, [new FieldAccess([], field, field.IsNullable, default)], number, field.IsNullable, default);
        return new BinaryExpression(BinaryOperator.LessOrEqual, length, new Literal((long)field.MaxLength, number, default), new DataType(TypeKind.Boolean), field.IsNullable, default);
    }
}
