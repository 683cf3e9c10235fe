namespace TestDataGen.Language;

/// <summary>Prints a text in the canonical form.</summary>
public static class SchemaFormatter
{
    /// <summary>
    /// Formats a text: names, values and comments stay, blanks and line breaks become the canonical ones, aliases of types their canonical names.
    /// What it prints means the same, and printing it again changes nothing.
    /// </summary>
    /// <returns>The text, or the errors for which there is none. Names are not resolved, so a text with unknown names is formatted too.</returns>
    public static FormatResult Format(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var diagnostics = new DiagnosticBag(source);
        ParsedText parsed = SchemaParser.Parse(source, diagnostics);
        return parsed.HasErrors
            ? new FormatResult(null, diagnostics.ToList())
            : new FormatResult(SyntaxPrinter.Print(parsed.File, source, parsed.Comments), []);
    }
}
