using System.Collections.Concurrent;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Fuzz;

/// <summary>What must hold of every text, whatever stands in it.</summary>
internal static class Reading
{
    private static readonly string Folder = Path.Combine(Seeds.Root, "examples");
    private static readonly IDataSetReader DataSets = new KeptDataSets();

    /// <summary>Reads a text, formats it, and plans and fills some rows of it.</summary>
    /// <returns>What does not hold; null: all does.</returns>
    public static Failure? Try(string text) => Try(text, out _);

    /// <summary>Whether a text has no errors.</summary>
    public static bool IsWhole(string text) => Try(text, out bool isWhole) is null && isWhole;

    /// <summary>As <see cref="Try(string)"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isWhole">Whether it has no errors.</param>
    public static Failure? Try(string text, out bool isWhole)
    {
        string step = "read";
        isWhole = false;
        try
        {
            var source = new SourceText("fuzz.tdg", text);
            ReadResult result = SchemaReader.Read(source, FormatCatalog.Signatures, Folder, ["sku"], DataSets);
            isWhole = !result.HasErrors;
            step = "show";
            foreach (Diagnostic diagnostic in result.Diagnostics)
            {
                if (Misplaced(diagnostic, text) is { } wrong)
                    return new Failure($"diagnostic {diagnostic.Code}", wrong);
            }

            if (result.HasErrors && result.Schemas.Count > 0)
                return new Failure("schemas", "There are schemas in spite of errors.");
            step = "format";
            if (Unformatted(source) is { } unformatted)
                return unformatted;
            step = "plan";
            foreach (Schema schema in result.Schemas)
                Run(schema);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Failure($"{step}: {e.GetType().Name} {Where(e)}", e.ToString());
        }
    }

    private static string? Misplaced(Diagnostic diagnostic, string text)
    {
        if (diagnostic.Source is not { } file)
            return $"{diagnostic} stands nowhere.";
        bool isWithin = diagnostic.Span.Length >= 0 && diagnostic.Span.Start >= file.Start && diagnostic.Span.End <= file.Start + file.Text.Length;
        if (!isWithin || (file.Start == 0 && file.Text.Length != text.Length))
            return $"{diagnostic.Code} at {diagnostic.Span} is not within the {file.Text.Length} characters of the text: {diagnostic.Message}";
        if (diagnostic.Line < 1 || diagnostic.Column < 1 || diagnostic.ToDisplayString().Length > 4_000 || diagnostic.Message.Length == 0)
            return $"{diagnostic.Code} can't be shown: {diagnostic.Message}";
        return DiagnosticCatalog.All.Any(r => r.Code == diagnostic.Code) ? null : $"{diagnostic.Code} is not registered.";
    }

    private static Failure? Unformatted(SourceText source)
    {
        ParsedText before = Parse(source);
        string? once = SchemaFormatter.Format(source).Text;
        if (before.HasErrors)
            return once is null ? null : new Failure("format", "A text with errors was formatted.");
        if (once is null)
            return new Failure("format", "A text without errors was not formatted.");
        ParsedText after = Parse(new SourceText("fuzz.tdg", once));
        if (after.HasErrors || !before.File.Equals(after.File))
            return new Failure("format: tree", $"It is formatted to another tree:\n{once}");
        if (SchemaFormatter.Format(new SourceText("fuzz.tdg", once)).Text != once)
            return new Failure("format: twice", $"Formatted twice it is another text:\n{once}");
        return before.Comments.Count == after.Comments.Count ? null : new Failure("format: comments", $"A comment was lost:\n{once}");
    }

    private static ParsedText Parse(SourceText source) => SchemaParser.Parse(source, new DiagnosticBag(source));

    private static void Run(Schema schema)
    {
        foreach (string? profile in schema.Profiles.Select(p => p.Name).Prepend(null).Take(2))
        {
            // A count for each table goes over what the text asks for.
            var options = new PlanOptions
            {
                Profile = profile, Count = 3, Seed = 1, Now = new DateTime(2026, 1, 1),
                TableCounts = schema.Tables.ToDictionary(t => t.Name, t => 3L),
            };
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                Plan plan = Plan.Create(schema, options, patience.Token);
                foreach (TablePlan table in plan.Tables)
                    _ = plan.Read(table, 1, patience.Token).FirstOrDefault();
            }
            catch (Exception e) when (e is SchemaException or GenerationException or OperationCanceledException)
            {
                // Said, or stopped as a user may stop it.
            }
        }
    }

    // The first of our methods.
    private static string Where(Exception e) => (e.StackTrace ?? "").Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains("TestDataGen.", StringComparison.Ordinal)) is { } line
        ? line.Split(" in ")[0] : "";

    // Data sets are files: each is read once.
    private sealed class KeptDataSets : IDataSetReader
    {
        private readonly ConcurrentDictionary<(string, string, char?), object> _kept = new();

        public IReadOnlyList<string> Kinds => DataSetReader.Instance.Kinds;

        public IReadOnlyList<string> BuiltIn => DataSetReader.Instance.BuiltIn;

        public IReadOnlyList<Table> Records => DataSetReader.Instance.Records;

        public DataSet OpenBuiltIn(string name) => DataSetReader.Instance.OpenBuiltIn(name);

        public DataSet Open(string kind, string path, char? delimiter)
        {
            object found = _kept.Count > 1_000 ? Read() : _kept.GetOrAdd((kind, path, delimiter), _ => Read());
            return found as DataSet ?? throw (DataSetException)found;

            object Read()
            {
                try
                {
                    return DataSetReader.Instance.Open(kind, path, delimiter);
                }
                catch (DataSetException e)
                {
                    return e;
                }
            }
        }
    }
}
