using Microsoft.SqlServer.TransactSql.ScriptDom;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Benchmarks.Schemas;

/// <summary>
/// One schema of SQL Server, for which there is no server here: its script read, and a script with its tables and rows written, which SQL Server's own parser must take.
/// </summary>
internal static class TSqlRun
{
    public static SchemaResult Run(FileInfo script, long rows, DirectoryInfo? texts)
    {
        string name = script.Name.Split('.')[0];
        var result = new SchemaResult(name, "T-SQL");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tdg-schemas-");
        try
        {
            ImportedSchema imported = SchemaImport.FromScript(script.FullName, SqlDialects.Find("sqlserver")!, new ImportOptions { Rows = rows, Name = name });
            Plan plan = SchemaRun.PlanOf(imported, script, texts);
            result = SchemaRun.Asked(result, imported, plan);
            string path = Path.Combine(folder.FullName, $"{name}.sql");
            using (var sink = new SqlScriptSink(path, SqlDialects.Find("sqlserver")!))
                result = result with { Loaded = Exporter.Run(plan, sink, Environment.ProcessorCount).Sum(r => r.Rows) };
            using StreamReader reader = File.OpenText(path);
            var parsed = (TSqlScript)new TSql170Parser(initialQuotedIdentifiers: true).Parse(reader, out IList<ParseError> errors);
            return result with { Statements = parsed.Batches.Sum(b => b.Statements.Count), Rejected = errors.Count, Notes = [.. result.Notes, .. errors.Take(3).Select(e => $"line {e.Line}: {e.Message}")] };
        }
        catch (Exception e) when (e is ExportException or SchemaException or GenerationException)
        {
            return result with { Failure = e.Message };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
