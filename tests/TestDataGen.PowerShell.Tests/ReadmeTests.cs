using System.Globalization;
using System.Text.RegularExpressions;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>What the README shows is what comes out.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
    private readonly CapturingHost _host = new();
    private readonly Engine _engine;

    public ReadmeTests()
    {
        _engine = new Engine(host: _host);
        _engine.Write("blog.tdg", SchemaBlock().Match(Page).Groups["text"].Value);
        foreach (Match line in GeneratorLine().Matches(Page))
            _engine.Run(line.Value);
    }

    public static TheoryData<string, string> Shown
    {
        get
        {
            var shown = new TheoryData<string, string>();
            foreach (Match match in ShownBlock().Matches(Page))
                shown.Add(match.Groups["code"].Value, match.Groups["output"].Value);
            return shown;
        }
    }

    public static TheoryData<string> Commands => [.. CommandLine().Matches(Page).Select(m => m.Value)];

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void The_page_shows_something() => Assert.True(Shown.Count >= 5 && Commands.Count >= Shown.Count);

    [Theory]
    [MemberData(nameof(Shown))]
    public void Output_is_that_of_the_command(string code, string output) => Assert.Equal(WithoutTimes(output), WithoutTimes(Show(code)));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_gives_no_error(string command) => Assert.Empty(_engine.Try(command).Errors);

    [Fact]
    public void Rows_of_the_main_job_are_those_of_its_plan()
    {
        string output = MainJob().Match(Page).Groups["output"].Value;
        string plan = $"Import-TdgSchema '{Path.Combine(Repository.Root, "examples", "shop", "shop.tdg")}' | Get-TdgPlan -Count 1e5 | ForEach-Object {{ '{{0}} {{1:N0}}' -f $_.Table, $_.Rows }}";
        Assert.Equal(
            _engine.Run("[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture; " + plan).Select(p => p.ToString()),
            output.Split('\n').Skip(2).Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2))));
    }

    private string Show(string script)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using System.Management.Automation.PowerShell shell = _engine.Create("[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture; " + script);
        shell.AddCommand("Out-Default").Invoke();
        CultureInfo.CurrentCulture = culture;
        return System.Management.Automation.Host.PSHostUserInterface.GetOutputString(_host.Text, supportsVirtualTerminal: false).ReplaceLineEndings("\n");
    }

    /// <summary>The lines that are not empty; of a summary its tables, rows and files, since times, paths and so the widths of columns differ from run to run.</summary>
    private static string[] WithoutTimes(string output)
    {
        string[] lines = [.. output.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)];
        if (!lines[0].Contains("Seconds", StringComparison.Ordinal))
            return lines;
        return [.. lines.Where(l => !l.StartsWith('-')).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(c => $"{c[0]} {c[1]} {Path.GetFileName(c[^1])}")];
    }

    [GeneratedRegex("^```tdg\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SchemaBlock();

    [GeneratedRegex("^```powershell\n(?<code>[^\n]*)\n```\n\n```text\n(?<output>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShownBlock();

    [GeneratedRegex("^\\(?(Import|Test)-TdgSchema (blog\\.tdg|-Text)[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex("^Register-TdgGenerator [^\n]*$", RegexOptions.Multiline)]
    private static partial Regex GeneratorLine();

    [GeneratedRegex("Export-TdgSql\"\n```.*?```text\n(?<output>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex MainJob();
}
