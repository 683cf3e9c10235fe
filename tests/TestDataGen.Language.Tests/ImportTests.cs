namespace TestDataGen.Language.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_import_brings_all_that_a_file_declares()
    {
        Write("parts/common.tdg", "enum Status { open, closed }\ntype Money = decimal(12, 2) min(0)\nmixin Audited { created_at: datetime }");
        Write("main.tdg", "import \"parts/common.tdg\"\nschema S { table t with Audited { status: Status  total: Money } }");
        Schema schema = Assert.Single(ReadWell("main.tdg"));
        Assert.Equal(["status", "total", "created_at"], schema.Tables[0].Fields.Select(f => f.Name));
        Assert.Equal(Path.Combine(_folder, "main.tdg"), schema.Source.Path);
        Assert.Equal([Path.Combine(_folder, "parts/common.tdg")], schema.Source.Imports.Select(i => i.Path));
    }

    [Fact]
    public void A_path_that_never_ends_is_told_by_its_beginning()
    {
        Write("main.tdg", $"import \"common.tdg {new string('x', 5_000)}\"\nschema S {{ table t {{ a: integer }} }}");
        Diagnostic diagnostic = Assert.Single(Read("main.tdg").Diagnostics);
        Assert.Equal("TDG0002", diagnostic.Code);
        Assert.StartsWith("\"common.tdg xxx", diagnostic.Message, StringComparison.Ordinal);
        Assert.EndsWith("… can't be imported: its path is longer than this system takes.", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_is_relative_to_the_file_that_imports()
    {
        Write("a/b/types.tdg", "import \"../units.tdg\"\ntype Price = Money");
        Write("a/units.tdg", "type Money = decimal(12, 2)");
        Write("main.tdg", "import \"a/b/types.tdg\"\nschema S { table t { price: Price } }");
        Assert.Equal(12, ReadWell("main.tdg")[0].Tables[0].Fields[0].Type.Precision);
    }

    [Fact]
    public void A_file_that_is_imported_by_two_ways_is_read_once()
    {
        Write("common.tdg", "type Money = decimal(12, 2)");
        Write("a.tdg", "import \"common.tdg\"\ntype A = Money");
        Write("b.tdg", "import \"./common.tdg\"\nimport \"common.tdg\"\ntype B = Money");
        Write("main.tdg", "import \"a.tdg\"\nimport \"b.tdg\"\nschema S { table t { a: A  b: B } }");
        Assert.Equal(["a.tdg", "common.tdg", "b.tdg"], ReadWell("main.tdg")[0].Source.Imports.Select(i => Path.GetFileName(i.Path)));
    }

    [Fact]
    public void A_schema_and_its_counts_come_along_and_may_get_a_profile_here()
    {
        Write("shop.tdg", "schema Shop { table t { a: integer } }\ngenerate Shop { seed 5  t 10 }");
        Write("main.tdg", "import \"shop.tdg\"\ngenerate Shop as load_test { scale 100 }");
        Schema shop = Assert.Single(ReadWell("main.tdg"));
        Assert.Equal(1_000, shop.FindProfile("load_test")!.Scaled(Assert.IsType<FixedCount>(shop.FindProfile("load_test")!.Counts[shop.Tables[0]]).Rows));
    }

    [Fact]
    public void What_a_file_says_of_a_schema_goes_over_what_it_imports()
    {
        Write("shop.tdg", "schema Shop { table t { a: integer } }\ngenerate Shop { t 10 }\ngenerate Shop as big { t 1000 }");
        Write("counts.tdg", "import \"shop.tdg\"\ngenerate shop { t 20 }");
        Schema counted = Assert.Single(ReadWell("counts.tdg"));
        Assert.Equal(20, Assert.IsType<FixedCount>(counted.Profile.Counts[counted.Tables[0]]).Rows);
        Assert.Equal("big", Assert.Single(counted.Profiles).Name);

        Write("shape.tdg", "import \"shop.tdg\"\nschema Shop { table u { b: integer } }");
        Schema shaped = Assert.Single(ReadWell("shape.tdg"));
        Assert.Equal("u", shaped.Tables[0].Name);
        Assert.Empty(shaped.Profiles);
    }

    [Fact]
    public void A_name_that_two_files_declare_is_an_error_that_names_both()
    {
        Write("common.tdg", "type Money = decimal(12, 2)");
        Write("main.tdg", "import \"common.tdg\"\ntype money = integer\nschema S { table t { a: integer } }");
        Diagnostic error = Assert.Single(Read("main.tdg").Diagnostics);
        Assert.Equal(("TDG0201", 2, 6), (error.Code, error.Line, error.Column));
        Assert.Equal($"There is a type or enum `money` already in {Path.Combine(_folder, "common.tdg")}.", error.Message);
    }

    [Fact]
    public void An_error_in_an_imported_file_is_shown_in_that_file()
    {
        Write("common.tdg", "// Shared.\nmixin Audited {\n  at: datetim\n}");
        Write("main.tdg", "import \"common.tdg\"\nschema S {\n  table t with Audited { a: integr }\n}");
        IReadOnlyList<Diagnostic> errors = Read("main.tdg").Diagnostics;
        Assert.Equal(["main.tdg:3:29", "common.tdg:3:7"], errors.Select(e => $"{Path.GetFileName(e.Path)}:{e.Line}:{e.Column}"));
        Assert.Equal(" 3 |   at: datetim\n   |       ^^^^^^^", errors[1].Excerpt.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Errors_of_grammar_in_an_imported_file_hide_none_of_the_importing_one()
    {
        Write("common.tdg", "type Money = \ntype Price = integer\nenum § { a }");
        Write("main.tdg", "import \"common.tdg\"\nschema S { table t { a: integer min( } }");
        Assert.Equal(
            ["main.tdg TDG0101", "common.tdg TDG0101", "common.tdg TDG0005"],
            Read("main.tdg").Diagnostics.Select(e => $"{Path.GetFileName(e.Path)} {e.Code}"));
    }

    [Fact]
    public void A_name_that_a_broken_import_may_declare_is_no_error_of_its_own()
    {
        Write("main.tdg", "import \"none.tdg\"\nschema S { table t with Audited { a: Money } }");
        Diagnostic error = Assert.Single(Read("main.tdg").Diagnostics);
        Assert.Equal(("TDG0001", 1, 8), (error.Code, error.Line, error.Column));
        Assert.Equal("\"none.tdg\" can't be imported: there is no such file.", error.Message);
    }

    [Fact]
    public void A_circle_is_drawn_at_the_import_that_closes_it()
    {
        Write("a.tdg", "import \"b.tdg\"\ntype A = integer\nschema S { table t { a: A  b: B  c: C } }");
        Write("b.tdg", "import \"parts/c.tdg\"\ntype B = A");
        Write("parts/c.tdg", "type C = B\nimport \"../a.tdg\"");
        Diagnostic error = Assert.Single(Read("a.tdg").Diagnostics);
        Assert.Equal(("TDG0018", "c.tdg", 2, 8), (error.Code, Path.GetFileName(error.Path), error.Line, error.Column));
        Assert.Equal("These files import each other in a circle: a.tdg → b.tdg → c.tdg → a.tdg.", error.Message);
    }

    [Fact]
    public void A_file_that_imports_itself_is_told_so()
    {
        Write("a.tdg", "import \"a.tdg\"\nschema S { table t { a: integer } }");
        Assert.Equal("`a.tdg` imports itself.", Assert.Single(Read("a.tdg").Diagnostics).Message);
    }

    [Fact]
    public void A_chain_of_a_thousand_files_is_an_error()
    {
        for (int i = 0; i < 1_000; i++)
            Write($"f{i}.tdg", $"import \"f{i + 1}.tdg\"");
        Write("f1000.tdg", "schema S { table t { a: integer } }");
        Assert.Equal("TDG0102", Assert.Single(Read("f0.tdg").Diagnostics).Code);
    }

    [Theory]
    [InlineData("", "TDG0001", "this is no path")]
    [InlineData("parts", "TDG0002", "this is a folder")]
    [InlineData("latin1.tdg", "TDG0004", "the byte E9 at offset 3 is not UTF-8")]
    [InlineData("https://example.com/common.tdg", "TDG0001", "it is no file")]
    [InlineData("large.tdg", "TDG0003", "this file has 20,000,000 bytes")]
    [InlineData("twelve.tdg\\\"\\nimport \\\"twelve.tdg", "TDG0001", "there is no such file")]
    public void What_can_not_be_read_is_an_error_at_its_import(string path, string code, string why)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "parts"));
        File.WriteAllBytes(Path.Combine(_folder, "latin1.tdg"), [(byte)'/', (byte)'/', (byte)' ', 0xE9, (byte)'\n']);
        using (FileStream stream = File.Create(Path.Combine(_folder, "large.tdg")))
            stream.SetLength(20_000_000);
        Write("main.tdg", $"import \"{path}\"\nschema S {{ table t {{ a: integer }} }}");
        Diagnostic error = Assert.Single(Read("main.tdg").Diagnostics);
        Assert.Equal((code, "main.tdg", 1, 8), (error.Code, Path.GetFileName(error.Path), error.Line, error.Column));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_imports_together_have_the_size_of_a_file()
    {
        foreach (string name in (string[])["a", "b"])
            Write(name + ".tdg", new string(' ', 9_000_000));
        Write("main.tdg", "import \"a.tdg\"\nimport \"b.tdg\"\nschema S { table t { a: integer } }");
        Diagnostic error = Assert.Single(Read("main.tdg").Diagnostics);
        Assert.Equal(("TDG0003", 2), (error.Code, error.Line));
    }

    [Fact]
    public void A_text_imports_from_the_folder_that_it_is_given()
    {
        Write("common.tdg", "type Money = decimal(12, 2)");
        var text = new SourceText("<text>", "import \"common.tdg\"\nschema S { table t { a: Money } }");
        Assert.Empty(SchemaReader.Read(text, Tdg.Formats, _folder).Diagnostics);
        Assert.Equal("TDG0001", Assert.Single(Tdg.Read(text.Text).Diagnostics).Code);
    }

    [Fact]
    public void A_file_without_a_schema_is_right_by_itself()
    {
        Write("common.tdg", "type Money = decimal(12, 2)");
        Assert.Empty(ReadWell("common.tdg"));
    }

    private void Write(string path, string text)
    {
        string file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private ReadResult Read(string path) => SchemaReader.ReadFile(Path.Combine(_folder, path), Tdg.Formats);

    private IReadOnlyList<Schema> ReadWell(string path)
    {
        ReadResult result = Read(path);
        Assert.True(result.Diagnostics.Count == 0, string.Join("\n", result.Diagnostics.Select(d => d.ToDisplayString())));
        return result.Schemas;
    }
}
