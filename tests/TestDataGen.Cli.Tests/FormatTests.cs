namespace TestDataGen.Cli.Tests;

public sealed class FormatTests : IDisposable
{
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Fact]
    public void A_check_names_what_is_not_formatted_and_changes_nothing()
    {
        string before = File.ReadAllText(Path.Combine(_tdg.Folder, "shop.tdg"));
        Tdg.Result check = _tdg.Run("format", "*.tdg", "--check");
        Assert.Equal((1, ""), (check.ExitCode, check.Error));
        Assert.Matches(@"shop\.tdg\(2\): not formatted", check.Output);
        Assert.Equal(before, File.ReadAllText(Path.Combine(_tdg.Folder, "shop.tdg")));
    }

    [Fact]
    public void A_file_is_formatted_once()
    {
        Tdg.Result first = _tdg.Run("format", "shop.tdg");
        Assert.Equal((0, "shop.tdg", ""), (first.ExitCode, first.Output.Trim(), first.Error));
        Assert.Contains("    id:   bigint     primary_key\n", File.ReadAllText(Path.Combine(_tdg.Folder, "shop.tdg")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal((0, "", ""), (_tdg.Run("format", "shop.tdg", "--check") is var check ? (check.ExitCode, check.Output, check.Error) : default));
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg").ExitCode);
    }

    [Fact]
    public void A_file_with_errors_is_said_and_left()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "bad.tdg"), "schema S { table t { a integer } }");
        Tdg.Result result = _tdg.Run("format", "bad.tdg");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("bad.tdg(1,24): error TDG0101", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, _tdg.Run("format", "none*.tdg").ExitCode);
    }
}
