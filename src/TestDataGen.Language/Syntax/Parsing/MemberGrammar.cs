using Pidgin;
using static Pidgin.Parser;
using static TestDataGen.Language.ExpressionGrammar;
using static TestDataGen.Language.Terminals;

namespace TestDataGen.Language;

/// <summary>
/// The grammar of types, modifiers, fields and table constraints. After an error a rule yields a bad node that holds it, skips to the next landmark, and the rest is read as if nothing had been.
/// </summary>
internal static class MemberGrammar
{
    public static readonly Parser<Token, LiteralSyntax> Measure =
        One(t => t.Kind == TokenKind.Number).Labelled("a number").Select(t => new LiteralSyntax(t.Value, t.Text, t.Span));

    /// <summary><c>[3]</c>, <c>[0..3]</c></summary>
    public static readonly Parser<Token, Bracketed<SyntaxList<LiteralSyntax>>> Elements = Map(
        (open, least, most, close) => new Bracketed<SyntaxList<LiteralSyntax>>(
            most.HasValue ? new([least, most.Value]) : new([least]), TextSpan.Covering(open.Span, close.Span)),
        Symbol(TokenKind.LeftBracket, "`[`"),
        Measure,
        Symbol(TokenKind.DotDot, "`..`").Then(Measure).Optional(),
        Symbol(TokenKind.RightBracket, "`]`"));

    public static readonly Parser<Token, TypeSyntax> TypeName = Map(
        (name, measures, elements) => new TypeSyntax(
            ScalarTypes.Canonical(name),
            measures.HasValue ? measures.Value.Content : SyntaxList<LiteralSyntax>.Empty,
            TextSpan.Covering(name.Span, elements.HasValue ? elements.Value.Span : measures.HasValue ? measures.Value.Span : name.Span))
        {
            Elements = elements.HasValue ? elements.Value.Content : SyntaxList<LiteralSyntax>.Empty,
        },
        One(t => t.IsName && t.Landmark == Landmark.None).Labelled("a type").Select(NameSyntax.From),
        InParens(Measure.SeparatedAtLeastOnce(Comma).Select(ListOf)).Optional(),
        Elements.Optional());

    public static readonly Parser<Token, NameSyntax> Alias =
        Word("as").Then(One(t => t.IsName && t.Landmark == Landmark.None).Labelled("a name")).Select(NameSyntax.From);

    /// <summary><c>from database</c>, with its span.</summary>
    public static readonly Parser<Token, TextSpan> FromDatabase = Map(
        (from, database) => TextSpan.Covering(from.Span, database.Span),
        One(t => t.Is("from") && t.Landmark == Landmark.None).Labelled("`from`"),
        One(t => t.Is("database") && t.Landmark == Landmark.None).Labelled("`database`"));

    /// <summary>What may stand behind the brackets of a reference, in either order: <c>from database</c> and an alias.</summary>
    public static readonly Parser<Token, Origin> OriginOfParents = Map(
        (from, alias, later) => new Origin(alias.GetValueOrDefault(), from.HasValue || later.HasValue, (later.HasValue ? later : alias.HasValue ? Maybe.Just(alias.Value.Span) : from).GetValueOrDefault()),
        FromDatabase.Optional(),
        Alias.Optional(),
        FromDatabase.Optional());

    public static readonly Parser<Token, ModifierSyntax> ReferenceModifier = Map(
        ModifierSyntax (word, target, origin) => new ReferenceModifierSyntax(
            target.Content, origin.Alias, TextSpan.Covering(word.Span, origin.Span.Length > 0 ? origin.Span : target.Span)) { IsFromDatabase = origin.IsDatabase },
        One(t => t.Is("references") && t.Landmark == Landmark.None).Labelled("a modifier"),
        InParens(DottedName),
        OriginOfParents);

    public static readonly Parser<Token, ModifierSyntax> WhereModifier = Map(
        ModifierSyntax (word, condition) => new WhereModifierSyntax(condition, TextSpan.Covering(word.Span, condition.Span)),
        One(t => t.Is("where") && t.Landmark == Landmark.None).Labelled("a modifier"),
        AnyExpression);

    /// <summary>An argument without brackets, <c>default 5</c>.</summary>
    public static readonly Parser<Token, Bracketed<SyntaxList<ExpressionSyntax>>> Unbracketed =
        One(t => IsLiteral(t) && t.Kind != TokenKind.Identifier).Before(One(t => t.Kind == TokenKind.PercentSign).Optional()).Select(t => new Bracketed<SyntaxList<ExpressionSyntax>>(
            new([new BadExpressionSyntax(new SyntaxError(DiagnosticCatalog.Unexpected, t.Span, $"Expected `(` but found {t.Show()}.", "The arguments of a modifier stand in brackets: default(5)."), t.Span)]), t.Span));

