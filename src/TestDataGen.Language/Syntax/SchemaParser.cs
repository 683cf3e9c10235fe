using Pidgin;

namespace TestDataGen.Language;

/// <summary>The way from text to tree. The rules are in the classes named Grammar: a named production a rule, from the smallest up.</summary>
internal static class SchemaParser
{
    /// <summary>Parses a text. Whatever is wrong with it is in <paramref name="diagnostics"/>; the tree is always there.</summary>
    public static ParsedText Parse(SourceText source, DiagnosticBag diagnostics)
    {
        LexedText lexed = Lexer.Lex(source, diagnostics);
        var nothing = new FileSyntax(SyntaxList<DeclarationSyntax>.Empty, new TextSpan(0, source.Text.Length));
        if (!NestingLimit.Check(lexed.Tokens, diagnostics))
            return new ParsedText(nothing, lexed.Comments, HasErrors: true);

        Landmarks.Mark(lexed.Tokens, source);
        var words = diagnostics.ToList();
        FileSyntax file = DeclarationGrammar.File.Parse(lexed.Tokens) is { Success: true } result ? result.Value : nothing;
        bool hasErrors = words.Count > 0 | ReportBadNodes(file, words, diagnostics);
        return new ParsedText(file, lexed.Comments, hasErrors);
    }

    // What the lexer has already spoken of is not said again in other words: an error on a line with a bad word is silent.
    private static bool ReportBadNodes(FileSyntax file, IReadOnlyList<Diagnostic> words, DiagnosticBag diagnostics)
    {
        var spoiledLines = words.Select(d => d.Line).ToHashSet();
        bool found = false;
        var waiting = new Stack<SyntaxNode>([file]);
        while (waiting.TryPop(out SyntaxNode? node))
        {
            if (node is IBadNode { Error: var error })
            {
                found = true;
                if (!Enumerable.Range(diagnostics.Source.Locate(node.Span.Start).Line, 1 + LinesBetween(diagnostics.Source, node.Span, error.Span)).Any(spoiledLines.Contains))
                    diagnostics.Report(error.Rule, error.Span, error.Message, error.Hint);
            }

            foreach (SyntaxNode child in node.Children)
                waiting.Push(child);
        }

        return found;
    }

    private static int LinesBetween(SourceText source, TextSpan from, TextSpan to) =>
        Math.Max(0, source.Locate(to.Start).Line - source.Locate(from.Start).Line);
}
