namespace TestDataGen.Export;

/// <summary>An expression of SQL, as far as it is understood.</summary>
internal abstract record SqlExpression
{
    /// <summary>A column, without the table before it.</summary>
    internal sealed record Name(string Text) : SqlExpression;

    /// <summary>A text.</summary>
    internal sealed record Literal(string Value) : SqlExpression;

    /// <summary>A number as it stands.</summary>
    internal sealed record Number(string Value) : SqlExpression;

    /// <summary>true, false; null for NULL.</summary>
    internal sealed record Constant(bool? Value) : SqlExpression;

    /// <summary>A function, its name in lower case.</summary>
    internal sealed record Call(string Function, IReadOnlyList<SqlExpression> Arguments) : SqlExpression;

    /// <summary>not, -; the name in lower case.</summary>
    internal sealed record Unary(string Operator, SqlExpression Operand) : SqlExpression;

    /// <summary>Two operands and what stands between them, in lower case: and, or, =, &lt;&gt;, &lt;, like, ilike, ~, regexp, ||, +, …</summary>
    internal sealed record Binary(string Operator, SqlExpression Left, SqlExpression Right) : SqlExpression;

    /// <summary>Several in brackets, or an array.</summary>
    internal sealed record Many(IReadOnlyList<SqlExpression> Items) : SqlExpression;

    /// <summary>A conversion to a type.</summary>
    internal sealed record Cast(SqlExpression Operand, string Type) : SqlExpression;

    /// <summary>Whether something is one of several.</summary>
    internal sealed record In(SqlExpression Operand, IReadOnlyList<SqlExpression> Items, bool IsNot) : SqlExpression;

    /// <summary>Whether something lies between two others.</summary>
    internal sealed record Between(SqlExpression Operand, SqlExpression Low, SqlExpression High, bool IsNot) : SqlExpression;

    /// <summary>Whether something is null.</summary>
    internal sealed record IsNull(SqlExpression Operand, bool IsNot) : SqlExpression;

    /// <summary>One of two, as a condition says.</summary>
    internal sealed record Case(IReadOnlyList<(SqlExpression When, SqlExpression Then)> Branches, SqlExpression? Else) : SqlExpression;

    /// <summary>The columns that it names, each once.</summary>
    public IEnumerable<string> Names() => All(this).OfType<Name>().Select(n => n.Text).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>It and all that it is made of.</summary>
    public IEnumerable<SqlExpression> All() => All(this);

    private static IEnumerable<SqlExpression> All(SqlExpression? expression)
    {
        if (expression is null)
            return [];
        IEnumerable<SqlExpression?> parts = expression switch
        {
            Call call => call.Arguments,
            Unary unary => [unary.Operand],
            Binary binary => [binary.Left, binary.Right],
            Many many => many.Items,
            Cast cast => [cast.Operand],
            In list => [list.Operand, .. list.Items],
            Between between => [between.Operand, between.Low, between.High],
            IsNull test => [test.Operand],
            Case choice => choice.Branches.SelectMany(b => (SqlExpression?[])[b.When, b.Then]).Append(choice.Else),
            _ => [],
        };
        return parts.SelectMany(All).Prepend(expression);
    }
}
