using Pidgin;

namespace TestDataGen.Language;

/// <summary>The way from text to tree. The rules are in the classes named Grammar: a named production a rule, from the smallest up.</summary>
internal static class SchemaParser
{
    /// <summary>Parses a text. Whatever is wrong with it is in <paramref name="diagnostics"/>; the tree is always there.</summary>
    public static ParsedText Parse(SourceText source, DiagnosticBag diagnostics)
    {
        LexedText lexed = Lexer.Lex(source, diagnostics);
        var nothing = new FileSyntax(SyntaxList<DeclarationSyntax>.Empty, new TextSpan(source.Start, source.Text.Length));
        if (!NestingLimit.Check(lexed.Tokens, diagnostics))
            return new ParsedText(nothing, lexed.Comments, HasErrors: true);

        Landmarks.Mark(lexed.Tokens, source, diagnostics);
        Diagnostic[] words = [.. diagnostics.ToList().Where(d => d.Source == source)];
        FileSyntax file = DeclarationGrammar.File.Parse(lexed.Tokens) is { Success: true } result ? result.Value : nothing;
        bool hasErrors = words.Length > 0 | ReportBadNodes(file, source, lexed.Tokens, words, diagnostics);
        return new ParsedText(file, lexed.Comments, hasErrors);
    }

    /// <summary>Parses what chooses some rows of a table.</summary>
    /// <returns>The tree; null, and said, where something is wrong.</returns>
    public static RowFilterSyntax? ParseFilter(SourceText source, DiagnosticBag diagnostics)
    {
        LexedText lexed = Lexer.Lex(source, diagnostics);
        if (diagnostics.HasErrors || !NestingLimit.Check(lexed.Tokens, diagnostics))
            return null;
        Result<Token, RowFilterSyntax> result = RowFilterGrammar.Filter.Parse(lexed.Tokens);
        if (result.Success)
            return ReportBadNodes(result.Value, source, lexed.Tokens, [], diagnostics) ? null : result.Value;
        SyntaxError error = Terminals.ErrorOf(result.Error!);
        diagnostics.Report(error.Rule, error.Span, error.Message, error.Hint);
        return null;
    }

    // What the lexer has already spoken of is not said again in other words: an error on a line with a bad word, or right behind it, is silent.
    private static bool ReportBadNodes(SyntaxNode root, SourceText source, List<Token> tokens, IReadOnlyList<Diagnostic> words, DiagnosticBag diagnostics)
    {
        var spoiledLines = words.Select(d => d.Line).ToHashSet();
        bool found = false;
        var waiting = new Stack<SyntaxNode>([root]);
        while (waiting.TryPop(out SyntaxNode? node))
        {
            if (node is IBadNode { Error: var error })
            {
                found = true;
                if (!spoiledLines.Contains(LineOf(error.Span.Start)) && !spoiledLines.Contains(LineOf(StartOfTokenBefore(tokens, error.Span.Start))))
                    diagnostics.Report(error.Rule, error.Span, error.Message, error.Hint);
            }

            // In the order of the text: of two errors at one place the first is said.
            foreach (SyntaxNode child in node.Children.Reverse())
                waiting.Push(child);
        }

        return found;

        int LineOf(int offset) => source.Locate(offset).Line;
    }

    private static int StartOfTokenBefore(List<Token> tokens, int offset)
    {
        int low = 0;
        int high = tokens.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Span.Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? offset : tokens[low - 1].Span.Start;
    }
}
