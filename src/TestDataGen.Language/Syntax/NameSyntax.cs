namespace TestDataGen.Language;

/// <summary>A name; <paramref name="IsQuoted"/> only where the quotes change what it means.</summary>
internal sealed record NameSyntax(string Text, bool IsQuoted, TextSpan Span) : SyntaxNode(Span)
{
    public static NameSyntax From(Token token) =>
        new(token.Text, token.Kind == TokenKind.QuotedIdentifier && Keywords.Contains(token.Text), token.Span);
}

/// <summary><c>a.b.c</c></summary>
internal sealed record PathSyntax(SyntaxList<NameSyntax> Names) : ExpressionSyntax(Covering(Names), 1)
{
    public override IEnumerable<SyntaxNode> Children => Names;

    public NameSyntax Last => Names[^1];

    /// <summary>What stands before the last name; there are two names at least.</summary>
    public PathSyntax WithoutLast => new(new SyntaxList<NameSyntax>([.. Names.Take(Names.Count - 1)]));

    private static TextSpan Covering(SyntaxList<NameSyntax> names) => TextSpan.Covering(names[0].Span, names[^1].Span);

    public override string ToString() => string.Join('.', Names.Select(n => n.Text));
}
