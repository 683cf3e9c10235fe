using Pidgin;
using static TestDataGen.Language.ExpressionGrammar;
using static TestDataGen.Language.Terminals;

namespace TestDataGen.Language;

/// <summary>The grammar of what chooses some rows of a table. It is a text of one line, so that nothing is read behind an error.</summary>
internal static class RowFilterGrammar
{
    public static readonly Parser<Token, RowFilterSyntax> Filter = Parser.Map(
        (table, condition, _) => new RowFilterSyntax(
            table, condition.GetValueOrDefault(), condition.HasValue ? TextSpan.Covering(table.Span, condition.Value.Span) : table.Span),
        One(t => t.IsName).Labelled("a table").Select(NameSyntax.From).SeparatedAtLeastOnce(Dot).Select(names => new PathSyntax(ListOf(names))),
        Word("where").Then(AnyExpression).Optional(),
        Symbol(TokenKind.EndOfFile, "the end"));
}
