namespace TestDataGen.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Fact]
    public void The_main_job_runs_without_PowerShell()
    {
        Tdg.Result result = _tdg.Run("run", "Import-TdgSchema shop.tdg | New-TdgData -Count 1e3 | Export-TdgSql");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"customers +1,000 .*Shop\.db", result.Output);
        Assert.Equal(["Shop.db", "shop.tdg"], _tdg.Files());
    }

    [Fact]
    public void Objects_are_shown_as_pwsh_shows_them()
    {
        Tdg.Result result = _tdg.Run("run", "Import-TdgSchema shop.tdg | New-TdgData -Count 3 -Table customers");
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Matches("^id +name$", lines[0]);
        Assert.Matches("^-- +----$", lines[1]);
        Assert.Matches("^1 +[A-Z]", lines[2]);
        Assert.Equal(5, lines.Length);
    }

    [Theory]
    [InlineData("1..3", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'x'", 1)]
    [InlineData("Import-TdgSchema missing.tdg", 1)]
    [InlineData("Get-TdgNothing", 1)]
    [InlineData("'{'; {", 1)]
    public void The_exit_code_tells_how_it_went(string pipeline, int expected) => Assert.Equal(expected, _tdg.Run("run", pipeline).ExitCode);

    [Theory]
    [InlineData("Import-TdgSchema missing.tdg", "missing.tdg")]
    [InlineData("Import-TdgSchema missing.tdg -ErrorAction Stop", "missing.tdg")]
    [InlineData("throw 'what happened'", "what happened")]
    public void Errors_go_to_the_error_stream(string pipeline, string message)
    {
        Tdg.Result result = _tdg.Run("run", pipeline);
        Assert.Equal("", result.Output.Trim());
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Import-TdgSchema 'shop.tdg | New-TdgData", "missing the terminator")]
    [InlineData("Import-TdgSchema shop.tdg | New-TdgData (1", "Missing closing ')'")]
    [InlineData("1 | | 2", "empty pipe element")]
    [InlineData("'{'; {", "Missing closing '}'")]
    public void What_can_not_be_read_is_told(string pipeline, string message) => Assert.Contains(message, _tdg.Run("run", pipeline).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("Import-TdgSchema shop.tdg | New-TdgDat", "Did you mean `New-TdgData`?")]
    [InlineData("1..9 | Select-Object -First 3", "tdg run has PowerShell's core commands and those of TestDataGen only; for Select-Object use PowerShell 7.4 or later.")]
    public void A_missing_command_is_told_and_what_to_do(string pipeline, string advice)
    {
        Tdg.Result result = _tdg.Run("run", pipeline);
        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith(advice, result.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_runs_with_its_arguments()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "make.ps1"), "param([long] $Rows) (Import-TdgSchema shop.tdg | New-TdgData -Count $Rows -Table customers).Count");
        Tdg.Result result = _tdg.Run("run", "-f", "make.ps1", "17");
        Assert.Equal((0, "17", ""), (result.ExitCode, result.Output.Trim(), result.Error));
    }

    [Fact]
    public void Without_a_pipeline_it_says_what_to_give() => Assert.Equal(2, _tdg.Run("run").ExitCode);
}
