namespace TestDataGen.Language;

/// <summary>Prints a text in the canonical form.</summary>
public static class SchemaFormatter
{
    /// <summary>A name as a text has it: in back-quotes where it would be misread without.</summary>
    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Keywords.IsPlain(name) && !Keywords.Contains(name) ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
    }

    /// <summary>
    /// Formats a text: names, values and comments stay, blanks and line breaks become the canonical ones, aliases of types their canonical names.
    /// What it prints means the same, and printing it again changes nothing.
    /// </summary>
    /// <returns>The text, or the errors for which there is none. Names are not resolved, so a text with unknown names is formatted too.</returns>
    public static FormatResult Format(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Format(source, "\n");
    }

    /// <summary>Formats the text of a file, and leaves it with the line breaks that it has, be they those of Windows or of all others. Writes nothing.</summary>
    /// <returns>As <see cref="Format(SourceText)"/>; a file that can't be read is an error too.</returns>
    public static FormatResult FormatFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (FileText.Read(path, out string? text) is { } failure)
            return new FormatResult(null, [failure.Rule.At(new SourceText(path, ""), default, failure.Message, failure.Hint)]);
        int end = text!.IndexOf('\n', StringComparison.Ordinal);
        return Format(new SourceText(path, text), end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n");
    }

    private static FormatResult Format(SourceText source, string lineBreak)
    {
        var diagnostics = new DiagnosticBag(source);
        ParsedText parsed = SchemaParser.Parse(source, diagnostics);
        if (parsed.HasErrors)
            return new FormatResult(null, diagnostics.ToList());
        string text = SyntaxPrinter.Print(parsed.File, source, parsed.Comments);
        if (lineBreak != "\n")
            text = text.Replace("\n", lineBreak, StringComparison.Ordinal);
        return new FormatResult(text, []) { ChangedLine = FirstDifference(source.Text, text) };
    }

    private static int FirstDifference(string before, string after)
    {
        int same = before.AsSpan().CommonPrefixLength(after);
        return same == before.Length && same == after.Length ? 0 : 1 + before.AsSpan(0, same).Count('\n');
    }
}
