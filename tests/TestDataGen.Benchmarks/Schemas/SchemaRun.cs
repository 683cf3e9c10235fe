using System.Diagnostics;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Benchmarks.Schemas;

/// <summary>One schema: created, read, filled.</summary>
internal static class SchemaRun
{
    public static SchemaResult Run(SchemaServers servers, FileInfo script, long rows, DirectoryInfo? texts)
    {
        string[] name = script.Name.Split('.');
        string kind = name[^2];
        var result = new SchemaResult(string.Join('.', name[..^2]), kind switch { "mysql" => MariaDbServer.Name, "postgres" => "PostgreSQL", _ => "SQLite" });
        string badRows = Path.GetTempFileName();
        try
        {
            DatabaseTarget target = servers.Create(kind, script);
            using (Database database = target.Open(new LoadOptions(), default))
                result = result with { Version = $"{result.Server} {VersionOf(database)}" };
            ImportedSchema imported = SchemaImport.From(target, new ImportOptions { Rows = rows, Name = result.Name });
            Plan plan = PlanOf(imported, script, texts);
            result = Asked(result, imported, plan);
            var watch = Stopwatch.StartNew();
            // A script may have brought rows of its own.
            using var sink = new DatabaseSink(target, new LoadOptions { CreateTable = TableCreation.Never, Truncate = true, DisableConstraints = imported.Notes.Any(n => n.Reason.Contains("constraints disabled", StringComparison.Ordinal)), BadRowPath = badRows, MayReplaceBadRows = true });
            IReadOnlyList<ExportResult> loaded = Exporter.Run(plan, sink, Environment.ProcessorCount);
            double seconds = watch.Elapsed.TotalSeconds;
            long rejected = File.Exists(badRows) ? File.ReadLines(badRows).Count(l => l.Length > 0) : 0;
            string[] broken = [.. new DatabaseTest(target).Run(plan.Schema.Tables).Where(r => r.IsMet == false).Select(r => $"not met: {r.Table}: {r.Constraint}: {r.Note} {string.Join("; ", r.Examples)}")];
            return result with { Loaded = loaded.Sum(r => r.Rows), Rejected = rejected, Broken = broken.Length, Seconds = seconds, Notes = [.. result.Notes, .. Refused(badRows), .. broken] };
        }
        catch (Exception e) when (e is ExportException or SchemaException or GenerationException or InvalidOperationException or System.Data.Common.DbException)
        {
            return result with { Failure = e.Message, Notes = [.. result.Notes, .. Refused(badRows)] };
        }
        finally
        {
            File.Delete(badRows);
        }
    }

    // 15.18 (Debian …); 5.5.5-10.11.19-MariaDB, where the first is what old clients want to hear.
    private static string VersionOf(Database database) => database.Connection.ServerVersion.Replace("5.5.5-", "", StringComparison.Ordinal).Split(['-', ' '])[0];

    /// <summary>The plan of a schema as it was read.</summary>
    public static Plan PlanOf(ImportedSchema imported, FileInfo script, DirectoryInfo? texts)
    {
        if (texts is not null)
            File.WriteAllText(Path.Combine(texts.FullName, Path.ChangeExtension(script.Name, ".tdg")), imported.Text);
        ReadResult read = SchemaReader.Read(new SourceText(Path.ChangeExtension(script.Name, ".tdg"), imported.Text), FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        return read.HasErrors ? throw new SchemaException(read.Diagnostics) : Plan.Create(read.Schemas[0], new PlanOptions { Seed = 1, Now = new DateTime(2026, 1, 1) });
    }

    /// <summary>The result with what is asked for.</summary>
    public static SchemaResult Asked(SchemaResult result, ImportedSchema imported, Plan plan)
    {
        int missing = imported.Notes.Count(n => n.Column is null && n.Reason.StartsWith("it is left out", StringComparison.Ordinal));
        return result with
        {
            Tables = plan.Tables.Count + missing,
            LeftOut = plan.Tables.Count(t => t.RowCount == 0) + missing,
            Asked = plan.Tables.Sum(t => t.RowCount),
            Notes = [.. imported.Notes.GroupBy(Shown).Select(g => g.Count() == 1 ? g.First().ToString() : $"{g.Count()} times: {g.Key}")],
        };

        // The same of many tables is said once.
        static string Shown(ImportNote note) => note.Reason.StartsWith("a check is not kept", StringComparison.Ordinal) ? $"{note.Reason.Split('(')[0]}… ({note.Reason.Split('(')[^1]}" : note.ToString();
    }

    private static IEnumerable<string> Refused(string badRows) =>
        File.Exists(badRows) ? File.ReadLines(badRows).Where(l => l.Length > 0).Take(3).Select(l => $"refused: {l[..Math.Min(400, l.Length)]}") : [];
}
