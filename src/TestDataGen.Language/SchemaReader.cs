namespace TestDataGen.Language;

/// <summary>The way from text to a bound schema: parse, then bind.</summary>
public static class SchemaReader
{
    /// <summary>Greatest size of a file, in bytes: 16 MiB. What is larger is not a schema.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>Parses and binds a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="formats">The faker formats that <c>format(…)</c> may name.</param>
    /// <returns>The schemas of the text (empty when there are errors) and all diagnostics in the order of the text.</returns>
    public static ReadResult Read(SourceText source, IReadOnlyCollection<FormatSignature> formats) => throw new NotImplementedException();

    /// <summary>Reads a file as UTF-8 (with or without a byte order mark).</summary>
    /// <returns>As <see cref="Read"/>; a file that is missing, unreadable, too large or not UTF-8 is a diagnostic too, never an exception.</returns>
    public static ReadResult ReadFile(string path, IReadOnlyCollection<FormatSignature> formats) => throw new NotImplementedException();
}
