namespace TestDataGen.Cli.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Fact]
    public void A_database_becomes_a_text()
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", "sqlite:shop.db").ExitCode);
        Tdg.Result shown = _tdg.Run("import", "sqlite:shop.db", "--name", "Again");
        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Contains("schema Again {", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, _tdg.Run("import", "sqlite:shop.db", "--name", "Again", "-o", "again.tdg").ExitCode);
        Assert.Equal(shown.Output, File.ReadAllText(Path.Combine(_tdg.Folder, "again.tdg")));
        Assert.Equal(0, _tdg.Run("generate", "again.tdg", "--to", "sqlite:again.db").ExitCode);
        Tdg.Result second = _tdg.Run("import", "sqlite:shop.db", "-o", "again.tdg");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("--force", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_needs_its_dialect()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "t.sql"), "CREATE TABLE t (id int PRIMARY KEY, a xml NOT NULL, b regclass NOT NULL);");
        Tdg.Result result = _tdg.Run("import", "t.sql", "--dialect", "postgres");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning: t.b: it can't be filled", result.Error, StringComparison.Ordinal);
        Assert.Contains("// xml", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, _tdg.Run("import", "t.sql").ExitCode);
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made()
    {
        Tdg.Result result = _tdg.Run("import", "sqlite:none.db");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no database", result.Error, StringComparison.Ordinal);
        Assert.Equal(["shop.tdg"], _tdg.Files());
    }

    [Theory]
    [InlineData("shop.db")]
    [InlineData("shop")]
    [InlineData("sqlte:shop.db")]
    public void A_name_without_its_kind_is_told_how_it_is_written(string database)
    {
        Tdg.Result result = _tdg.Run("import", database);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("import takes KIND:PLACE, as in sqlite:shop.db or postgres:env:SHOP", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_connection_is_named_by_its_name()
    {
        string file = Path.Combine(_tdg.Folder, "TestDataGen", "connections.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $$"""{ "connections": { "local": { "provider": "sqlite", "connectionString": "Data Source={{Path.Combine(_tdg.Folder, "shop.db").Replace('\\', '/')}}" } } }""");
        Assert.Equal(0, Run("generate", "shop.tdg", "--to", "connection:local").ExitCode);
        Assert.Contains("table orders", Run("import", "connection:local").Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("test-data", "shop.tdg", "--in", "connection:local").ExitCode);
        Tdg.Result wrong = Run("test-data", "shop.tdg", "--in", "connection:lokal");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("There is no saved connection `lokal`. Did you mean `local`?", wrong.Error, StringComparison.Ordinal);

        Tdg.Result Run(params string[] arguments)
        {
            System.Diagnostics.ProcessStartInfo info = Tdg.StartInfo(_tdg.Folder, arguments);
            info.Environment[OperatingSystem.IsWindows() ? "APPDATA" : "XDG_CONFIG_HOME"] = _tdg.Folder;
            return Tdg.Run(info);
        }
    }
}
