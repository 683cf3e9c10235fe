using Microsoft.Data.Sqlite;

namespace TestDataGen.Cli.Tests;

/// <summary>A disk that fills up in the middle of an export: the error says so and names the place, and nothing half-written is left.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly Tdg _tdg = new();

    public static TheoryData<string> Destinations => ["csv:out", "json:out", "ndjson:out", "sql:out/x.sql", "sqlite:out/x.db"];

    public static TheoryData<string> Exports => ["Export-TdgCsv out", "Export-TdgJson out", "Export-TdgJson out -AsLines", "Export-TdgSql -Path out/x.sql", "Export-TdgSql out/x.db"];

    public void Dispose() => _tdg.Dispose();

    [SmallMountTheory]
    [MemberData(nameof(Destinations))]
    public void Full_disk_is_told_and_nothing_is_left(string to) => AssertNothingIsLeft(SmallDisk.RunOnMount(_tdg, "generate", "shop.tdg", "--count", "3e5", "--to", to));

    [SmallMountTheory]
    [MemberData(nameof(Exports))]
    public void Full_disk_below_a_pipeline_is_told_and_nothing_is_left(string export) =>
        AssertNothingIsLeft(SmallDisk.RunOnMount(_tdg, "run", $"Import-TdgSchema shop.tdg | New-TdgData -Count 3e5 | {export}"));

    [UnixTheory]
    [MemberData(nameof(Destinations))]
    public void File_that_may_not_grow_is_told_and_nothing_is_left(string to) => AssertNothingIsLeft(SmallDisk.RunWithLimit(_tdg, "generate", "shop.tdg", "--count", "3e5", "--to", to));

    [SmallMountTheory]
    [InlineData("generate shop.tdg --count 3e5 --to sqlite:x.db --append")]
    [InlineData("run 'Import-TdgSchema shop.tdg | New-TdgData -Count 3e5 | Export-TdgSql x.db -Append'")]
    public void Database_that_rows_were_to_be_added_to_is_as_it_was(string command)
    {
        // The same tables, without rows: no key is there twice.
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--count", "0", "--to", "sqlite:disk.db").ExitCode);
        string[] arguments = [.. command.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        Tdg.Result result = SmallDisk.RunOnMount(_tdg, arguments);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("x.db", result.Error, StringComparison.Ordinal);
        Assert.Equal(["shop.tdg", "x.db"], Left());
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_tdg.Folder, "left", "x.db")};Pooling=False");
        connection.Open();
        using SqliteCommand check = connection.CreateCommand();
        check.CommandText = "SELECT (SELECT count(*) FROM customers) || (SELECT count(*) FROM orders) || integrity_check FROM pragma_integrity_check";
        Assert.Equal("00ok", check.ExecuteScalar());
    }

    private void AssertNothingIsLeft(Tdg.Result result)
    {
        Assert.True(result.ExitCode == 1, result.Output + result.Error);
        Assert.Contains(Path.Combine("disk", "out"), result.Error, StringComparison.Ordinal);
        Assert.Matches("No space left on device|would be larger than|disk is full|disk I/O error", result.Error);
        Assert.Contains("free space", result.Error, StringComparison.Ordinal);
        Assert.Equal(["shop.tdg"], Left());
    }

    private string[] Left() =>
        [.. _tdg.Files().Where(f => f.StartsWith("left/", StringComparison.Ordinal)).Select(f => f[5..])];
}
