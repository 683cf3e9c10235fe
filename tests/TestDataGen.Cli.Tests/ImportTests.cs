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
        Assert.Equal(2, _tdg.Run("import", "sqlite:none.db").ExitCode);
    }
}