    public static readonly Parser<Token, ModifierSyntax> SimpleModifier = Map(
        ModifierSyntax (name, arguments) => new SimpleModifierSyntax(
            NameSyntax.From(name),
            arguments.HasValue ? arguments.Value.Content : null,
            arguments.HasValue ? TextSpan.Covering(name.Span, arguments.Value.Span) : name.Span),
        One(t => t.Kind == TokenKind.Identifier && t.Landmark == Landmark.None).Labelled("a modifier"),
        Arguments.Or(Unbracketed).Optional());

    public static readonly Parser<Token, ModifierSyntax> AnyModifier =
        OneOf(ReferenceModifier, WhereModifier, SimpleModifier);

    public static readonly Parser<Token, FieldBodySyntax> RowBinding = Map(
        FieldBodySyntax (row, _, dataset) => new RowBindingSyntax(dataset, TextSpan.Covering(row.Span, dataset.Span)),
        Try(One(t => t.Is("row")).Before(Lookahead(Word("of")))),
        Word("of"),
        Name);

    public static readonly Parser<Token, FieldBodySyntax> Column = Map(
        FieldBodySyntax (type, modifiers, value) => new ColumnSyntax(type, ListOf(modifiers), value.GetValueOrDefault()),
        TypeName,
        AnyModifier.Many(),
        Assign.Then(AnyExpression).Optional());

    /// <summary>What ends the braces of a table, be they closed or not.</summary>
    public static readonly Parser<Token, Token> BodyGoesOn =
        Lookahead(One(t => t.Kind is not (TokenKind.RightBrace or TokenKind.EndOfFile) && t.Landmark is not (Landmark.Table or Landmark.Declaration)));

    public static readonly Parser<Token, TextSpan> SkippedToken = OneOf(
        Map((open, inner, close) => TextSpan.Covering(open.Span, close.HasValue ? close.Value.Span : open.Span),
            One(t => t.Kind == TokenKind.LeftBrace),
            Rec(() => SkippedInBraces!).Many(),
            One(t => t.Kind == TokenKind.RightBrace).Optional()),
        One(t => t.Kind is not (TokenKind.RightBrace or TokenKind.EndOfFile) && t.Landmark is Landmark.None or Landmark.Item).Select(t => t.Span));

    public static readonly Parser<Token, TextSpan> SkippedInBraces = SkippedToken.Or(
        One(t => t.Landmark is Landmark.Field or Landmark.Constraint).Select(t => t.Span));

    /// <summary>Everything up to the next member or the end of the braces.</summary>
    public static readonly Parser<Token, Unit> ToNextMember = SkippedToken.SkipMany();

    /// <summary>Everything up to the next table or the end of the braces.</summary>
    public static readonly Parser<Token, Unit> ToNextTable = OneOf(
        SkippedToken.IgnoreResult(),
        One(t => t.Landmark is Landmark.Field or Landmark.Constraint).IgnoreResult()).SkipMany();

    public static readonly Parser<Token, FieldBodySyntax> FieldBody =
        RowBinding.Or(Column).OrBad(ToNextMember, error => new BadFieldBodySyntax(ErrorOf(error), ErrorOf(error).Span));

    public static readonly Parser<Token, MemberSyntax> Field = Map(
        MemberSyntax (name, colon, body) => new FieldSyntax(name, body) { MissingColon = colon.Error is null ? null : new BadMemberSyntax(colon.Error, colon.Span) },
        One(t => t.Landmark == Landmark.Field).Labelled("a field (`name: type`)").Select(NameSyntax.From),
        Colon.Select(t => new Edge(t.Span, null)).RecoverWith(error => Parser<Token>.Return(new Edge(ErrorOf(error).Span, ErrorOf(error)))),
        FieldBody);

    public static readonly Parser<Token, MemberSyntax> Key = Map(
        MemberSyntax (word, fields) => new KeySyntax(word.Text == "primary_key", fields.Content, TextSpan.Covering(word.Span, fields.Span)),
        One(t => t.Landmark == Landmark.Constraint && (t.Is("primary_key") || t.Is("unique"))),
        InParens(Name.SeparatedAtLeastOnce(Comma).Select(ListOf)));

    public static readonly Parser<Token, MemberSyntax> TableReference = Map(
        MemberSyntax (word, inner, origin, condition) => new TableReferenceSyntax(
            inner.Content.Fields, inner.Content.Target, inner.Content.More, origin.Alias, condition.GetValueOrDefault(),
            TextSpan.Covering(word.Span, condition.HasValue ? condition.Value.Span : origin.Span.Length > 0 ? origin.Span : inner.Span)) { IsFromDatabase = origin.IsDatabase },
        One(t => t.Landmark == Landmark.Constraint && t.Is("references")),
        InParens(Map(
            (fields, target, more) => (Fields: ListOf(fields), Target: target, More: ListOf(more)),
            Name.SeparatedAtLeastOnce(Comma),
            Arrow.Then(DottedName),
            Comma.Then(Name).Many())),
        OriginOfParents,
        One(t => t.Is("where") && t.Landmark == Landmark.None).Then(AnyExpression).Optional());

