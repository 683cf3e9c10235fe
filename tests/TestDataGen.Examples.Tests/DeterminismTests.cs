using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Examples.Tests;

/// <summary>What must hold of every schema: the bytes depend on the file and the seed, and on nothing else.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg-examples-").FullName;

    public static TheoryData<string> Examples => Example.All;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Threads_change_no_byte(string name)
    {
        Plan plan = Plan.Create(Example.Schema(name), new PlanOptions { Count = 700 });
        Dictionary<string, byte[]> expected = Csv(plan, 1, "1");
        foreach (int threads in new[] { 2, 4, 16 })
            AssertSame(expected, Csv(plan, threads, $"{threads}"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Partitions_join_to_the_whole(string name)
    {
        Schema schema = Example.Schema(name);
        Dictionary<string, byte[]> whole = Csv(Plan.Create(schema, new PlanOptions { Count = 700 }), 2, "whole");
        AssertSame(whole, Csv(Plan.Create(schema, new PlanOptions { Count = 700, Partition = 1, PartitionCount = 1 }), 2, "1of1"));
        var joined = whole.Keys.ToDictionary(k => k, _ => Array.Empty<byte>());
        for (int k = 1; k <= 4; k++)
        {
            foreach ((string file, byte[] bytes) in Csv(Plan.Create(schema, new PlanOptions { Count = 700, Partition = k, PartitionCount = 4 }), 2, $"{k}of4"))
                joined[file] = [.. joined[file], .. bytes];
        }

        AssertSame(whole, joined);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Another_table_and_another_column_change_no_other(string name)
    {
        string path = Path.Combine(Example.Root, "examples", name, name + ".tdg");
        string text = File.ReadAllText(path);
        int table = text.IndexOf("  table ", StringComparison.Ordinal);
        int open = text.IndexOf('{', table);
        // A column behind the first table's brace, and a table before it.
        string changed = text[..table] + "  table zz_more { id: bigint primary_key  name: string(50) }\n" + text[table..(open + 1)] + "\n    zz_extra: string(20) format(city)" + text[(open + 1)..];
        ReadResult read = SchemaReader.Read(new SourceText(path, changed), FormatCatalog.Signatures, Path.GetDirectoryName(path), dataSets: DataSetReader.Instance);
        Assert.Empty(read.Diagnostics);
        Plan before = Plan.Create(Example.Schema(name), new PlanOptions { Count = 300 });
        Plan after = Plan.Create(Assert.Single(read.Schemas), new PlanOptions { Count = 300 });
        foreach (TablePlan expected in before.Tables)
        {
            TablePlan actual = after.Tables.Single(t => t.Table.Name == expected.Table.Name);
            foreach (Field field in expected.Table.Fields)
                Assert.Equal(Cells(before, expected, field.Name), Cells(after, actual, field.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_row_asked_for_alone_is_that_row_of_the_whole(string name)
    {
        Schema schema = Example.Schema(name);
        Plan whole = Plan.Create(schema, new PlanOptions { Count = 500 });
        foreach (TablePlan table in whole.Tables.Where(t => t.TotalRows > 0))
        {
            // As many partitions as rows: each holds one row.
            int rows = (int)table.TotalRows;
            int row = (int)(rows * 0.7);
            Plan one = Plan.Create(schema, new PlanOptions { Count = 500, Partition = row + 1, PartitionCount = rows });
            TablePlan alone = one.Tables.Single(t => t.Table.Name == table.Table.Name);
            Assert.Equal(1, alone.RowCount);
            foreach (Field field in table.Table.Fields)
                Assert.Equal(Cells(whole, table, field.Name)[row], Assert.Single(Cells(one, alone, field.Name)));
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Another_seed_gives_other_data(string name)
    {
        Schema schema = Example.Schema(name);
        Dictionary<string, byte[]> first = Csv(Plan.Create(schema, new PlanOptions { Count = 100, Seed = 1 }), 1, "a");
        Dictionary<string, byte[]> second = Csv(Plan.Create(schema, new PlanOptions { Count = 100, Seed = 2 }), 1, "b");
        // A table that gives all of its rows itself has no others.
        HashSet<string> given = [.. schema.Tables.Where(t => t.Rows.Count > 0).Select(t => t.Name + ".csv")];
        Assert.All(first.Where(f => !given.Contains(f.Key)), f => Assert.NotEqual(f.Value, second[f.Key]));
    }

    private static void AssertSame(Dictionary<string, byte[]> expected, Dictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, e => Assert.True(e.Value.AsSpan().SequenceEqual(actual[e.Key]), e.Key));
    }

    private Dictionary<string, byte[]> Csv(Plan plan, int threads, string folder)
    {
        string path = Path.Combine(_folder, folder);
        using (var sink = new FileSink(path, new CsvFormat(), isFirstPart: plan.Partition == 1))
            Exporter.Run(plan, sink, threads);
        return Directory.EnumerateFiles(path).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
    }

    private static List<object?> Cells(Plan plan, TablePlan table, string field)
    {
        int index = table.Table.FindField(field)!.Index;
        var cells = new List<object?>();
        foreach (RowBatch batch in plan.Read(table, 1, CancellationToken.None))
        {
            for (int i = 0; i < batch.Count; i++)
                cells.Add(CellValue.Get(batch.Columns[index], i));
        }

        return cells;
    }
}
