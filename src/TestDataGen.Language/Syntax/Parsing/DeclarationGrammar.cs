using Pidgin;
using static Pidgin.Parser;
using static TestDataGen.Language.ExpressionGrammar;
using static TestDataGen.Language.GenerateGrammar;
using static TestDataGen.Language.MemberGrammar;
using static TestDataGen.Language.Terminals;

namespace TestDataGen.Language;

/// <summary>
/// The grammar of a file: declarations and tables. After an error a rule yields a bad node that holds it, skips to the next landmark, and the rest is read as if nothing had been.
/// </summary>
internal static class DeclarationGrammar
{
    public static readonly Parser<Token, SchemaMemberSyntax> Table = Map(
        SchemaMemberSyntax (word, name, mixins, members) => new TableSyntax(
            name, mixins.HasValue ? ListOf(mixins.Value) : SyntaxList<NameSyntax>.Empty, members.Content, TextSpan.Covering(word.Span, members.Span)),
        One(t => t.Landmark == Landmark.Table).Labelled("`table`"),
        DottedName,
        Word("with").Then(Name.SeparatedAtLeastOnce(Comma)).Optional(),
        Members);

    public static readonly Parser<Token, SchemaMemberSyntax> SchemaMember =
        Lookahead(One(t => t.Kind is not (TokenKind.RightBrace or TokenKind.EndOfFile) && t.Landmark != Landmark.Declaration))
            .Then(Table.OrBad(ToNextTable, error => new BadSchemaMemberSyntax(ErrorOf(error), ErrorOf(error).Span)));

    /// <summary>Tables behind the braces of a schema: there is a brace too many among those before.</summary>
    public static readonly Parser<Token, IEnumerable<SchemaMemberSyntax>> StrayTables = Map(
        (first, tables, _) => tables.Prepend(new BadSchemaMemberSyntax(StrayTable(first), first.Span)),
        Lookahead(One(t => t.Landmark == Landmark.Table)),
        SchemaMember.AtLeastOnce(),
        RightBrace.Optional());

    public static readonly Parser<Token, DeclarationSyntax> Schema = Map(
        DeclarationSyntax (word, name, open, members, close, stray) => new SchemaSyntax(
            name,
            ListOf(Within(open, members, close, (error, span) => new BadSchemaMemberSyntax(error, span)).Concat(stray.GetValueOrDefault([]))),
            TextSpan.Covering(word.Span, close.Span)),
        Keyword("schema"),
        Name,
        Opening,
        SchemaMember.Many(),
        Closing,
        StrayTables.Optional());

    public static readonly Parser<Token, DeclarationSyntax> Import = Map(
        DeclarationSyntax (word, path) => new ImportSyntax(new LiteralSyntax(path.Value, path.Text, path.Span), TextSpan.Covering(word.Span, path.Span)),
        Keyword("import"),
        One(t => t.Kind == TokenKind.String).Labelled("a text"));

    public static readonly Parser<Token, EnumValueSyntax> EnumValue = Map(
        (name, weight) => new EnumValueSyntax(name, weight.GetValueOrDefault()),
        One(t => t.IsName && t.Landmark is Landmark.None or Landmark.Field).Labelled("a name").Select(NameSyntax.From),
        Colon.Then(Weight).Optional());

    /// <summary>A value and the comma behind it, or what is wrong with the two.</summary>
    public static readonly Parser<Token, (EnumValueSyntax? Value, SyntaxError? Error)> EnumEntry =
        Lookahead(One(t => t.Kind is not (TokenKind.RightBrace or TokenKind.EndOfFile) && t.Landmark is not (Landmark.Table or Landmark.Declaration)))
            .Then(Map(
                    (value, error) => ((EnumValueSyntax?)value, error),
                    EnumValue,
                    Comma.ThenReturn<SyntaxError?>(null)
                        .Or(Lookahead(One(t => t.Kind is TokenKind.RightBrace or TokenKind.EndOfFile || t.Landmark is Landmark.Table or Landmark.Declaration)).ThenReturn<SyntaxError?>(null))
                        .RecoverWith(error => Parser<Token>.Return<SyntaxError?>(ErrorOf(error))))
                .RecoverWith(error => One(t => t.Kind is not (TokenKind.Comma or TokenKind.RightBrace or TokenKind.EndOfFile) && t.Landmark is not (Landmark.Table or Landmark.Declaration)).SkipMany()
                    .Then(Comma.Optional())
                    .ThenReturn(((EnumValueSyntax?)null, (SyntaxError?)ErrorOf(error)))));

