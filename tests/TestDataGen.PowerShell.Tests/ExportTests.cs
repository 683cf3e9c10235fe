using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>What holds for every exporter.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly string[] ToFiles =
    [
        "Export-TdgCsv -Path {0}",
        "Export-TdgJson -Path {0}",
        "Export-TdgJson -Path {0} -AsLines",
        "Export-TdgSql -Path {0}/script.sql -Dialect sqlite",
        "Export-TdgSql -Path {0}/script.sql -Dialect postgres",
        "Export-TdgSql -Path {0}/script.sql -Dialect mysql",
        "Export-TdgSql -Path {0}/script.sql -Dialect sqlserver",
    ];

    private readonly Engine _engine = new();

    public ExportTests() => _engine.Run("$s = Import-TdgSchema $args[0]; $types = Import-TdgSchema $args[1]", _engine.Schema("shop.tdg"), _engine.Schema("types.tdg"));

    public static TheoryData<string> Exporters => [.. ToFiles];

    public static TheoryData<string> AllExporters => [.. ToFiles, "Export-TdgSql -SqlitePath {0}/data.db"];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Exporters))]
    public void Rows_that_were_objects_leave_the_same_bytes(string exporter)
    {
        foreach (string schema in (string[])["$s", "$types"])
        {
            _engine.Run($"{schema} | {Into(exporter, "direct")} -Force");
            _engine.Run($"{schema} | New-TdgData | {Into(exporter, "rows")} -Force");
            // Setting a property to what it is makes a changed row of it.
            _engine.Run($"{schema} | New-TdgData | ForEach-Object {{ $_.id = $_.id; $_ }} | {Into(exporter, "changed")} -Force");
            string[] files = [.. _engine.Files().Where(f => f.StartsWith("direct/", StringComparison.Ordinal)).Select(f => f[7..])];
            Assert.NotEmpty(files);
            foreach (string file in files)
            {
                string direct = File.ReadAllText(_engine.PathOf($"direct/{file}"));
                Assert.Equal(direct, File.ReadAllText(_engine.PathOf($"rows/{file}")));
                // A script has its rows in statements by batch; only the rows themselves are asked of it.
                Assert.Equal(direct, File.ReadAllText(_engine.PathOf($"changed/{file}")));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Exporters))]
    public void A_slice_leaves_the_same_bytes_straight_and_as_rows(string exporter)
    {
        // Rows with gaps between them, in more than one batch.
        const string Only = "-Count 20000 -Only 'order_items where quantity == 5'";
        var plan = _engine.Run($"$s | Get-TdgPlan {Only}").ToDictionary(t => (string)t.Properties["Table"].Value, t => (long)t.Properties["Rows"].Value);
        Assert.InRange(plan["order_items"], 10_000, 30_000);
        var summary = _engine.Run($"$s | {Into(exporter, "direct")} {Only}");
        Assert.Equal(plan, summary.ToDictionary(t => (string)t.Properties["Table"].Value, t => (long)t.Properties["Rows"].Value));
        _engine.Run($"$s | New-TdgData {Only} | {Into(exporter, "rows")}");
        foreach (string file in _engine.Files().Where(f => f.StartsWith("direct/", StringComparison.Ordinal)))
            Assert.Equal(File.ReadAllText(_engine.PathOf(file)), File.ReadAllText(_engine.PathOf($"rows/{file[7..]}")));
    }

    [Theory]
    [MemberData(nameof(AllExporters))]
    public void Summary_tells_rows_and_place_of_each_table(string exporter)
    {
        foreach (string pipeline in (string[])["$s |", "$s | New-TdgData |"])
        {
            var summary = _engine.Run($"{pipeline} {Into(exporter, "out")} -Force");
            Assert.Equal(["customers", "order_items", "orders", "products"], summary.Select(t => (string)t.Properties["Table"].Value).Order(StringComparer.Ordinal));
            Assert.Equal(100L, summary.Single(t => (string)t.Properties["Table"].Value == "customers").Properties["Rows"].Value);
            Assert.All(summary, t => Assert.True(File.Exists((string)t.Properties["Destination"].Value)));
        }
    }

    [Theory]
    [MemberData(nameof(AllExporters))]
    public void What_is_there_is_kept_unless_forced(string exporter)
    {
        foreach (string pipeline in (string[])["$s |", "$s | New-TdgData |"])
        {
            _engine.Run($"{pipeline} {Into(exporter, "kept")} -Force");
            Dictionary<string, byte[]> before = _engine.Files().ToDictionary(f => f, f => File.ReadAllBytes(_engine.PathOf(f)));
            Outcome outcome = _engine.Try($"{pipeline} {Into(exporter, "kept")}");
            Assert.StartsWith("DestinationExists,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(before.Keys.Order(StringComparer.Ordinal), _engine.Files());
            Assert.All(before, f => Assert.Equal(f.Value, File.ReadAllBytes(_engine.PathOf(f.Key))));
        }
    }

    [Theory]
    [MemberData(nameof(AllExporters))]
    public void What_if_writes_nothing(string exporter)
    {
        foreach (string pipeline in (string[])["$s |", "$s | New-TdgData |"])
        {
            IReadOnlyList<string> before = _engine.Files();
            Assert.Empty(_engine.Run($"{pipeline} {Into(exporter, "if")} -WhatIf"));
            Assert.Equal(before, _engine.Files());
            Assert.False(Directory.Exists(_engine.PathOf("if")));
        }
    }

    [Theory]
    [MemberData(nameof(AllExporters))]
    public void Error_upstream_leaves_nothing(string exporter)
    {
        IReadOnlyList<string> before = _engine.Files();
        Outcome outcome = _engine.Try($"$s | New-TdgData -Count 20000 -Table customers | ForEach-Object {{ if ($_.id -eq 15000) {{ throw 'enough' }}; $_ }} | {Into(exporter, "out")}");
        Assert.Equal("enough", Assert.Single(outcome.Errors).ToString());
        Assert.Equal(before, _engine.Files());
    }

    [Theory]
    [MemberData(nameof(AllExporters))]
    public void Value_that_does_not_fit_is_an_error_and_leaves_nothing(string exporter)
    {
        IReadOnlyList<string> before = _engine.Files();
        string rows = "@($s | New-TdgData -Table customers) + [pscustomobject]@{ PSTypeName = 'TestDataGen.Row#customers'; id = 'none' }";
        Outcome outcome = _engine.Try($"{rows} | {Into(exporter, "out")}");
        Assert.StartsWith("ValueDoesNotFit,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(before, _engine.Files());
    }

    [Theory]
    [MemberData(nameof(AllExporters))]
    public void Parameters_of_a_run_are_refused_where_rows_are_made_already(string exporter)
    {
        foreach (string parameter in (string[])["-Count 5", "-Only orders"])
        {
            Outcome outcome = _engine.Try($"$s | New-TdgData | {Into(exporter, "out")} {parameter}");
            Assert.StartsWith("ParameterNeedsASchema,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(AllExporters))]
    public void Place_outside_the_file_system_is_refused(string exporter)
    {
        Outcome outcome = _engine.Try($"$s | {string.Format(System.Globalization.CultureInfo.InvariantCulture, exporter, "env:")}");
        Assert.StartsWith("NotAFile,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Part_after_part_is_the_whole_file()
    {
        _engine.Run("$s | Export-TdgCsv ./whole -Count 1000");
        _engine.Run("1..4 | ForEach-Object { $s | Export-TdgCsv \"./part$_\" -Count 1000 -Partition \"$_/4\" }");
        foreach (string file in (string[])["customers.csv", "orders.csv"])
            Assert.Equal(File.ReadAllText(_engine.PathOf($"whole/{file}")), string.Concat(Enumerable.Range(1, 4).Select(k => File.ReadAllText(_engine.PathOf($"part{k}/{file}")))));
    }

    [Fact]
    public void Table_names_that_lead_elsewhere_stay_in_the_folder()
    {
        _engine.Run("Import-TdgSchema -Text $args[0] | Export-TdgCsv ./safe -Count 1", "schema S { table `../../up` { id: integer } table `a/b` { id: integer } table `con` { id: integer } }");
        string[] files = [.. _engine.Files().Where(f => f.EndsWith(".csv", StringComparison.Ordinal))];
        Assert.Equal(3, files.Length);
        Assert.All(files, f => Assert.Matches("^safe/[^/]+$", f));
    }

    private static string Into(string exporter, string folder) => string.Format(System.Globalization.CultureInfo.InvariantCulture, exporter, "./" + folder);
}
