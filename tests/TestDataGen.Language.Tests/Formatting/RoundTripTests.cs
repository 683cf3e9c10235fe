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

    private static FileSyntax Parse(string text)
    {
        var source = new SourceText("test.tdg", text);
        var diagnostics = new DiagnosticBag(source);
        ParsedText parsed = SchemaParser.Parse(source, diagnostics);
        Assert.True(!parsed.HasErrors, string.Join("\n", diagnostics.ToList().Select(d => d.ToDisplayString())));
        return parsed.File;
    }

    private static string Format(string text) =>
        SchemaFormatter.Format(new SourceText("test.tdg", text)).Text ?? throw new InvalidOperationException("It was printed, so it has no errors.");
}
