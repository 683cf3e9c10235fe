using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Conditions for PostgreSQL.</summary>
internal sealed class PostgreSqlExpressions(SqlDialect dialect) : SqlExpressions(dialect)
{
    protected override string Constant(Literal literal) => literal.Type.Kind switch
    {
        TypeKind.Date => $"DATE {base.Constant(literal)}",
        TypeKind.Time => $"TIME {base.Constant(literal)}",
        TypeKind.DateTime => $"TIMESTAMP {base.Constant(literal)}",
        TypeKind.Timestamp => $"TIMESTAMPTZ {base.Constant(literal)}",
        _ => base.Constant(literal),
    };

    protected override string Text(Expression expression, bool isOrder) => isOrder ? $"{Value(expression)} COLLATE \"C\"" : Value(expression);

    // Arithmetic of integer stays in 32 bits.
    protected override string Operand(Expression expression) =>
        expression is Conversion { Operand.Type.Kind: TypeKind.SmallInt or TypeKind.Integer } ? $"{Value(expression)}::bigint" : Value(expression);

    protected override string ConvertDate(Expression moment, TypeKind to) =>
        to == TypeKind.Timestamp ? $"({Value(moment)}::timestamp AT TIME ZONE 'UTC')" : $"{Value(moment)}::timestamp";

    protected override string Move(Expression moment, TimeSpan by)
    {
        string moved = $"({Value(moment)} + INTERVAL '{Seconds(by)} seconds')";
        return moment.Type.Kind == TypeKind.Date ? $"{moved}::date" : moved;
    }

    protected override string SecondsBetween(Expression from, Expression to) => $"EXTRACT(EPOCH FROM ({Ticking(to)} - {Ticking(from)}))";

    protected override string DaysBetween(Expression from, Expression to) => $"TRUNC({SecondsBetween(from, to)} / 86400)";

    // A date minus a date is a number of days, and no interval.
    private string Ticking(Expression moment) => moment.Type.Kind == TypeKind.Date ? $"{Value(moment)}::timestamp" : Value(moment);

    protected override string Part(string name, Expression moment)
    {
        string part = $"EXTRACT({(name == "day_of_week" ? "ISODOW" : name.ToUpperInvariant())} FROM {InUtc(moment)})";
        return name == "second" ? $"FLOOR({part})" : part;
    }

    protected override string DayOf(Expression moment) => $"{InUtc(moment)}::date";

    private string InUtc(Expression moment) => moment.Type.Kind == TypeKind.Timestamp ? $"({Value(moment)} AT TIME ZONE 'UTC')" : Value(moment);

    protected override string Length(string text) => $"char_length({text})";

    protected override string Search(string name, Expression text, Expression part)
    {
        string whole = Value(text);
        string wanted = Value(part);
        return name switch
        {
            "contains" => $"position({wanted} IN {whole}) > 0",
            "starts_with" => $"left({whole}, char_length({wanted})) = {wanted}",
            _ => $"right({whole}, char_length({wanted})) = {wanted}",
        };
    }
}
