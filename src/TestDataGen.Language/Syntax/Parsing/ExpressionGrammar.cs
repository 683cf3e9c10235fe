using Pidgin;
using static Pidgin.Parser;
using static TestDataGen.Language.Terminals;

namespace TestDataGen.Language;

/// <summary>
/// The grammar of expressions. After an error a rule yields a bad node that holds it, skips to the next landmark, and the rest is read as if nothing had been.
/// </summary>
internal static class ExpressionGrammar
{
    public static readonly Parser<Token, ExpressionSyntax> AnyExpression = Rec(() => Chain!);

    public static readonly Parser<Token, ExpressionSyntax> Literal =
        One(IsLiteral).Labelled("an expression").Select(LiteralOf);

    /// <summary>A hole's expression with its filters.</summary>
    public static readonly Parser<Token, ExpressionSyntax> Hole = Map(
        (value, filters) => filters.Aggregate(value, Filtered),
        AnyExpression,
        Rec(() => Filter!).Many());

    public static readonly Parser<Token, ExpressionSyntax> TemplatePart =
        One(t => t.Kind == TokenKind.TemplateText).Select(ExpressionSyntax (t) => new TemplateTextSyntax((string)t.Value!, t.Text, t.Span))
            .Or(Symbol(TokenKind.HoleStart, "`{`").Then(Hole).Before(Symbol(TokenKind.HoleEnd, "`}`")));

    public static readonly Parser<Token, ExpressionSyntax> Template = Map(
        ExpressionSyntax (start, parts, end) => new TemplateSyntax(ListOf(parts), TextSpan.Covering(start.Span, end.Span)),
        Symbol(TokenKind.TemplateStart, "an expression"),
        TemplatePart.Many(),
        Symbol(TokenKind.TemplateEnd, "`\"`"));

    /// <summary>A number, though any literal is read: what is wrong with it is better said by the binder.</summary>
    public static readonly Parser<Token, ExpressionSyntax> Weight = Map(
        (minus, number) => minus.HasValue ? new UnarySyntax(UnaryOperator.Negate, number, TextSpan.Covering(minus.Value.Span, number.Span)) : number,
        One(t => t.Kind == TokenKind.Minus).Optional(),
        One(IsLiteral).Labelled("a weight").Select(LiteralOf));

    /// <summary>An expression, or a value with its weight: <c>"basic": 80</c>.</summary>
    public static readonly Parser<Token, ExpressionSyntax> Argument = Map(
        (value, weight) => weight.HasValue ? new WeightedSyntax(value, weight.Value) : value,
        AnyExpression,
        Colon.Then(Weight).Optional());

    public static readonly Parser<Token, Bracketed<SyntaxList<ExpressionSyntax>>> Arguments = InParens(ListOf(Argument));

    public static readonly Parser<Token, (NameSyntax Name, Maybe<Bracketed<SyntaxList<ExpressionSyntax>>> Arguments)> Filter = Map(
        (name, arguments) => (name, arguments),
        Symbol(TokenKind.Pipe, "`|`").Then(Name),
        Arguments.Optional());

    public static readonly Parser<Token, ExpressionSyntax> NameOrCall = Map(
        (first, rest, arguments) => NamedBy(first, rest, arguments),
        One(t => t.IsName && !(t.Kind == TokenKind.Identifier && Keywords.Operators.Contains(t.Text)) && t.Landmark == Landmark.None)
            .Labelled("an expression")
            .Select(NameSyntax.From),
        Dot.Then(Name).Many(),
        Arguments.Optional());

    public static readonly Parser<Token, ExpressionSyntax> Operand = OneOf(
        Literal,
        Template,
        NameOrCall,
        Map((_, inner, _) => Inner(inner), Symbol(TokenKind.LeftParen, "an expression"), AnyExpression, RightParen));

    public static readonly Parser<Token, NullTest> IsNull = Map(
        (first, not, last) => new NullTest(not.HasValue, TextSpan.Covering(first.Span, last.Span)),
        Word("is"),
        Word("not").Optional(),
        Word("null"));

    /// <summary>An operand with the signs before it and the tests behind it.</summary>
    public static readonly Parser<Token, Link> OperandLink = Map(
        (prefixes, operand, tests) => new Link(null, prefixes, operand, tests),
        One(t => t.Kind == TokenKind.Minus || t.Is("not")).Many(),
        Operand,
        IsNull.Many());

