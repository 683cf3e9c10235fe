using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class FormatTdgSchemaTests : IDisposable
{
    private const string Crooked = "schema S { table t {\n  id:int primary_key   // the key\n} }";
    private const string Straight = "schema S {\n  table t {\n    id: integer primary_key  // the key\n  }\n}\n";

    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Format-TdgSchema ./a.tdg")]
    [InlineData("Format-TdgSchema *.tdg")]
    [InlineData("Format-TdgSchema -LiteralPath a.tdg")]
    [InlineData("[System.IO.FileInfo]::new(\"$PWD/a.tdg\") | Format-TdgSchema")]
    public void Rewrites_a_file_however_it_is_named(string script)
    {
        _engine.Write("a.tdg", Crooked);
        Assert.Empty(_engine.Run(script));
        Assert.Equal(Straight, File.ReadAllText(_engine.PathOf("a.tdg")));
    }

    [Fact]
    public void A_file_keeps_the_line_breaks_of_Windows()
    {
        _engine.Write("a.tdg", Crooked.ReplaceLineEndings("\r\n"));
        _engine.Run("Format-TdgSchema a.tdg");
        Assert.Equal(Straight.ReplaceLineEndings("\r\n"), File.ReadAllText(_engine.PathOf("a.tdg")));
        Assert.Empty(_engine.Run("Format-TdgSchema a.tdg -Check"));
    }

    [Fact]
    public void A_formatted_file_is_not_written()
    {
        string path = _engine.Write("a.tdg", Straight);
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, before);
        _engine.Run("Format-TdgSchema a.tdg");
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void WhatIf_and_Check_change_nothing()
    {
        _engine.Write("a.tdg", Crooked);
        _engine.Write("b.tdg", Straight);
        _engine.Write("c.tdg", "enum E { a, b }\n\n" + Crooked);
        _engine.Run("Format-TdgSchema *.tdg -WhatIf");
        IReadOnlyList<PSObject> changes = _engine.Run("Format-TdgSchema *.tdg -Check");
        Assert.Equal([(_engine.PathOf("a.tdg"), 1), (_engine.PathOf("c.tdg"), 3)], changes.Select(c => ((string)c.Properties["Path"].Value, (int)c.Properties["Line"].Value)));
        Assert.Equal(Crooked, File.ReadAllText(_engine.PathOf("a.tdg")));
    }

    [Fact]
    public void A_text_is_given_out_formatted()
    {
        Assert.Equal(Straight, _engine.One<string>("Format-TdgSchema -Text $args[0]", Crooked));
        Assert.Equal("<text>", _engine.One<string>("(Format-TdgSchema -Text $args[0] -Check).Path", Crooked));
    }

    [Fact]
    public void A_file_with_errors_stays_as_it_is_and_the_others_are_formatted()
    {
        _engine.Write("a.tdg", "schema S { table t { a integer } }");
        _engine.Write("b.tdg", Crooked);
        Outcome outcome = _engine.Try("Format-TdgSchema a.tdg, none.tdg, b.tdg");
        Assert.Equal(["TDG0101", "TDG0001"], outcome.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal("schema S { table t { a integer } }", File.ReadAllText(_engine.PathOf("a.tdg")));
        Assert.Equal(Straight, File.ReadAllText(_engine.PathOf("b.tdg")));
    }
}
