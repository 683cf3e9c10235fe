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
        One(t => t.IsName).Labelled("a table").Select(NameSyntax.From).SeparatedAtLeastOnce(Dot).Select(names => new PathSyntax(ListOf(names))),
        WeightedAmount.Or(SeriesAmount).Or(AnyExpression.Select(CountAmountSyntax (value) => new PlainAmountSyntax(value))),
        Word("per").Then(DottedName.SeparatedAtLeastOnce(Comma)).Optional());

    // A line can't be told from the middle of another by its first word, so a broken block is given up as a whole.
    public static readonly Parser<Token, GenerateItemSyntax> GenerateItem =
        Lookahead(One(t => t.Kind is not (TokenKind.RightBrace or TokenKind.EndOfFile) && t.Landmark is not (Landmark.Table or Landmark.Declaration)))
            .Then(Setting.Or(Count).RecoverWith(error =>
                ToNextTable.ThenReturn<GenerateItemSyntax>(new BadGenerateItemSyntax(ErrorOf(error), ErrorOf(error).Span))));

    public static readonly Parser<Token, DeclarationSyntax> Generate = Map(
        DeclarationSyntax (word, schema, profile, _, items, close) => new GenerateSyntax(
            schema,
            profile.GetValueOrDefault(),
            ListOf(close.Error is null ? items : items.Append(new BadGenerateItemSyntax(close.Error, close.Span))),
            TextSpan.Covering(word.Span, close.Span)),
        Keyword("generate"),
        Name,
        Word("as").Then(Name).Optional(),
        LeftBrace,
        GenerateItem.Many(),
        Closing);
}
