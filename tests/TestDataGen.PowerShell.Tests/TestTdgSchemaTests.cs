using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class TestTdgSchemaTests : IDisposable
{
    private const string Good = "schema One { table t { id: bigint primary_key } }";

    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Good_text_gives_nothing() => Assert.Empty(_engine.Run("Test-TdgSchema -Text $args[0]", Good));

    [Fact]
    public void Diagnostics_are_objects_and_not_errors()
    {
        string path = _engine.Write("bad.tdg", "schema S {\n  table t {\n    a: strin\n  }\n}\n");
        PSObject diagnostic = Assert.Single(_engine.Run("Test-TdgSchema bad.tdg"));
        Assert.Equal(path, diagnostic.Properties["Path"].Value);
        Assert.Equal(3, diagnostic.Properties["Line"].Value);
        Assert.Equal(8, diagnostic.Properties["Column"].Value);
        Assert.Equal("Error", diagnostic.Properties["Severity"].Value);
        Assert.Matches(@"^TDG\d{4}$", (string)diagnostic.Properties["Code"].Value);
        Assert.NotEqual("", diagnostic.Properties["Message"].Value);
        Assert.Contains("^^^^^", (string)diagnostic.Properties["Display"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Good, true)]
    [InlineData("schema One { table t { id: bigint primary_key }", false)]
    public void Quiet_says_whether_data_can_be_made(string text, bool expected) =>
        Assert.Equal(expected, _engine.One<bool>("Test-TdgSchema -Text $args[0] -Quiet", text));

    [Fact]
    public void A_difference_from_a_database_is_an_object()
    {
        _engine.Write("s.tdg", "schema S { table t { id: bigint primary_key  name: string(40) } }");
        _engine.Write("more.tdg", "schema S { table t { id: bigint primary_key  name: string(40) nullable  note: text } }");
        _engine.Run("Import-TdgSchema s.tdg | Export-TdgSql s.db");
        Assert.Empty(_engine.Run("Test-TdgSchema s.tdg -Against -ConnectionString 'Data Source=s.db'"));
        IReadOnlyList<PSObject> found = _engine.Run("Test-TdgSchema more.tdg -Against -ConnectionString 'Data Source=s.db'");
        Assert.Equal(["Null", "Column"], found.Select(f => f.Properties["Kind"].Value));
        Assert.Equal(
            ["t", "note", "Column", "TEXT", null, "The database has no column t.note."],
            found[1].Properties.Select(p => (string?)p.Value));
    }

    [Theory]
    [InlineData("s.tdg -Against -ConnectionString 'Data Source=s.db'", "True")]
    [InlineData("s.tdg -ConnectionString 'Data Source=s.db'", "True")]
    [InlineData("other.tdg -Against -Server s.db -Provider sqlite", "False")]
    [InlineData("bad.tdg -Against -ConnectionString 'Data Source=s.db'", "False")]
    [InlineData("?.tdg, other.tdg -Against -ConnectionString 'Data Source=s.db'", "True,False")]
    public void Quiet_says_of_each_file_whether_the_database_is_as_it_says(string parameters, string expected)
    {
        _engine.Write("s.tdg", "schema S { table t { id: bigint primary_key } }");
        _engine.Write("other.tdg", "schema S { table t { id: bigint primary_key } table u { id: bigint primary_key } }");
        _engine.Write("bad.tdg", "schema S {");
        _engine.Run("Import-TdgSchema s.tdg | Export-TdgSql s.db");
        Assert.Equal(expected, string.Join(',', _engine.Run($"Test-TdgSchema {parameters} -Quiet")));
    }

    [Fact]
    public void Parts_may_be_columns_in_the_database()
    {
        _engine.Write("s.tdg", "type A { street: text  city: text } schema S { table t { id: bigint primary_key  home: A } }");
        _engine.Run("Import-TdgSchema s.tdg -Flatten | Export-TdgSql s.db");
        Assert.True(_engine.One<bool>("Test-TdgSchema s.tdg -Against -ConnectionString 'Data Source=s.db' -Flatten -Quiet"));
        Assert.False(_engine.One<bool>("Test-TdgSchema s.tdg -Against -ConnectionString 'Data Source=s.db' -Quiet"));
    }

    [Fact]
    public void Files_from_the_pipeline_are_compared_and_a_missing_database_is_an_error()
    {
        string path = _engine.Write("s.tdg", "schema S { table t { id: bigint primary_key } }");
        _engine.Run("Import-TdgSchema s.tdg | Export-TdgSql s.db");
        Assert.True(_engine.One<bool>("[System.IO.FileInfo]::new($args[0]) | Test-TdgSchema -Against -ConnectionString 'Data Source=s.db' -Quiet", path));
        Assert.Contains("There is no database", Assert.Single(_engine.Try("'s.tdg' | Test-TdgSchema -Against -ConnectionString 'Data Source=none.db'").Errors).ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(_engine.Try("Test-TdgSchema s.tdg -Against").Errors);
        Assert.Contains("t", Assert.Single(_engine.Try("Test-TdgSchema -Text 'schema' -Against -ConnectionString x").Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_rows_of_a_profile_can_not_have_is_told_with_both_numbers()
    {
        const string text = """
            schema S { table t { code: string(3) unique pattern("#?") } }
            generate S { t 100 }
            generate S as large { t 10_000 }
            """;
        PSObject diagnostic = Assert.Single(_engine.Run("Test-TdgSchema -Text $args[0]", text));
        Assert.Equal("TDG0601", diagnostic.Properties["Code"].Value);
        Assert.Contains("10,000", (string)diagnostic.Properties["Message"].Value, StringComparison.Ordinal);
        Assert.Contains("260", (string)diagnostic.Properties["Message"].Value, StringComparison.Ordinal);
        Assert.False(_engine.One<bool>("Test-TdgSchema -Text $args[0] -Quiet", text));
    }

    [Fact]
    public void Quiet_answers_for_each_file()
    {
        _engine.Write("a.tdg", Good);
        _engine.Write("b.tdg", "schema");
        Assert.Equal([true, false], _engine.Run("Test-TdgSchema *.tdg -Quiet").Select(o => (bool)o.BaseObject));
    }

    [Fact]
    public void Missing_file_is_a_diagnostic() => Assert.False(_engine.One<bool>("Test-TdgSchema none.tdg -Quiet"));
}
