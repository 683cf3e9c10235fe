using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class NewTdgDataTests : IDisposable
{
    private readonly Engine _engine = new();

    public NewTdgDataTests() => _engine.Run("$s = Import-TdgSchema $args[0]; $types = Import-TdgSchema $args[1]", _engine.Schema("shop.tdg"), _engine.Schema("types.tdg"));

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Rows_bear_the_names_of_their_table_and_of_all_rows()
    {
        PSObject row = _engine.Run("$s | New-TdgData -Count 1 -Table orders")[0];
        Assert.Equal(["TestDataGen.Row#orders", "TestDataGen.Row", "System.Object"], row.TypeNames);
    }

    [Fact]
    public void A_table_in_a_database_schema_bears_both_parts_of_its_name()
    {
        _engine.Run("$d = Import-TdgSchema -Text 'schema S { table sales.orders { id: bigint primary_key } table t { id: bigint primary_key } }'");
        IReadOnlyList<PSObject> rows = _engine.Run("$d | New-TdgData -Table sales.orders -TableCount @{ 'sales.orders' = 2 }");
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Equal("TestDataGen.Row#sales.orders", r.TypeNames[0]));
        Assert.Equal("sales.orders", _engine.One<string>("($d | New-TdgData -Count 1 -Table sales.orders | Export-TdgCsv ./out).Table"));
        Assert.Contains("out/sales.orders.csv", _engine.Files());
    }

    [Fact]
    public void A_slice_has_rows_of_the_full_set_and_what_they_need()
    {
        _engine.Run("""
            function Text($rows) { $rows | ForEach-Object { $r = $_; "$($r.PSObject.TypeNames[0]) " + (($r.PSObject.Properties | ForEach-Object { "$($_.Value)" }) -join '|') } }
            $full = Text ($s | New-TdgData)
            $rows = $s | New-TdgData -Only 'orders where id <= 7', 'products where id == 3'
            """);
        Assert.Equal(7, _engine.One<int>("@($rows | Where-Object { $_.PSObject.TypeNames[0] -eq 'TestDataGen.Row#orders' -and $_.id -le 7 }).Count"));
        Assert.Empty(_engine.Run("Text $rows | Where-Object { $_ -notin $full }"));
        Assert.Empty(_engine.Run("$items = @($rows | Where-Object { $_.PSObject.TypeNames[0] -like '*#order_items' }); $ids = @($rows | Where-Object { $_.PSObject.TypeNames[0] -like '*#orders' }).id; $items | Where-Object { $_.order_id -notin $ids }"));
        Assert.Equal(_engine.One<int>("@($full | Where-Object { $_ -match '#order_items .*\\|3\\|\\d+$' }).Count"), _engine.One<int>("@($items | Where-Object product_id -EQ 3).Count"));
        Assert.InRange(_engine.One<int>("@($rows).Count"), 10, _engine.One<int>("@($full).Count") - 10);
    }

    [Theory]
    [InlineData("ordres where id < 5", "TDG0204,", "Did you mean `orders`?", "^^^^^^")]
    [InlineData("orders where customer.nmae == 5", "TDG0203,", "Did you mean `name`?", "^^^^")]
    [InlineData("orders where id = 5", "TDG0101,", "A comparison is written `==`.", "^")]
    public void A_slice_that_can_not_be_is_told_with_its_place(string only, string code, string advice, string underline)
    {
        ErrorRecord error = Assert.Single(_engine.Try("$s | New-TdgData -Only $args[0]", only).Errors);
        Assert.StartsWith(code, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("<only>:1:", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.EndsWith($" {underline}", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_are_the_fields_in_order_with_their_types()
    {
        PSObject row = _engine.Run("$types | New-TdgData")[0];
        (string, Type)[] expected =
        [
            ("id", typeof(long)), ("small", typeof(short)), ("whole", typeof(int?)), ("money", typeof(decimal)), ("large", typeof(decimal)), ("single", typeof(float)),
            ("real", typeof(double)), ("flag", typeof(bool)), ("code", typeof(string)), ("note", typeof(string)), ("day", typeof(DateTime)), ("at_time", typeof(TimeSpan)),
            ("moment", typeof(DateTime)), ("instant", typeof(DateTime?)), ("key", typeof(Guid)), ("document", typeof(string)), ("bytes", typeof(byte[])),
        ];
        Assert.Equal(expected, row.BaseObject.GetType().GetProperties().Select(p => (p.Name, p.PropertyType)));
        Assert.Equal(expected.Select(e => e.Item1), row.Properties.Select(p => p.Name));
    }

    [Fact]
    public void Values_are_what_the_schema_says()
    {
        IReadOnlyList<PSObject> rows = _engine.Run("$types | New-TdgData");
        Assert.Equal(200, rows.Count);
        T Value<T>(PSObject row, string name) => (T)row.Properties[name].Value;
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), rows.Select(r => Value<long>(r, "id")));
        Assert.All(rows, r => Assert.InRange(Value<short>(r, "small"), (short)-5, (short)5));
        Assert.Contains(rows, r => Value<short>(r, "small") < 0);
        Assert.All(rows, r => Assert.InRange(Value<decimal>(r, "money"), -10m, 10m));
        Assert.Contains(rows, r => Value<decimal>(r, "money") < 0);
        Assert.All(rows, r => Assert.Equal(2, Value<decimal>(r, "money").Scale));
        Assert.All(rows, r => Assert.InRange(Value<decimal>(r, "large"), 1m, 2m));
        Assert.All(rows, r => Assert.Matches("^[A-Z]{2}-[0-9]{4}$", Value<string>(r, "code")));
        Assert.All(rows, r => Assert.Equal((2020, TimeSpan.Zero), (Value<DateTime>(r, "day").Year, Value<DateTime>(r, "day").TimeOfDay)));
        Assert.All(rows, r => Assert.InRange(Value<TimeSpan>(r, "at_time"), TimeSpan.Zero, TimeSpan.FromDays(1)));
        Assert.All(rows, r => Assert.InRange(Value<DateTime>(r, "moment"), new DateTime(2020, 1, 1), new DateTime(2026, 1, 1)));
        Assert.All(rows, r => Assert.Equal(4, Value<byte[]>(r, "bytes").Length));
        Assert.Equal(200, rows.Select(r => Value<Guid>(r, "key")).Distinct().Count());
        Assert.All(rows.Where(r => r.Properties["instant"].Value is not null), r => Assert.Equal(DateTimeKind.Utc, Value<DateTime>(r, "instant").Kind));
        foreach (string nullable in (string[])["whole", "note", "instant"])
            Assert.InRange(rows.Count(r => r.Properties[nullable].Value is null), 60, 140);
    }

    [Fact]
    public void Rows_come_table_by_table_in_the_order_of_the_plan() =>
        Assert.Equal(
            _engine.Run("($s | Get-TdgPlan).Table").Select(t => "TestDataGen.Row#" + t),
            _engine.Run("$s | New-TdgData").Select(r => r.TypeNames[0]).Distinct());

    [Fact]
    public void Only_the_tables_wanted_come_and_with_the_same_values()
    {
        string[] alone = Texts("$s | New-TdgData -Table orders");
        Assert.Equal(Texts("$s | New-TdgData | Where-Object { $_.PSObject.TypeNames[0] -eq 'TestDataGen.Row#orders' }"), alone);
        Assert.NotEmpty(alone);
    }

    [Fact]
    public void Threads_do_not_matter() =>
        Assert.Equal(Texts("$s | New-TdgData -Count 9000 -ThrottleLimit 1"), Texts("$s | New-TdgData -Count 9000 -ThrottleLimit 8"));

    [Fact]
    public void Parts_make_the_whole_of_each_table()
    {
        foreach (string table in (string[])["customers", "orders"])
        {
            string[] parts = [.. Enumerable.Range(1, 3).SelectMany(k => Texts($"$s | New-TdgData -Count 1000 -Table {table} -Partition '{k}/3'"))];
            Assert.Equal(Texts($"$s | New-TdgData -Count 1000 -Table {table}"), parts);
        }
    }

    [Fact]
    public void Seed_changes_the_data_and_the_same_seed_does_not()
    {
        string[] one = Texts("$s | New-TdgData -Seed 1 -Table customers");
        Assert.Equal(one, Texts("$s | New-TdgData -Seed 1 -Table customers"));
        Assert.NotEqual(one, Texts("$s | New-TdgData -Seed 2 -Table customers"));
    }

    [Fact]
    public void Clock_is_what_now_means() =>
        Assert.All(
            _engine.Run("$s | New-TdgData -Now 2024-01-02 -Table orders"),
            r => Assert.InRange((DateTime)r.Properties["placed_at"].Value, new DateTime(2024, 1, 1), new DateTime(2024, 1, 2)));

    [Fact]
    public void Properties_can_be_set_and_nullable_ones_to_null()
    {
        PSObject row = _engine.Run("$r = ($types | New-TdgData)[0]; $r.whole = $null; $r.code = 'x'; $r.money = '3.50'; $r.note = [NullString]::Value; $r.day = '2021-01-01'; $r")[0];
        Assert.Null(row.Properties["whole"].Value);
        Assert.Equal("x", row.Properties["code"].Value);
        Assert.Equal(3.50m, row.Properties["money"].Value);
        Assert.Null(row.Properties["note"].Value);
        Assert.Equal(new DateTime(2021, 1, 1), row.Properties["day"].Value);
        // What was not set is as it was.
        Assert.Equal(1L, row.Properties["id"].Value);
    }

    [Theory]
    [InlineData("$r.money = 'much'")]
    public void Property_refuses_what_is_none_of_its_type(string assignment) =>
        Assert.Equal("ExceptionWhenSetting", Assert.Single(_engine.Try("$r = ($types | New-TdgData)[0]; " + assignment).Errors).FullyQualifiedErrorId);

    [Fact]
    public void Odd_names_are_names_like_any_other()
    {
        string schema = "schema S { table `a,b [c]+d*e&f\"g'../\\\\h` { `my \"first\" $field`: integer `sp ace`: integer } }";
        IReadOnlyList<PSObject> rows = _engine.Run("Import-TdgSchema -Text $args[0] | New-TdgData -Count 2", schema);
        Assert.Equal(2, rows.Count);
        Assert.Equal(["my \"first\" $field", "sp ace"], rows[0].Properties.Select(p => p.Name));
        Assert.IsType<int>(rows[0].Properties["sp ace"].Value);
    }

    [Fact]
    public void Tables_of_one_name_and_different_fields_have_different_types()
    {
        Assert.Equal(["a"], _engine.Run("Import-TdgSchema -Text 'schema S { table t { a: integer } }' | New-TdgData -Count 1")[0].Properties.Select(p => p.Name));
        Assert.Equal(["b"], _engine.Run("Import-TdgSchema -Text 'schema S { table t { b: integer } }' | New-TdgData -Count 1")[0].Properties.Select(p => p.Name));
    }

    [Fact]
    public void Tables_of_the_same_shape_share_a_type()
    {
        const string one = "(Import-TdgSchema -Text 'schema S { table t { a: integer } }' | New-TdgData -Count 1).GetType()";
        Assert.Same(_engine.One<Type>(one), _engine.One<Type>(one));
    }

    [Fact]
    public void Pipeline_may_stop_early()
    {
        // A break ends the pipeline from below while rows are still being made ahead of it.
        Assert.Equal(10, _engine.One<int>("$n = 0; foreach ($i in 1) { $s | New-TdgData -Count 2e6 -Table customers | ForEach-Object { $n++; if ($n -eq 10) { break } } }; $n"));
        Assert.NotEmpty(_engine.Run("$s | New-TdgData -Count 1"));
    }

    private string[] Texts(string script) =>
        [.. _engine.Run(script + " | ForEach-Object { $r = $_; ($_.PSObject.Properties | ForEach-Object { \"$($_.Value)\" }) -join '|' }").Select(r => r.ToString())];
}
