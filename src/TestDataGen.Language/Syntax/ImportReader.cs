namespace TestDataGen.Language;

/// <summary>
/// Puts the declarations of imported files in the place of the imports. All files share one space of places: each begins behind the one read before it, so that a
/// place tells its file.
/// </summary>
internal sealed class ImportReader(SourceText main, DiagnosticBag diagnostics)
{
    // Each level takes some stack.
    private const int MaxDepth = NestingLimit.MaxBrackets;

    private static readonly StringComparer Names = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly HashSet<string> _read = new(Names);
    private readonly List<string> _way = [];

    /// <summary>The declarations of a file and of all that it imports. An import that could not be read stays, and is reported.</summary>
    /// <param name="file">The file's own declarations.</param>
    /// <param name="path">Its path; null for a text that stands in no file.</param>
    /// <param name="folder">What its imports are relative to; null: nothing, so that it can't import.</param>
    public FileSyntax Resolve(FileSyntax file, string? path, string? folder)
    {
        if (!file.Declarations.Any(d => d is ImportSyntax))
            return file;
        if (path is not null)
            Enter(Path.GetFullPath(path));
        return new FileSyntax(new SyntaxList<DeclarationSyntax>(Expand(file, folder)), file.Span);
    }

    private bool Enter(string path)
    {
        _way.Add(path);
        return _read.Add(path);
    }

    private List<DeclarationSyntax> Expand(FileSyntax file, string? folder)
    {
        var own = new OwnDeclarations(file);
        var declarations = new List<DeclarationSyntax>();
        foreach (DeclarationSyntax declaration in file.Declarations)
        {
            if (declaration is ImportSyntax import && Import(import, folder) is { } imported)
                declarations.AddRange(imported.Where(d => !own.Replaces(d)));
            else
                declarations.Add(declaration);
        }

        return declarations;
    }

    private List<DeclarationSyntax>? Import(ImportSyntax import, string? folder)
    {
        string written = (string)import.Path.Value!;
        if (folder is null)
            return Refuse(import, new FileFailure(DiagnosticCatalog.FileNotFound, "This text stands in no file.", "Read it from a file, beside which the other is found."));
        if (written.Contains("://", StringComparison.Ordinal))
            return Refuse(import, new FileFailure(DiagnosticCatalog.FileNotFound, "It is no file.", "Only files are imported: save it beside this one."));
        if (written.Length == 0 || written.Contains('\0', StringComparison.Ordinal))
            return Refuse(import, new FileFailure(DiagnosticCatalog.FileNotFound, "This is no path.", "Write `import \"FILE\"`."));

        string shown = Path.Combine(folder, written);
        string path = Path.GetFullPath(shown);
        if (_way.FindIndex(w => Names.Equals(w, path)) is var first and >= 0)
            return RefuseCircle(import, [.. _way[first..], path]);
        if (_way.Count > MaxDepth)
            return Refuse(import, new FileFailure(DiagnosticCatalog.TooDeep, $"More than {MaxDepth} files import each other here.", "Import what is needed in the file that needs it."));
        if (_read.Contains(path))
            return [];
        if (FileText.Read(path, out string? text) is { } failure)
            return Refuse(import, failure);
        if (main.SpaceEnd + (long)text!.Length > SchemaReader.MaxFileBytes)
            return Refuse(import, new FileFailure(DiagnosticCatalog.FileTooLarge, $"With all that it imports the file has more than {Shown.Count(SchemaReader.MaxFileBytes)} characters."));

        Enter(path);
        ParsedText parsed = SchemaParser.Parse(main.AddImport(shown, text), diagnostics);
        List<DeclarationSyntax> declarations = Expand(parsed.File, Path.GetDirectoryName(shown) ?? "");
        _way.RemoveAt(_way.Count - 1);
        // A file that could not even be cut up into declarations says nothing about what is declared in it.
        return parsed.HasErrors && declarations.Count == 0 ? null : declarations;
    }

    private List<DeclarationSyntax>? Refuse(ImportSyntax import, FileFailure failure)
    {
        string why = char.ToLowerInvariant(failure.Message[0]) + failure.Message[1..];
        diagnostics.Report(failure.Rule, import.Path.Span, $"{Shown.Short(import.Path.Text, 200)} can't be imported: {why}", failure.Hint);
        return null;
    }

    private List<DeclarationSyntax>? RefuseCircle(ImportSyntax import, List<string> way)
    {
        string[] names = [.. way.Select(p => Path.GetFileName(p))];
        string message = names.Length == 2 ? $"`{names[0]}` imports itself." : $"These files import each other in a circle: {string.Join(" → ", names)}.";
        diagnostics.Report(DiagnosticCatalog.ImportCircle, import.Path.Span, message);
        // What the file declares is known all the same: it is being read.
        return [];
    }

    // What a file declares of these itself takes the place of what it imports.
    private sealed class OwnDeclarations(FileSyntax file)
    {
        private readonly HashSet<string> _schemas = new(file.Declarations.OfType<SchemaSyntax>().Select(s => s.Name.Text), StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _blocks = new(file.Declarations.OfType<GenerateSyntax>().Select(KeyOf), StringComparer.OrdinalIgnoreCase);

        public bool Replaces(DeclarationSyntax declaration) => declaration switch
        {
            SchemaSyntax schema => _schemas.Contains(schema.Name.Text),
            GenerateSyntax block => _schemas.Contains(block.Schema.Text) || _blocks.Contains(KeyOf(block)),
            _ => false,
        };

        private static string KeyOf(GenerateSyntax block) => $"{block.Schema.Text}\n{block.Profile?.Text}";
    }
}
