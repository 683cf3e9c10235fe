namespace TestDataGen.Cli.Tests;

public sealed class ValidateTests : IDisposable
{
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Fact]
    public void A_right_file_gives_nothing()
    {
        Tdg.Result result = _tdg.Run("validate", "*.tdg");
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void An_error_has_the_form_that_editors_read()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "bad.tdg"), "schema S {\n  table t { id: bigit }\n}");
        Tdg.Result result = _tdg.Run("validate", "bad.tdg");
        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"^bad\.tdg\(2,17\): error TDG\d{4}: .*bigint", result.Output);
    }

    [Fact]
    public void An_error_in_an_imported_file_has_that_files_name()
    {
        Directory.CreateDirectory(Path.Combine(_tdg.Folder, "parts"));
        File.WriteAllText(Path.Combine(_tdg.Folder, "parts", "common.tdg"), "type Id =\n  bigit");
        File.WriteAllText(Path.Combine(_tdg.Folder, "main.tdg"), "import \"parts/common.tdg\"\nschema S { table t { id: Id } }");
        Tdg.Result result = _tdg.Run("validate", "main.tdg");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{Path.Combine("parts", "common.tdg")}(2,3): error TDG0202:", result.Output.Replace('/', Path.DirectorySeparatorChar), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Azure_Pipelines_it_is_logged_as_an_issue()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "bad.tdg"), "schema S {\n  table t { id: bigit }\n}");
        var info = Tdg.StartInfo(_tdg.Folder, ["validate", "bad.tdg"]);
        info.Environment["TF_BUILD"] = "True";
        Assert.Matches(@"##vso\[task\.logissue type=error;sourcepath=bad\.tdg;linenumber=2;columnnumber=17;code=TDG\d{4}\]", Tdg.Run(info).Output);
    }

    [Fact]
    public void A_database_that_is_otherwise_is_told_by_the_exit_code()
    {
        Assert.Equal(0, _tdg.Run("generate", "shop.tdg", "--to", "sqlite:shop.db").ExitCode);
        Tdg.Result same = _tdg.Run("validate", "shop.tdg", "--against", "sqlite:shop.db");
        Assert.Equal((0, "", ""), (same.ExitCode, same.Output, same.Error));
        File.WriteAllText(Path.Combine(_tdg.Folder, "other.tdg"), "schema Shop { table customers { id: bigint primary_key  name: string(50) nullable } }");
        Tdg.Result other = _tdg.Run("validate", "other.tdg", "--against", "sqlite:shop.db");
        Assert.Equal(1, other.ExitCode);
        Assert.Equal(
            ["other.tdg: drift: customers.name is not null in the database, and nullable by the schema.", "other.tdg: drift: The schema has no table orders, and the database has one."],
            other.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(1, _tdg.Run("validate", "shop.tdg", "--against", "sqlite:none.db").ExitCode);
        Assert.Equal(2, _tdg.Run("validate", "shop.tdg", "--against", "shop.db").ExitCode);
    }

    [Fact]
    public void What_the_row_counts_of_a_named_profile_rule_out_is_an_error_too()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "few.tdg"), "schema S { table t { code: string(2) unique pattern(\"##\") } }\ngenerate S { t 100 }\ngenerate S as big { scale 2 }\ngenerate S as large { t 200 }");
        Tdg.Result result = _tdg.Run("validate", "few.tdg");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void What_the_row_counts_rule_out_is_an_error_too()
    {
        File.WriteAllText(Path.Combine(_tdg.Folder, "few.tdg"), "schema S { table t { code: string(2) unique pattern(\"##\") } }\ngenerate S { t 200 }");
        Tdg.Result result = _tdg.Run("validate", "few.tdg");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("TDG0601", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        Tdg.Result result = _tdg.Run("validate", "none.tdg");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("none.tdg", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_without_files_is_a_mistake_on_the_command_line() => Assert.Equal(2, _tdg.Run("validate", "none*.tdg").ExitCode);
}