    public static readonly Parser<Token, DeclarationSyntax> Enum = Map(
        DeclarationSyntax (word, name, open, entries, close) => new EnumSyntax(
            name, ListOf(entries.Select(e => e.Value).OfType<EnumValueSyntax>()), TextSpan.Covering(word.Span, close.Span))
        {
            Broken = ListOf(Within(
                open, entries.Select(e => e.Error).OfType<SyntaxError>().Select(e => new BadMemberSyntax(e, e.Span)), close, (error, span) => new BadMemberSyntax(error, span))),
        },
        Keyword("enum"),
        Name,
        Opening,
        EnumEntry.Many(),
        Closing);

    public static readonly Parser<Token, DeclarationSyntax> TypeDeclaration = Map(
        (word, name, rest) => rest(word, name),
        Keyword("type"),
        Name,
        Lookahead(LeftBrace).Then(Members).Select(members => (Func<Token, NameSyntax, DeclarationSyntax>)((word, name) =>
                new CompositeTypeSyntax(name, members.Content, TextSpan.Covering(word.Span, members.Span))))
            .Or(Map(
                (_, type, modifiers) => (Func<Token, NameSyntax, DeclarationSyntax>)((word, name) =>
                    new TypeAliasSyntax(name, type, ListOf(modifiers), TextSpan.Covering(word.Span, modifiers.LastOrDefault()?.Span ?? type.Span))),
                Assign,
                TypeName,
                AnyModifier.Many())));

    public static readonly Parser<Token, DeclarationSyntax> Mixin = Map(
        DeclarationSyntax (word, name, members) => new MixinSyntax(name, members.Content, TextSpan.Covering(word.Span, members.Span)),
        Keyword("mixin"),
        Name,
        Members);

    public static readonly Parser<Token, DeclarationSyntax> Dataset = Map(
        DeclarationSyntax (word, name, _, origin, arguments, modifiers) => new DatasetSyntax(
            name,
            new CallSyntax(origin, arguments.Content, TextSpan.Covering(origin.Span, arguments.Span)),
            ListOf(modifiers),
            TextSpan.Covering(word.Span, modifiers.LastOrDefault()?.Span ?? arguments.Span)),
        Keyword("dataset"),
        Name,
        Assign,
        Name,
        Arguments,
        AnyModifier.Many());

    public static readonly Parser<Token, Unit> ToNextDeclaration =
        One(t => t.Kind != TokenKind.EndOfFile && t.Landmark != Landmark.Declaration).SkipMany();

    public static readonly Parser<Token, DeclarationSyntax> Declaration =
        Lookahead(One(t => t.Kind != TokenKind.EndOfFile))
            .Then(OneOf(Generate, Schema, Import, Enum, TypeDeclaration, Mixin, Dataset).OrBad(ToNextDeclaration, BadDeclaration));

    public static readonly Parser<Token, FileSyntax> File = Map(
        (declarations, end) => new FileSyntax(ListOf(declarations), new TextSpan(0, end.Span.End)),
        Declaration.Many(),
        One(t => t.Kind == TokenKind.EndOfFile));

    public static DeclarationSyntax BadDeclaration(ParseError<Token> error)
    {
        Token found = error.Unexpected.GetValueOrDefault();
        SyntaxError said = found.Landmark == Landmark.Table ? StrayTable(found) : ErrorOf(error);
        return new BadDeclarationSyntax(said, said.Span);
    }

    public static SyntaxError StrayTable(Token table) =>
        new(DiagnosticCatalog.Unexpected, table.Span, "A table stands in the braces of a schema.", "Is there a `}` too many before it?");
}
