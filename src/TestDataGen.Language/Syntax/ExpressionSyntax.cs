namespace TestDataGen.Language;

/// <summary>An expression as written. <paramref name="Depth"/> is the height of its tree.</summary>
internal abstract record ExpressionSyntax(TextSpan Span, int Depth) : SyntaxNode(Span)
{
    // The height follows from the parts: it takes no part in equality.
    public virtual bool Equals(ExpressionSyntax? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A literal: what it means and how it is written.</summary>
internal sealed record LiteralSyntax(object? Value, string Text, TextSpan Span) : ExpressionSyntax(Span, 1);

/// <summary>The text between the holes of a template.</summary>
internal sealed record TemplateTextSyntax(string Value, string Text, TextSpan Span) : ExpressionSyntax(Span, 1);

/// <summary><c>"{a}-{b}"</c></summary>
internal sealed record TemplateSyntax(SyntaxList<ExpressionSyntax> Parts, TextSpan Span) : ExpressionSyntax(Span, 1 + DepthOf(Parts))
{
    public override IEnumerable<SyntaxNode> Children => Parts;

    internal static int DepthOf(IEnumerable<ExpressionSyntax> parts) => parts.Select(p => p.Depth).DefaultIfEmpty().Max();
}

/// <summary><c>name(argument, …)</c></summary>
internal sealed record CallSyntax(NameSyntax Name, SyntaxList<ExpressionSyntax> Arguments, TextSpan Span)
    : ExpressionSyntax(Span, 1 + TemplateSyntax.DepthOf(Arguments))
{
    public override IEnumerable<SyntaxNode> Children => [Name, .. Arguments];
}

/// <summary><c>value | name(argument, …)</c> in a hole of a template: a call of which the value is the first argument.</summary>
internal sealed record FilterSyntax(ExpressionSyntax Value, NameSyntax Name, SyntaxList<ExpressionSyntax> Arguments, TextSpan Span)
    : ExpressionSyntax(Span, 1 + Math.Max(Value.Depth, TemplateSyntax.DepthOf(Arguments)))
{
    public override IEnumerable<SyntaxNode> Children => [Value, Name, .. Arguments];
}

/// <summary><c>value: weight</c> as an argument.</summary>
internal sealed record WeightedSyntax(ExpressionSyntax Value, ExpressionSyntax Weight)
    : ExpressionSyntax(TextSpan.Covering(Value.Span, Weight.Span), 1 + Math.Max(Value.Depth, Weight.Depth))
{
    public override IEnumerable<SyntaxNode> Children => [Value, Weight];
}

/// <summary><c>-x</c>, <c>not x</c></summary>
internal sealed record UnarySyntax(UnaryOperator Operator, ExpressionSyntax Operand, TextSpan Span) : ExpressionSyntax(Span, 1 + Operand.Depth)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

/// <summary><c>x + y</c> and the like.</summary>
internal sealed record BinarySyntax(BinaryOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(TextSpan.Covering(Left.Span, Right.Span), 1 + Math.Max(Left.Depth, Right.Depth))
{
    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}

/// <summary><c>a..b</c></summary>
internal sealed record RangeSyntax(ExpressionSyntax Low, ExpressionSyntax High)
    : ExpressionSyntax(TextSpan.Covering(Low.Span, High.Span), 1 + Math.Max(Low.Depth, High.Depth))
{
    public override IEnumerable<SyntaxNode> Children => [Low, High];
}

/// <summary><c>x is null</c>, <c>x is not null</c></summary>
internal sealed record NullTestSyntax(ExpressionSyntax Operand, bool IsNegated, TextSpan Span) : ExpressionSyntax(Span, 1 + Operand.Depth)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

/// <summary>No expression.</summary>
internal sealed record BadExpressionSyntax(SyntaxError Error, TextSpan Span) : ExpressionSyntax(Span, 1), IBadNode;
