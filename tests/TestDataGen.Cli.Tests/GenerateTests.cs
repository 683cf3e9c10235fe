using System.Diagnostics;
using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;

namespace TestDataGen.Cli.Tests;

public sealed class GenerateTests : IDisposable
{
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Fact]
    public void Without_a_destination_a_database_named_after_the_schema_is_made()
    {
        Tdg.Result result = _tdg.Run("generate", "shop.tdg", "--count", "1e3");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"customers +1,000 .*Shop\.db", result.Output);
        Assert.Equal(["Shop.db", "shop.tdg"], _tdg.Files());
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_tdg.Folder, "Shop.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "select (select count(*) from customers), (select count(*) from pragma_foreign_key_check), (select count(*) from orders)";
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(1000, reader.GetInt64(0));
        Assert.Equal(0, reader.GetInt64(1));
        Assert.InRange(reader.GetInt64(2), 1000, 3000);
    }

    [Theory]
    [InlineData("csv:out", "out/customers.csv", "out/orders.csv")]
    [InlineData("json:out", "out/customers.json", "out/orders.json")]
    [InlineData("ndjson:out", "out/customers.ndjson", "out/orders.ndjson")]
    [InlineData("sql:out/shop.sql", "out/shop.sql")]
    public void Files_go_where_they_are_wanted(string to, params string[] files)
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", to).ExitCode);
        Assert.Equal([.. files, "shop.tdg"], _tdg.Files());
    }

    [Fact]
    public void A_script_for_tables_that_are_there_creates_none()
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", "sql:rows.sql", "--create-table", "never").ExitCode);
        string script = File.ReadAllText(Path.Combine(_tdg.Folder, "rows.sql"));
        Assert.DoesNotContain("CREATE", script, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO \"orders\"", script, StringComparison.Ordinal);
        Tdg.Result result = _tdg.Run("generate", "shop.tdg", "--to", "sql:more.sql", "--create-table", "never", "--truncate");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--truncate is for", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_composite_types_become_columns_where_that_is_wanted()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "a.tdg"), "type A { b: integer  c: text }\nschema S { table t { a: A } }");
        Assert.Equal(0, _tdg.Run("generate", "a.tdg", "--to", "csv:json", "--count", "1").ExitCode);
        Assert.Equal(0, _tdg.Run("generate", "a.tdg", "--to", "csv:flat", "--count", "1", "--flatten").ExitCode);
        Assert.Equal("a", File.ReadLines(Path.Combine(_tdg.Folder, "json", "t.csv")).First());
        Assert.Equal("a_b,a_c", File.ReadLines(Path.Combine(_tdg.Folder, "flat", "t.csv")).First());
    }

    [Fact]
    public void A_named_profile_is_taken_by_its_name()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "scaled.tdg"), "schema S { table t { a: integer } } generate S { t 3 } generate S as load_test { scale 10 }");
        Assert.Matches("t +30 ", _tdg.Run("generate", "scaled.tdg", "--profile", "load_test").Output);
        Tdg.Result unknown = _tdg.Run("generate", "scaled.tdg", "--profile", "load", "--to", "csv:out");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("load_test", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_generators_come_from_an_assembly()
    {
        string assembly = typeof(GenerateTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ExampleGenerators").Value!;
        string schema = Path.Combine(Path.GetDirectoryName(assembly)!, "../../../parcels.tdg");
        Tdg.Result result = _tdg.Run("generate", schema, "--generators", assembly, "--to", "csv:out");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"(?m)^1,.*,DH\d{10},|^1,.*,HE\d{10},|^1,.*,UP\d{10},", File.ReadAllText(Path.Combine(_tdg.Folder, "out", "parcels.csv")));
        Assert.Equal((0, ""), (_tdg.Run("validate", schema, "--generators", assembly).ExitCode, result.Error));
        Assert.Contains("TDG0207", _tdg.Run("validate", schema).Output, StringComparison.Ordinal);
        Assert.Equal(2, _tdg.Run("generate", schema, "--generators", "shop.tdg").ExitCode);
    }

    [Fact]
    public void A_file_that_exists_is_not_replaced_unless_told()
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg").ExitCode);
        Tdg.Result second = _tdg.Run("generate", "shop.tdg");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("--force", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--force").ExitCode);
    }

    [Theory]
    [InlineData("--count", "-1", "negative")]
    [InlineData("--count", "1.5", "whole")]
    [InlineData("--count", "NaN", "no number")]
    [InlineData("--count", "1e19", "more than can be counted")]
    [InlineData("--count", "1e300", "more than can be counted")]
    [InlineData("--partition", "5/4", "k/n")]
    [InlineData("--to", "tape:x", "no destination")]
    [InlineData("--table-count", "orders", "TABLE=N")]
    [InlineData("--threads", "0", "1 to 1024, not '0'")]
    [InlineData("--threads", "x", "1 to 1024, not 'x'")]
    [InlineData("--seed", "1.5", "--seed takes a whole number")]
    [InlineData("--now", "yesterday", "Write 2026-01-31")]
    [InlineData("--cuont", "5", "Did you mean `--count`?")]
    public void A_wrong_option_is_told_and_nothing_is_written(string option, string value, string message)
    {
        Tdg.Result result = _tdg.Run("generate", "shop.tdg", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal(["shop.tdg"], _tdg.Files());
    }

    [Theory]
    [InlineData("--table", "custmers", "no table custmers")]
    [InlineData("--locale", "xx", "no locale xx")]
    [InlineData("--only", "custmers where id < 5", "Did you mean `customers`?")]
    [InlineData("--only", "customers where name", "<only>:1:17: error")]
    public void What_the_schema_does_not_have_is_told(string option, string value, string message)
    {
        Tdg.Result result = _tdg.Run("generate", "shop.tdg", option, value);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gen", "Did you mean `generate`?")]
    [InlineData("validat", "Did you mean `validate`?")]
    [InlineData("sing", "'sing' is no option or argument of tdg.")]
    public void An_unknown_command_is_told(string command, string message)
    {
        Tdg.Result result = _tdg.Run(command, "shop.tdg");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "TDG0001")]
    [InlineData("folder", "TDG0002")]
    [InlineData("20 MB", "TDG0003")]
    [InlineData("Latin-1", "TDG0004")]
    [InlineData("unterminated text", "TDG0006")]
    [InlineData("nested parentheses", "TDG0102")]
    [InlineData("unknown type", "TDG0202")]
    [InlineData("too small a domain", "TDG0601")]
    public void A_file_that_makes_no_data_is_told_and_nothing_is_written(string kind, string code)
    {
        string path = Path.Combine(_tdg.Folder, "bad.tdg");
        string parentheses = new('(', 10_000);
        byte[]? bytes = kind switch
        {
            "20 MB" => [.. Enumerable.Repeat((byte)' ', 20_000_000)],
            "Latin-1" => Encoding.Latin1.GetBytes("schema Größe { table t { a: integer } }"),
            "unterminated text" => Encoding.UTF8.GetBytes("schema S { table t { a: text = \"x\n } }"),
            "nested parentheses" => Encoding.UTF8.GetBytes($"schema S {{ table t {{ a: integer = {parentheses}1{parentheses.Replace('(', ')')} }} }}"),
            "unknown type" => Encoding.UTF8.GetBytes("schema S { table t { a: integr } }"),
            "too small a domain" => Encoding.UTF8.GetBytes("schema S { table t { a: integer unique between(1, 9) } }"),
            _ => null,
        };
        if (bytes is not null)
            File.WriteAllBytes(path, bytes);
        else if (kind == "folder")
            Directory.CreateDirectory(path);
        string[] before = _tdg.Files();

        Tdg.Result result = _tdg.Run("generate", "bad.tdg", "--count", "10", "--to", "csv:out");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("bad.tdg", result.Error, StringComparison.Ordinal);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.Equal(before, _tdg.Files());
        Assert.False(Directory.Exists(Path.Combine(_tdg.Folder, "out")));
    }

    [Fact]
    public void Partitions_join_to_the_whole()
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", "csv:whole").ExitCode);
        for (int k = 1; k <= 3; k++)
            Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", $"csv:part{k}", "--partition", $"{k}/3").ExitCode);
        foreach (string table in new[] { "customers.csv", "orders.csv" })
        {
            byte[] joined = [.. Enumerable.Range(1, 3).SelectMany(k => File.ReadAllBytes(Path.Combine(_tdg.Folder, $"part{k}", table)))];
            Assert.Equal(File.ReadAllBytes(Path.Combine(_tdg.Folder, "whole", table)), joined);
        }
    }

    [Fact]
    public void A_slice_has_lines_of_the_whole()
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", "csv:whole").ExitCode);
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", "csv:slice", "--only", "customers where id == 2", "orders where id == 40").ExitCode);
        string[] customers = File.ReadAllLines(Path.Combine(_tdg.Folder, "slice", "customers.csv"));
        Assert.Equal(3, customers.Length);
        Assert.StartsWith("2,", customers[1], StringComparison.Ordinal);
        foreach (string table in new[] { "customers.csv", "orders.csv" })
            Assert.Empty(File.ReadAllLines(Path.Combine(_tdg.Folder, "slice", table)).Except(File.ReadAllLines(Path.Combine(_tdg.Folder, "whole", table))));
    }

    [SkippableOnWindows]
    public void Ctrl_C_in_the_middle_leaves_nothing_behind()
    {
        foreach (string to in new[] { "sqlite:x.db", "csv:out", "json:out", "ndjson:out", "sql:x.sql" })
            AssertStopped("generate", "shop.tdg", "--count", "2e7", "--to", to);
    }

    [SkippableOnWindows]
    public void Ctrl_C_in_the_middle_of_a_pipeline_leaves_nothing_behind()
    {
        foreach (string export in new[] { "Export-TdgSql x.db", "Export-TdgCsv out", "Export-TdgJson out", "Export-TdgJson out -AsLines", "Export-TdgSql -Path x.sql" })
            AssertStopped("run", $"Import-TdgSchema shop.tdg | New-TdgData -Count 2e7 | {export}");
    }

    private void AssertStopped(params string[] arguments)
    {
        ProcessStartInfo info = Tdg.StartInfo(_tdg.Folder, arguments);
        if (OperatingSystem.IsLinux())
        {
            // A shell begins what runs in its background, such as these tests, with Ctrl+C ignored, and its children inherit that.
            info.ArgumentList.Insert(0, info.FileName);
            info.ArgumentList.Insert(0, "--default-signal=INT");
            info.FileName = "env";
        }

        using Process process = Process.Start(info)!;
        // The work is under way as soon as a file grows.
        while (!process.HasExited && !_tdg.Files().Any(f => f.EndsWith(".tmp", StringComparison.Ordinal) && new FileInfo(Path.Combine(_tdg.Folder, f)).Length > 100_000))
            Thread.Sleep(20);
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        Assert.True(process.WaitForExit(60_000), arguments[^1]);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(["shop.tdg"], _tdg.Files());
    }
}
