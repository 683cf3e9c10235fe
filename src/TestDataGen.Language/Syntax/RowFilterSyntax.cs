namespace TestDataGen.Language;

/// <summary><c>TABLE where condition</c></summary>
internal sealed record RowFilterSyntax(PathSyntax Table, ExpressionSyntax? Condition, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Condition is null ? [Table] : [Table, Condition];
}
