using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class HelpTests(HelpTests.Shared shared) : IClassFixture<HelpTests.Shared>
{
    private static readonly HashSet<string> EveryCommandHas =
        [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];

    public static TheoryData<string> Cmdlets =>
        ["Export-TdgCsv", "Export-TdgJson", "Export-TdgSchema", "Export-TdgSql", "Get-TdgConnection", "Get-TdgFormat", "Get-TdgGenerator", "Get-TdgPlan", "Import-TdgSchema", "New-TdgData", "Register-TdgGenerator", "Remove-TdgConnection", "Set-TdgConnection", "Test-TdgData", "Test-TdgSchema", "Unregister-TdgGenerator"];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_cmdlet_says_in_a_sentence_what_it_does(string cmdlet)
    {
        string synopsis = shared.Engine.One<string>("(Get-Help $args[0]).Synopsis", cmdlet);
        // Without a page the engine shows the syntax here.
        Assert.EndsWith(".", synopsis.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("[<CommonParameters>]", synopsis, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_is_described(string cmdlet)
    {
        var command = shared.Engine.One<CommandInfo>("Get-Command $args[0]", cmdlet);
        foreach (string parameter in command.Parameters.Keys.Where(p => !EveryCommandHas.Contains(p) || p is "WhatIf" or "Confirm"))
        {
            string text = shared.Engine.One<string>("-join (Get-Help $args[0] -Parameter $args[1]).description.Text", cmdlet, parameter);
            Assert.True(text.Length > 10, $"{cmdlet} -{parameter}: '{text}'");
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_cmdlet_has_three_examples_with_code(string cmdlet)
    {
        IReadOnlyList<PSObject> code = shared.Engine.Run("(Get-Help $args[0] -Examples).examples.example | ForEach-Object { $_.code }", cmdlet);
        Assert.True(code.Count >= 3);
        Assert.All(code, c => Assert.Contains(cmdlet, c.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Page_shows_the_syntax_that_the_engine_sees(string cmdlet)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "en-US", cmdlet + ".md")).ReplaceLineEndings("\n");
        string syntax = string.Join("\n\n", shared.Engine.One<string>("Get-Command $args[0] -Syntax", cmdlet).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains($"## SYNTAX\n\n```powershell\n{syntax}\n```\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("about_TestDataGen", "THE CMDLETS")]
    [InlineData("about_TDG_Language", "primary_key")]
    public void Topics_are_found(string topic, string expected) =>
        Assert.Contains(expected, shared.Engine.One<string>("Get-Help $args[0] | ForEach-Object { \"$_\" }", topic), StringComparison.Ordinal);

    public sealed class Shared : IDisposable
    {
        internal Engine Engine { get; } = new();

        public void Dispose() => Engine.Dispose();
    }
}
