using System.Management.Automation;
using System.Management.Automation.Host;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>How the module's objects look when nobody formats them.</summary>
public sealed class FormatViewTests : IDisposable
{
    private readonly CapturingHost _host = new();
    private readonly Engine _engine;

    public FormatViewTests()
    {
        _engine = new Engine(host: _host);
        _engine.Schema("shop.tdg");
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Import-TdgSchema ./shop.tdg", "Name Tables Seed Locale Now Path")]
    [InlineData("(Import-TdgSchema ./shop.tdg).Tables", "Name Fields")]
    [InlineData("(Import-TdgSchema ./shop.tdg).Tables[0].Fields", "Name Type Key Nullable References")]
    [InlineData("Import-TdgSchema ./shop.tdg | Get-TdgPlan", "# Table Rows Size Columns")]
    [InlineData("(Import-TdgSchema ./shop.tdg | Get-TdgPlan)[0].Columns", "Name Type Source")]
    [InlineData("Import-TdgSchema ./shop.tdg | Export-TdgCsv ./out", "Table Rows Seconds Rows/s Destination")]
    [InlineData("Get-TdgFormat first_name", "Name Example Summary")]
    [InlineData("Register-TdgGenerator dice { $Random.Next(6) }; Get-TdgGenerator", "Name Kind Unique Definition")]
    [InlineData("Set-TdgConnection view -ConnectionString 'Data Source=x.db'; Get-TdgConnection view", "Name Place Password from")]
    [InlineData("Import-TdgSchema -Text 'schema S { table t { a: text } }' | Export-TdgSql d.db | ForEach-Object { }; Test-TdgSchema ./shop.tdg -Against -ConnectionString 'Data Source=d.db'", "Table Column Kind Expected Actual")]
    [InlineData("Import-TdgSchema ./shop.tdg | New-TdgData -Table orders", "id customer_id status placed_at")]
    public void Objects_are_tables_of_what_matters(string script, string header)
    {
        string[] lines = Show(script);
        Assert.Contains(lines, l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)) == header);
    }

    [Fact]
    public void A_constraint_shows_whether_it_is_met_and_by_which_rows_not()
    {
        const string other = "Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key min(3) } }'";
        string[] lines = Show($"Import-TdgSchema -Text 'schema S {{ table t {{ id: bigint primary_key }} }}' | Export-TdgSql s.db -Count 9 | ForEach-Object {{ }}; {other} | Test-TdgData s.db");
        Assert.Contains(lines, l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["t", "id", "is", "not", "null", "yes", "0"]);
        Assert.Contains(lines, l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["t", "id", "is", "at", "least", "3", "no", "2", "1;", "2"]);
    }

    [Fact]
    public void A_table_is_as_wide_as_what_is_in_it() =>
        Assert.All(Show("Import-TdgSchema ./shop.tdg | Get-TdgPlan"), line => Assert.True(line.Length < 50, line));

    [Fact]
    public void Plan_tells_its_schema_and_profile()
    {
        const string Text = "'schema S { table t { a: integer } } generate S as load_test { scale 10 }'";
        Assert.Contains("Schema: S as load_test", Show($"Import-TdgSchema -Text {Text} | Get-TdgPlan -Profile load_test").Select(l => l.Trim()));
        Assert.Contains("Schema: S", Show($"Import-TdgSchema -Text {Text} | Get-TdgPlan").Select(l => l.Trim()));
    }

    [Fact]
    public void Diagnostic_shows_the_place()
    {
        string[] lines = Show("Test-TdgSchema -Text \"schema S {`n  table t {`n    a: strin`n  }`n}\"");
        Assert.Contains(lines, l => l.Contains("a: strin", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Trim().Trim('|').Trim() == "^^^^^");
    }

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1500, "1.5 KB")]
    [InlineData(2_000_000_000, "2.0 GB")]
    public void Size_of_a_plan_is_read_at_a_glance(long bytes, string expected)
    {
        // The script property alone, on an object that has nothing else of a plan's table.
        Assert.Equal(expected, _engine.One<string>("[pscustomobject]@{ PSTypeName = 'TestDataGen.PlanTable'; EstimatedBytes = $args[0] } | ForEach-Object Size", bytes));
    }

    private string[] Show(string script)
    {
        using System.Management.Automation.PowerShell shell = _engine.Create(script);
        shell.AddCommand("Out-Default").Invoke();
        Assert.Empty(shell.Streams.Error);
        // What the console's host does where output is no terminal.
        return PSHostUserInterface.GetOutputString(_host.Text, supportsVirtualTerminal: false).ReplaceLineEndings("\n").Split('\n');
    }
}
