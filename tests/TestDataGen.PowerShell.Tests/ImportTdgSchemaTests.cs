using System.Management.Automation;
using System.Text;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class ImportTdgSchemaTests : IDisposable
{
    private const string Good = "schema One { table t { id: bigint primary_key } }";

    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Import-TdgSchema ./a.tdg")]
    [InlineData("Import-TdgSchema -Path a.tdg")]
    [InlineData("Import-TdgSchema -LiteralPath a.tdg")]
    [InlineData("'a.tdg' | Import-TdgSchema")]
    [InlineData("[System.IO.FileInfo]::new(\"$PWD/a.tdg\") | Import-TdgSchema")]
    [InlineData("[pscustomobject]@{ Path = 'a.tdg' } | Import-TdgSchema")]
    [InlineData("[pscustomobject]@{ PSPath = 'a.tdg' } | Import-TdgSchema")]
    [InlineData("Import-TdgSchema ?.tdg")]
    public void Reads_a_file_however_it_is_named(string script)
    {
        string path = _engine.Write("a.tdg", Good);
        PSObject schema = Assert.Single(_engine.Run(script));
        Assert.Equal("One", schema.Properties["Name"].Value);
        Assert.Equal(path, schema.Properties["Path"].Value);
    }

    [Theory]
    [InlineData("$s.Tables[1].Name", "orders")]
    [InlineData("$s.Tables[-1].Fields[1].Name", "t_id")]
    [InlineData("($s | Get-TdgPlan)[1].Columns[0].Name", "id")]
    public void Tables_and_fields_are_reached_by_index(string script, string expected) => Assert.Equal(expected, _engine.One<string>(
        "$s = Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key } table orders { id: bigint  t_id: bigint references(t.id) } }'; " + script));

    [Fact]
    public void Flatten_makes_columns_of_parts()
    {
        const string text = "type A { b: integer  c: text } schema S { table t { a: A } }";
        Assert.Equal("a", _engine.One<string>("(Import-TdgSchema -Text $args[0]).Tables.Fields.Name -join ','", text));
        Assert.Equal("a_b,a_c", _engine.One<string>("(Import-TdgSchema -Text $args[0] -Flatten).Tables.Fields.Name -join ','", text));
    }

    [Fact]
    public void Literal_path_takes_brackets_as_they_are()
    {
        _engine.Write("a[1].tdg", Good);
        Assert.Equal("One", _engine.One<string>("(Import-TdgSchema -LiteralPath 'a[1].tdg').Name"));
    }

    [Fact]
    public void Gives_a_schema_for_each_of_a_text()
    {
        Assert.Equal(["One", "Two"], _engine.Run("(Import-TdgSchema -Text $args[0]).Name", Good + " schema Two { table t { id: bigint } }").Select(n => n.ToString()));
    }

    [Fact]
    public void Each_diagnostic_is_an_error_record_with_its_code_and_file()
    {
        string path = _engine.Write("bad.tdg", "schema S {\n  table t {\n    a: strin\n    b: bigint min(5) max(1)\n  }\n}\n");
        Outcome outcome = _engine.Try("Import-TdgSchema bad.tdg");
        Assert.Empty(outcome.Output);
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, error =>
        {
            Assert.Matches(@"^TDG\d{4},", error.FullyQualifiedErrorId);
            Assert.Equal(path, error.TargetObject);
            Assert.Equal(ErrorCategory.ParserError, error.CategoryInfo.Category);
        });
        Assert.Contains("bad.tdg:3:8", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        // The message is one line, which PowerShell may wrap; the place is underlined in the advice below it.
        Assert.DoesNotContain('\n', outcome.Errors[0].ToString());
        Assert.Equal(
            ["Did you mean `string`?", " 3 |     a: strin", "   |        ^^^^^"],
            outcome.Errors[0].ErrorDetails.RecommendedAction.Split(Environment.NewLine));
    }

    [Fact]
    public void Bad_file_does_not_keep_the_others_from_being_read()
    {
        _engine.Write("a.tdg", "schema");
        _engine.Write("b.tdg", Good);
        Outcome outcome = _engine.Try("Import-TdgSchema *.tdg");
        Assert.NotEmpty(outcome.Errors);
        Assert.Equal("One", Assert.Single(outcome.Output).Properties["Name"].Value);
    }

    [Fact]
    public void Missing_file_is_an_error_with_a_code()
    {
        ErrorRecord error = Assert.Single(_engine.Try("Import-TdgSchema ./none.tdg").Errors);
        Assert.StartsWith("TDG", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(_engine.PathOf("none.tdg"), error.TargetObject);
    }

    [Fact]
    public void Pattern_that_fits_nothing_is_an_error()
    {
        ErrorRecord error = Assert.Single(_engine.Try("Import-TdgSchema *.none").Errors);
        Assert.StartsWith("FileNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Import-TdgSchema env:HOME", "NotAFile")]
    [InlineData("Import-TdgSchema nodrive:/x.tdg", "FileNotFound")]
    public void Path_that_leads_to_no_file_is_an_error(string script, string id) =>
        Assert.StartsWith(id + ",", Assert.Single(_engine.Try(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void File_that_is_not_utf8_is_an_error()
    {
        File.WriteAllBytes(_engine.PathOf("latin.tdg"), Encoding.Latin1.GetBytes("schema Käse { table t { id: bigint } }"));
        ErrorRecord error = Assert.Single(_engine.Try("Import-TdgSchema latin.tdg").Errors);
        Assert.Contains("UTF-8", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_is_an_error() => Assert.NotEmpty(_engine.Try("Import-TdgSchema .").Errors);

    [Fact]
    public void A_text_imports_from_the_current_location()
    {
        _engine.Write("common.tdg", "type Money = decimal(12, 2)");
        Assert.Equal("decimal(12, 2)", _engine.One<string>("(Import-TdgSchema -Text 'import \"common.tdg\" schema S { table t { a: Money } }').Tables[0].Fields[0].Type"));
    }

    [Fact]
    public void A_file_without_a_schema_is_a_warning()
    {
        _engine.Write("common.tdg", "type Money = decimal(12, 2)");
        Outcome outcome = _engine.Try("Import-TdgSchema common.tdg");
        Assert.Empty(outcome.Errors);
        Assert.Contains("no schema", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }
}
