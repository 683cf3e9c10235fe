namespace TestDataGen.Cli.Tests;

public sealed class TestDataTests : IDisposable
{
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Fact]
    public void What_was_loaded_is_right_and_other_counts_are_not()
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", "sqlite:shop.db").ExitCode);
        Tdg.Result right = _tdg.Run("test-data", "shop.tdg", "--in", "sqlite:shop.db", "--row-count");
        Assert.Equal((0, ""), (right.ExitCode, right.Error));
        Assert.Contains(" hold, 0 do not, 0 could not be asked for.", right.Output, StringComparison.Ordinal);

        Tdg.Result wrong = _tdg.Run("test-data", "shop.tdg", "--in", "sqlite:shop.db", "--count", "101");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("broken: customers: 101 rows: 1 broken. There are 100.", wrong.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite:none.db", 1, "none.db")]
    [InlineData("oracle:Password=secret", 2, "--in takes KIND:PLACE")]
    [InlineData("Host=here;Password=secret", 2, "--in takes KIND:PLACE")]
    [InlineData("postgres:env:TDG_NO_SUCH_VARIABLE", 2, "TDG_NO_SUCH_VARIABLE")]
    [InlineData("postgres:Hst=here;Password=secret", 1, "It is not shown here")]
    public void What_is_no_database_is_said_and_no_secret(string place, int exitCode, string expected)
    {
        Tdg.Result result = _tdg.Run("test-data", "shop.tdg", "--in", place);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
        Assert.Equal(["shop.tdg"], _tdg.Files());
    }
}
