using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Destinations that can't be: the error names the path that the user gave, and says why.</summary>
public sealed class UnwritablePathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => ["csv", "sql", "sqlite"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_in_the_place_of_the_folder_is_named(string kind)
    {
        File.WriteAllText(_folder["file"], "x");
        Table table = Given.Table("id: bigint primary_key");
        var e = Assert.Throws<ExportException>(() =>
        {
            using RowSink sink = kind switch
            {
                "csv" => new FileSink(_folder["file/sub"], new CsvFormat()),
                "sql" => new SqlScriptSink(_folder["file/sub/t.sql"], SqlDialects.All[0]),
                _ => new SqliteSink(_folder["file/sub/t.db"]),
            };
            sink.Begin([table]);
            sink.Write(Given.Batch(table, [1L]), 0, 1);
            sink.Complete();
        });
        Assert.Contains(_folder["file/sub"], e.Message, StringComparison.Ordinal);
        Assert.Contains($"can't be written: {_folder["file"]} is a file, not a folder.", e.Message, StringComparison.Ordinal);
        Assert.Equal("x", File.ReadAllText(_folder["file"]));
    }
}
