using System.Text;
using CsCheck;

namespace TestDataGen.Language.Tests;

/// <summary>Makes texts with comments and blank lines between any two words.</summary>
internal static class CommentGen
{
    private static readonly string[] Comments =
        [" // line\n", "// \"quoted\" {\n", "\n// own line\n", "\n\n// behind a blank line\n", " /* block */ ", "/**/", " /* several\n   lines */ ", "\n/* own */\n", "\n", "\n\n\n"];

    private static readonly string[] BlockComments = [" /* block */ ", "/**/", " /* // */ "];

    /// <summary>Printed trees, into which comments are strewn: few, or many.</summary>
    public static readonly Gen<string> Texts = Gen.Select(
        SyntaxGen.File, Gen.Int[0, int.MaxValue], Gen.OneOf(0.02, 0.1, 0.4), (file, seed, share) => Strew(SyntaxPrinter.Print(file, null, []), new Random(seed), share));

    private static string Strew(string text, Random random, double share)
    {
        var source = new SourceText("test.tdg", text);
        var strewn = new StringBuilder();
        int from = 0;
        int templates = 0;
        int holes = 0;
        foreach (Token token in Lexer.Lex(source, new DiagnosticBag(source)).Tokens)
        {
            strewn.Append(text, from, token.Span.Start - from);
            from = token.Span.Start;
            // Within a text a comment stands in a hole, and may not break the line.
            bool isInText = templates > 0 && (holes < templates || token.Kind == TokenKind.HoleStart);
            if (!isInText && random.NextDouble() < share)
                strewn.Append((templates > 0 ? BlockComments : Comments) is var choice ? choice[random.Next(choice.Length)] : "");
            switch (token.Kind)
            {
                case TokenKind.TemplateStart:
                    templates++;
                    break;
                case TokenKind.TemplateEnd:
                    templates--;
                    break;
                case TokenKind.HoleStart:
                    holes++;
                    break;
                case TokenKind.HoleEnd:
                    holes--;
                    break;
            }
        }

        return strewn.Append(text, from, text.Length - from).ToString();
    }
}
