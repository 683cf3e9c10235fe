using CsCheck;

namespace TestDataGen.Language.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void A_tree_that_is_printed_and_parsed_is_the_same_tree() => SyntaxGen.File.Sample(
        file =>
        {
            string text = SyntaxPrinter.Print(file, null, []);
            return file.Equals(Parse(text));
        },
        iter: 3_000,
        print: file => SyntaxPrinter.Print(file, null, []));

    [Fact]
    public void Formatting_a_formatted_text_changes_nothing() => SyntaxGen.File.Sample(
        file =>
        {
            string once = Format(SyntaxPrinter.Print(file, null, []));
            return once == Format(once);
        },
        iter: 1_000,
        print: file => SyntaxPrinter.Print(file, null, []));

    [Fact]
    public void Comments_anywhere_stay_and_change_nothing()
    {
        int tried = 0;
        int meant = 0;
        CommentGen.Texts.Sample(
            commented =>
            {
                Interlocked.Increment(ref tried);
                // Where a comment ends a line before a word of the language, that word may mean something else.
                if (TryParse(commented) is not { HasErrors: false } before)
                    return true;
                Interlocked.Increment(ref meant);
                string once = Format(commented);
                ParsedText after = TryParse(once);
                return !after.HasErrors && before.File.Equals(after.File)
                    && before.Comments.Select(c => c.Text).SequenceEqual(after.Comments.Select(c => c.Text))
                    && once == Format(once)
                    && !once.Contains("\n\n\n", StringComparison.Ordinal);
            },
            iter: 3_000,
            print: text => $"{text}\n=== is formatted to\n{TryFormat(text)}\n=== and then differs in\n{Difference(text)}");
        Assert.True(meant > tried * 3 / 4, $"Of {tried} texts only {meant} could be read.");
    }

    private static FileSyntax Parse(string text)
    {
        ParsedText parsed = TryParse(text);
        Assert.False(parsed.HasErrors, text);
        return parsed.File;
    }

    private static ParsedText TryParse(string text)
    {
        var source = new SourceText("test.tdg", text);
        return SchemaParser.Parse(source, new DiagnosticBag(source));
    }

    private static string Difference(string text) => string.Join(
        "\n", (TryFormat(text) ?? "").Split('\n').Zip((TryFormat(TryFormat(text) ?? "") ?? "").Split('\n')).Where(l => l.First != l.Second).Select(l => $"- {l.First}\n+ {l.Second}").Take(3));

    private static string? TryFormat(string text) => SchemaFormatter.Format(new SourceText("test.tdg", text)).Text;

    private static string Format(string text) =>
        SchemaFormatter.Format(new SourceText("test.tdg", text)).Text ?? throw new InvalidOperationException("It was printed, so it has no errors.");
}