    public static readonly Parser<Token, MemberSyntax> Check = Map(
        MemberSyntax (word, condition) => new CheckSyntax(condition, TextSpan.Covering(word.Span, condition.Span)),
        One(t => t.Landmark == Landmark.Constraint && t.Is("check")),
        AnyExpression);

    public static readonly Parser<Token, MemberSyntax> Rows = Map(
        MemberSyntax (word, _, rows, close) => new RowsSyntax(ListOf(rows), TextSpan.Covering(word.Span, close.Span)),
        One(t => t.Landmark == Landmark.Constraint && t.Is("rows")),
        LeftBrace,
        InParens(ListOf(AnyExpression)).Select(r => new RowSyntax(r.Content, r.Span)).Many(),
        RightBrace);

    /// <summary>
    /// A name where a member should begin, though no field was seen there: most likely its colon is missing, and that is what the error says. It is there where a
    /// bracket before it is not closed.
    /// </summary>
    public static readonly Parser<Token, MemberSyntax> UnseenField = Map(
        MemberSyntax (name, body) => new FieldSyntax(NameSyntax.From(name), body),
        One(t => t.IsName && t.Landmark == Landmark.None && !Modifiers.IsKnown(t.Text)).Before(Colon),
        FieldBody);

    public static readonly Parser<Token, MemberSyntax> Member = BodyGoesOn.Then(
        OneOf(Field, Key, TableReference, Check, Rows, UnseenField)
            .OrBad(ToNextMember, error => new BadMemberSyntax(ErrorOf(error), ErrorOf(error).Span)));

    /// <summary>Members in braces. A missing brace is an error, but what stands behind is read as if it were there.</summary>
    public static readonly Parser<Token, Bracketed<SyntaxList<MemberSyntax>>> Members = Map(
        (open, members, close) => new Bracketed<SyntaxList<MemberSyntax>>(
            ListOf(Within(open, members, close, (error, span) => new BadMemberSyntax(error, span))), TextSpan.Covering(open.Span, close.Span)),
        Rec(() => Opening),
        Member.Many(),
        Rec(() => Closing));

    /// <summary>An opening brace, or the error that there is none. Behind it stands what stands in the braces.</summary>
    public static Parser<Token, Edge> Opening =>
        LeftBrace.Select(t => new Edge(t.Span, null))
            .RecoverWith(error => One(t => t.Landmark == Landmark.None && !t.IsFirst && t.Kind is not (TokenKind.LeftBrace or TokenKind.RightBrace or TokenKind.EndOfFile)).SkipMany()
                .Then(LeftBrace.Optional())
                .ThenReturn(new Edge(error.Unexpected.GetValueOrDefault().Span with { Length = 0 }, ErrorOf(error) with { Hint = "Open the braces before it." })));

    /// <summary>A closing brace, or the error that there is none.</summary>
    public static Parser<Token, Edge> Closing =>
        RightBrace.Select(t => new Edge(t.Span, null))
            .RecoverWith(error => Parser<Token>.Return(new Edge(error.Unexpected.GetValueOrDefault().Span with { Length = 0 }, MissingBrace(error))));

    public static SyntaxError MissingBrace(ParseError<Token> error)
    {
        Token found = error.Unexpected.GetValueOrDefault();
        return new SyntaxError(DiagnosticCatalog.Unexpected, found.Span, $"Expected `}}` but found {found.Show()}.", "Close the braces before it.");
    }

    /// <summary>What stands between two braces, with a bad node for each of the two that is missing.</summary>
    public static IEnumerable<T> Within<T>(Edge open, IEnumerable<T> inner, Edge close, Func<SyntaxError, TextSpan, T> bad)
    {
        if (open.Error is not null)
            yield return bad(open.Error, open.Span);
        foreach (T item in inner)
            yield return item;
        // Where nothing at all follows, only the braces as a whole are missing.
        if (close.Error is not null && (open.Error is null || inner.Any()))
            yield return bad(close.Error, close.Span);
    }

    /// <summary>Which rows a reference means, and how they are named; an empty span where nothing is said.</summary>
    public readonly record struct Origin(NameSyntax? Alias, bool IsDatabase, TextSpan Span);

    /// <summary>A brace or a colon, or the error that there is none.</summary>
    public readonly record struct Edge(TextSpan Span, SyntaxError? Error);
}
