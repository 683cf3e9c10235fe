namespace TestDataGen.Language;

/// <summary><c>primary_key(a, b)</c> or <c>unique(a, b)</c> on a table.</summary>
internal sealed record KeySyntax(bool IsPrimary, SyntaxList<NameSyntax> Fields, TextSpan Span) : MemberSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Fields;
}

/// <summary><c>references(a, b -> t.x, y) from database as alias where condition</c> on a table.</summary>
internal sealed record TableReferenceSyntax(
    SyntaxList<NameSyntax> Fields, PathSyntax Target, SyntaxList<NameSyntax> MoreTargets, NameSyntax? Alias, ExpressionSyntax? Condition, TextSpan Span) : MemberSyntax(Span)
{
    /// <summary>Whether it says <c>from database</c>.</summary>
    public bool IsFromDatabase { get; init; }

    public override IEnumerable<SyntaxNode> Children =>
        [.. Fields, Target, .. MoreTargets, .. new SyntaxNode?[] { Alias, Condition }.OfType<SyntaxNode>()];
}

/// <summary><c>check condition</c></summary>
internal sealed record CheckSyntax(ExpressionSyntax Condition, TextSpan Span) : MemberSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Condition];
}

/// <summary><c>rows { (1, "admin") … }</c></summary>
internal sealed record RowsSyntax(SyntaxList<RowSyntax> Rows, TextSpan Span) : MemberSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Rows;
}

/// <summary><c>(1, "admin")</c></summary>
internal sealed record RowSyntax(SyntaxList<ExpressionSyntax> Values, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Values;
}

/// <summary>No member.</summary>
internal sealed record BadMemberSyntax(SyntaxError Error, TextSpan Span) : MemberSyntax(Span), IBadNode;
