using Pidgin;
using static Pidgin.Parser;
using static TestDataGen.Language.ExpressionGrammar;
using static TestDataGen.Language.MemberGrammar;
using static TestDataGen.Language.Terminals;

namespace TestDataGen.Language;

/// <summary>
/// The grammar of a <c>generate</c> block. After an error a rule yields a bad node that holds it, skips to the next landmark, and the rest is read as if nothing had been.
/// </summary>
internal static class GenerateGrammar
{
    public static readonly Parser<Token, GenerateItemSyntax> Setting = Map(
        GenerateItemSyntax (name, value) => new SettingSyntax(NameSyntax.From(name), value),
        One(t => t.Kind == TokenKind.Identifier && Keywords.Settings.Contains(t.Text)).Labelled("a setting"),
        AnyExpression);

    public static readonly Parser<Token, CountAmountSyntax> WeightedAmount = Map(
        CountAmountSyntax (open, cases, close) => new WeightedAmountSyntax(ListOf(cases), TextSpan.Covering(open.Span, close.Span)),
        LeftBrace,
        Map((value, weight) => new WeightedSyntax(value, weight), AnyExpression.Before(Colon), Weight).SeparatedAndOptionallyTerminated(Comma),
        RightBrace);

    // `every` may be the field that a count is made of, but then no literal follows.
    public static readonly Parser<Token, CountAmountSyntax> SeriesAmount = Map(
        CountAmountSyntax (every, step, from, to) => new SeriesAmountSyntax(step, from, to, TextSpan.Covering(every.Span, to.Span)),
        Try(Word("every").Before(Lookahead(One(IsLiteral)))),
        ExpressionGrammar.Literal,
        Word("from").Then(AnyExpression),
        Word("to").Then(AnyExpression));

    public static readonly Parser<Token, GenerateItemSyntax> Count = Map(
        GenerateItemSyntax (table, amount, parents) => new CountSyntax(
            table, amount, parents.HasValue ? ListOf(parents.Value) : SyntaxList<PathSyntax>.Empty),
        One(t => t.IsName).Labelled("a table").Select(TableName).SeparatedAtLeastOnce(Dot).Select(names => new PathSyntax(ListOf(names))),
        WeightedAmount.Or(SeriesAmount).Or(AnyExpression.Select(CountAmountSyntax (value) => new PlainAmountSyntax(value))),
        Word("per").Then(Lookahead(One(t => t.Landmark != Landmark.Item).Labelled("a table")).Then(DottedName).SeparatedAtLeastOnce(Comma)).Optional());

    /// <summary>Everything up to the next line that begins with a name, or the end of the braces.</summary>
    public static readonly Parser<Token, Unit> ToNextItem = OneOf(
        Lookahead(One(t => !(t.IsFirst && t.IsName && !Keywords.GoesOn(t)))).Then(SkippedToken).IgnoreResult(),
        One(t => t.Landmark is Landmark.Field or Landmark.Constraint && !t.IsFirst).IgnoreResult()).SkipMany();

    public static readonly Parser<Token, GenerateItemSyntax> GenerateItem =
        Lookahead(One(t => t.Kind is not (TokenKind.RightBrace or TokenKind.EndOfFile) && t.Landmark is not (Landmark.Table or Landmark.Declaration)))
            .Then(Setting.Or(Count).OrBad(ToNextItem, error => new BadGenerateItemSyntax(ErrorOf(error), ErrorOf(error).Span)));

    // On a line of its own a word that begins declarations would begin one: its canonical form is in quotes.
    public static NameSyntax TableName(Token token) =>
        token.Text == "table" || Keywords.Declarations.Contains(token.Text) ? new NameSyntax(token.Text, true, token.Span) : NameSyntax.From(token);

    public static readonly Parser<Token, DeclarationSyntax> Generate = Map(
        DeclarationSyntax (word, schema, profile, open, items, close) => new GenerateSyntax(
            schema,
            profile.GetValueOrDefault(),
            ListOf(Within(open, items, close, (error, span) => new BadGenerateItemSyntax(error, span))),
            TextSpan.Covering(word.Span, close.Span)),
        Keyword("generate"),
        Name,
        Word("as").Then(Name).Optional(),
        Opening,
        GenerateItem.Many(),
        Closing);
}