    public static readonly Parser<Token, ExpressionSyntax> Chain = Map(
        (first, rest) => Fold(first, rest),
        OperandLink,
        Map((@operator, link) => link with { Operator = @operator },
            One(t => t.Landmark == Landmark.None && OperatorTable.TryGetBinary(t, out _, out _)),
            OperandLink).Many());

    public static ExpressionSyntax Filtered(ExpressionSyntax value, (NameSyntax Name, Maybe<Bracketed<SyntaxList<ExpressionSyntax>>> Arguments) filter)
    {
        TextSpan end = filter.Arguments.HasValue ? filter.Arguments.Value.Span : filter.Name.Span;
        var filtered = new FilterSyntax(
            value, filter.Name, filter.Arguments.HasValue ? filter.Arguments.Value.Content : SyntaxList<ExpressionSyntax>.Empty, TextSpan.Covering(value.Span, end));
        if (filtered.Depth <= NestingLimit.MaxDepth)
            return filtered;
        // Said once: a bad expression is no deeper than 1.
        var error = new SyntaxError(DiagnosticCatalog.TooDeep, filter.Name.Span, $"This expression is more than {NestingLimit.MaxDepth} operators deep.");
        return new BadExpressionSyntax(error, filtered.Span);
    }

    // Without the brackets, which are no part of the tree, these could not be written everywhere.
    public static ExpressionSyntax Inner(ExpressionSyntax inner) => inner switch
    {
        LiteralSyntax { Value: RegexValue } => new BadExpressionSyntax(
            new SyntaxError(DiagnosticCatalog.NotHere, inner.Span, "A regular expression can't stand here.", "It belongs in regex(/…/)."), inner.Span),
        LiteralSyntax { Value: PercentValue } => new BadExpressionSyntax(
            new SyntaxError(DiagnosticCatalog.NotHere, inner.Span, "A percentage can't stand here.", "Write it as a fraction: 0.25."), inner.Span),
        _ => inner,
    };

    public static bool IsLiteral(Token token) => token.Kind switch
    {
        >= TokenKind.Number and <= TokenKind.Regex => true,
        TokenKind.Identifier => token.Text is "true" or "false" or "null",
        _ => false,
    };

    public static ExpressionSyntax LiteralOf(Token token) => token.Value is BadValue(var rule)
        ? new BadExpressionSyntax(new SyntaxError(rule, token.Span, ""), token.Span)
        : new LiteralSyntax(ValueOf(token), token.Text, token.Span);

    public static object? ValueOf(Token token) => token.Kind == TokenKind.Identifier ? token.Text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    } : token.Value;

    public static ExpressionSyntax NamedBy(NameSyntax first, IEnumerable<NameSyntax> rest, Maybe<Bracketed<SyntaxList<ExpressionSyntax>>> arguments)
    {
        var path = new PathSyntax(ListOf(rest.Prepend(first)));
        if (!arguments.HasValue)
            return path;
        TextSpan span = TextSpan.Covering(path.Span, arguments.Value.Span);
        return path.Names.Count == 1
            ? new CallSyntax(first, arguments.Value.Content, span)
            : new BadExpressionSyntax(
                new SyntaxError(DiagnosticCatalog.Unexpected, arguments.Value.Span, $"`{path}` is no function.", "A function's name has no dot."), span);
    }

    public static ExpressionSyntax Fold(Link first, IEnumerable<Link> rest)
    {
        var chain = new OperatorChain();
        foreach (Link link in rest.Prepend(first))
        {
            if (link.Operator is { } binary)
                chain.AddBinary(binary);
            foreach (Token prefix in link.Prefixes)
                chain.AddPrefix(prefix);
            chain.AddOperand(link.Operand);
            foreach (NullTest test in link.Tests)
                chain.AddNullTest(test.IsNegated, test.Span);
        }

        return chain.Build();
    }

    public readonly record struct NullTest(bool IsNegated, TextSpan Span);

    public readonly record struct Link(Token? Operator, IEnumerable<Token> Prefixes, ExpressionSyntax Operand, IEnumerable<NullTest> Tests);
}
