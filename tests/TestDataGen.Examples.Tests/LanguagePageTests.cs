using System.Text.RegularExpressions;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Examples.Tests;

/// <summary>Every block of docs/language.md that shows no mistake gives rows.</summary>
public sealed partial class LanguagePageTests
{
    private const string FromDatabase = " from database";

    [Fact]
    public void Every_block_of_the_page_runs()
    {
        string folder = Directory.CreateTempSubdirectory("tdg-page-").FullName;
        try
        {
            // The page speaks of a file of cities.
            Directory.CreateDirectory(Path.Combine(folder, "data"));
            File.WriteAllText(Path.Combine(folder, "data", "cities.csv"), "name,country_code,population\nOslo,NO,700000\nTurin,IT,850000\n");
            string page = File.ReadAllText(Path.Combine(Example.Root, "docs", "language.md")).ReplaceLineEndings("\n");
            int blocks = 0;
            foreach (Match match in Block().Matches(page).Where(m => !m.Groups["kind"].Value.Contains("error", StringComparison.Ordinal)))
            {
                string text = match.Groups["kind"].Value.Trim() == "fields" ? $"schema S {{ table t {{\n{match.Groups["text"].Value}}} }}" : match.Groups["text"].Value;
                int line = page[..match.Index].Count(c => c == '\n') + 2;
                string? database = text.Contains(FromDatabase, StringComparison.Ordinal) ? Path.Combine(folder, $"{line}.db") : null;
                if (database is not null)
                    Fill(database, Assert.Single(Read(text.Replace(FromDatabase, "", StringComparison.Ordinal), line, folder)));
                foreach (Schema schema in Read(text, line, folder))
                {
                    blocks++;
                    Run(schema, line, database);
                }
            }

            Assert.InRange(blocks, 15, 1000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Schema> Read(string text, int line, string folder)
    {
        ReadResult read = SchemaReader.Read(new SourceText($"language.md:{line}", text), FormatCatalog.Signatures, folder, dataSets: DataSetReader.Instance);
        Assert.Empty(read.Diagnostics);
        return read.Schemas;
    }

    private static void Fill(string database, Schema schema)
    {
        using var sink = new SqliteSink(database);
        Exporter.Run(Plan.Create(schema, new PlanOptions()), sink, 1);
    }

    private static void Run(Schema schema, int line, string? database)
    {
        using ExistingRows? existing = database is null ? null : new ExistingRows(DatabaseTarget.FromSqliteFile(database));
        Plan plan = Plan.Create(schema, new PlanOptions { Now = new DateTime(2026, 1, 1), Profile = schema.Profiles.Any(p => p.Name == "demo") ? "demo" : null, Existing = existing });
        foreach (TablePlan table in plan.Tables)
        {
            long rows = plan.Read(table, 2, CancellationToken.None).Sum(b => b.Count);
            Assert.True(rows == table.TotalRows && rows > 0, $"The block at line {line}: {table.Table.Name} has {rows} rows.");
        }
    }

    [GeneratedRegex("^```tdg(?<kind>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
