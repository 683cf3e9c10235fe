namespace TestDataGen.Language;

/// <summary>The way from text to a bound schema: parse, import, bind.</summary>
public static class SchemaReader
{
    /// <summary>Greatest size of a file, in bytes: 16 MiB. What is larger is not a schema.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>Parses and binds a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="formats">The faker formats that <c>format(…)</c> may name.</param>
    /// <param name="folder">What the files that it names are relative to; null: it may not import, and its data sets are looked for in the current folder.</param>
    /// <param name="generators">The names of own generators that a field may use; null: none. No other name in a text can make a program run.</param>
    /// <param name="dataSets">Opens the data sets of the text; null: there are none.</param>
    /// <param name="flatten">Whether the parts of composite types become columns of their own, <c>home_street</c>, and not JSON.</param>
    /// <returns>The schemas of the text (empty when there are errors) and all diagnostics: those of the text in its order, then those of the files that it imports.</returns>
    public static ReadResult Read(
        SourceText source, IReadOnlyCollection<FormatSignature> formats, string? folder = null, IReadOnlyCollection<string>? generators = null, IDataSetReader? dataSets = null,
        bool flatten = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(formats);
        return Read(source, formats, generators, dataSets, flatten, path: null, folder);
    }

    /// <summary>Reads a file as UTF-8 (with or without a byte order mark), and the files that it imports.</summary>
    /// <returns>As <see cref="Read(SourceText, IReadOnlyCollection{FormatSignature}, string?, IReadOnlyCollection{string}?, IDataSetReader?, bool)"/>; a file that is missing, unreadable, too large or not UTF-8 is a diagnostic too, never an exception.</returns>
    public static ReadResult ReadFile(
        string path, IReadOnlyCollection<FormatSignature> formats, IReadOnlyCollection<string>? generators = null, IDataSetReader? dataSets = null,
        bool flatten = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(formats);
        return FileText.Read(path, out string? text) is { } failure
            ? Failed(failure, new SourceText(path, ""))
            : Read(new SourceText(path, text!), formats, generators, dataSets, flatten, path, Path.GetDirectoryName(path) ?? "");
    }

    private static ReadResult Read(
        SourceText source, IReadOnlyCollection<FormatSignature> formats, IReadOnlyCollection<string>? generators, IDataSetReader? dataSets, bool flatten, string? path, string? folder)
    {
        if (generators?.Select(GeneratorNames.Refuse).FirstOrDefault(why => why is not null) is { } refused)
            throw new ArgumentException(refused, nameof(generators));
        if (source.Text.Length > MaxFileBytes)
            return Failed(new FileFailure(DiagnosticCatalog.FileTooLarge, $"This text has {Shown.Count(source.Text.Length)} characters; {Shown.Count(MaxFileBytes)} bytes are the most."), source);
        var diagnostics = new DiagnosticBag(source);
        ParsedText parsed = SchemaParser.Parse(source, diagnostics);
        FileSyntax file = new ImportReader(source, diagnostics).Resolve(parsed.File, path, folder);
        // A file that could not even be cut up into declarations says nothing about what is declared in it.
        IReadOnlyList<Schema> schemas = parsed.HasErrors && file.Declarations.Count == 0 ? [] : SchemaBinder.Bind(file, formats, generators ?? [], new DataSetBinder(dataSets, folder ?? "", diagnostics), flatten, diagnostics);
        return new ReadResult(diagnostics.HasErrors ? [] : schemas, diagnostics.ToList());
    }

    private static ReadResult Failed(FileFailure failure, SourceText source) => new([], [failure.Rule.At(source, default, failure.Message, failure.Hint)]);
}
