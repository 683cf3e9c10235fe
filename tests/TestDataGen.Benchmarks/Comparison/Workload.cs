using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary>The users workload by this project.</summary>
internal static class Workload
{
    /// <summary>The schema in the repository, found from where this program is built.</summary>
    public static string DefaultSchemaPath => Path.Combine(RepositoryRoot, "examples", "users", "users.tdg");

    /// <summary>The folder of the solution.</summary>
    /// <exception cref="InvalidOperationException">The program was copied elsewhere.</exception>
    public static string RepositoryRoot
    {
        get
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "TestDataGen.slnx")))
                    return folder.FullName;
            }

            throw new InvalidOperationException("The repository is not above this program; name the schema with --schema.");
        }
    }

    /// <summary>Reads the schema and plans its rows.</summary>
    /// <exception cref="InvalidOperationException">The schema has errors.</exception>
    public static Plan Plan(string schemaPath, long rows) => Plan(SchemaReader.ReadFile(schemaPath, FormatCatalog.Signatures, dataSets: DataSetReader.Instance), rows);

    /// <summary>Plans the rows of a schema that stands in the code.</summary>
    /// <exception cref="InvalidOperationException">The schema has errors.</exception>
    public static Plan PlanText(string text, long rows) => Plan(SchemaReader.Read(new SourceText("schema", text), FormatCatalog.Signatures, dataSets: DataSetReader.Instance), rows);

    /// <summary>From the schema to files, as a user's command does it.</summary>
    /// <param name="schemaPath">A schema with one table, or whose first table is the one to measure.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="threads">How many threads fill.</param>
    /// <param name="createSink">Makes the destination.</param>
    public static void Export(string schemaPath, long rows, int threads, Func<RowSink> createSink)
    {
        Plan plan = Plan(schemaPath, rows);
        using RowSink sink = createSink();
        Exporter.Run(plan, sink, threads);
    }

    private static Plan Plan(ReadResult read, long rows) => read.Schemas.Count == 0
        ? throw new InvalidOperationException(string.Join('\n', read.Diagnostics))
        : Generation.Plan.Create(read.Schemas[0], new PlanOptions { Count = rows });
}
