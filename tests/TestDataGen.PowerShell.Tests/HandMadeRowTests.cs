using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>Rows that a user filtered, changed or made.</summary>
public sealed class HandMadeRowTests : IDisposable
{
    private readonly Engine _engine = new();

    public HandMadeRowTests() => _engine.Run("$s = Import-TdgSchema $args[0]", _engine.Schema("shop.tdg"));

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Filtered_rows_are_those_that_passed()
    {
        _engine.Run("$s | New-TdgData -Count 10000 -Table customers | Where-Object { $_.id % 3 -eq 0 -or $_.id -gt 9000 } | Export-TdgCsv ./some; $s | Export-TdgCsv ./all -Count 10000 -Table customers");
        string[] all = File.ReadAllLines(_engine.PathOf("all/customers.csv"));
        string[] expected = [all[0], .. all.Skip(1).Where((_, i) => (i + 1) % 3 == 0 || i + 1 > 9000)];
        Assert.Equal(expected, File.ReadAllLines(_engine.PathOf("some/customers.csv")));
    }

    [Fact]
    public void Changed_rows_are_written_with_their_new_values()
    {
        _engine.Run("$s | New-TdgData -Table customers | ForEach-Object { if ($_.id -eq 2) { $_.name = 'Zoë, \"Z\"'; $_.nickname = [NullString]::Value; $_.balance = 1 }; $_ } | Export-TdgCsv ./out");
        string[] lines = File.ReadAllLines(_engine.PathOf("out/customers.csv"));
        Assert.Matches("^2,\"Zoë, \"\"Z\"\"\",user2@example\\.com,..,[^,]*,1\\.00,$", lines[2]);
        Assert.Equal(101, lines.Length);
    }

    [Fact]
    public void Rows_of_several_tables_may_come_in_turn()
    {
        _engine.Run("$a = @($s | New-TdgData -Table customers -Count 50); $b = @($s | New-TdgData -Table products -Count 50); 0..49 | ForEach-Object { $a[$_]; $b[$_] } | Export-TdgCsv ./mixed; $s | Export-TdgCsv ./straight -Count 50 -Table customers, products");
        foreach (string file in (string[])["customers.csv", "products.csv"])
            Assert.Equal(File.ReadAllText(_engine.PathOf("straight/" + file)), File.ReadAllText(_engine.PathOf("mixed/" + file)));
    }

    [Fact]
    public void Objects_make_a_table_of_their_own()
    {
        _engine.Run("1..3 | ForEach-Object { [pscustomobject]@{ id = $_; name = \"n$_\"; price = [decimal]$_ + 0.5d; at = [datetime]'2024-05-06 07:08:09'; yes = $_ -eq 1; none = $null } } | Export-TdgCsv ./out -Table users");
        Assert.Equal(
            ["id,name,price,at,yes,none", "1,n1,1.5,2024-05-06 07:08:09,true,", "2,n2,2.5,2024-05-06 07:08:09,false,", "3,n3,3.5,2024-05-06 07:08:09,false,"],
            File.ReadAllLines(_engine.PathOf("out/users.csv")));
    }

    [Fact]
    public void Objects_that_say_nothing_go_to_a_table_of_rows()
    {
        _engine.Run("[pscustomobject]@{ id = 1 } | Export-TdgSql");
        Assert.Equal(["1"], Sqlite.Query(_engine.PathOf("rows.db"), "select id from rows"));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ PSTypeName = 'TestDataGen.Row#people'; id = 1 }")]
    [InlineData("$o = [pscustomobject]@{ id = 1 }; $o.PSObject.TypeNames.Insert(0, 'Selected.TestDataGen.Row#people'); $o")]
    public void Type_name_says_the_table(string script)
    {
        _engine.Run($"& {{ {script} }} | Export-TdgCsv ./out");
        Assert.Equal(["id", "1"], File.ReadAllLines(_engine.PathOf("out/people.csv")));
    }

    [Theory]
    [InlineData("@{ id = 1 }")]
    [InlineData("[ordered]@{ id = 1 }")]
    public void Hashtable_is_a_row(string script)
    {
        _engine.Run($"{script} | Export-TdgCsv ./out");
        Assert.Equal(["id", "1"], File.ReadAllLines(_engine.PathOf("out/rows.csv")));
    }

    [Fact]
    public void Objects_may_lack_what_others_have()
    {
        _engine.Run("& { [pscustomobject]@{ a = 1 }; [pscustomobject]@{ b = 'x'; a = 2 } } | Export-TdgCsv ./out");
        Assert.Equal(["a,b", "1,", "2,x"], File.ReadAllLines(_engine.PathOf("out/rows.csv")));
    }

    [Theory]
    [InlineData("1, 2.5", "1", "2.5")]
    [InlineData("1, 2.25d", "1.00", "2.25")]
    [InlineData("1, 'x'", "1", "x")]
    [InlineData("$true, 1", "True", "1")]
    [InlineData("[guid]::Empty, $null", "00000000-0000-0000-0000-000000000000", "\"\"")]
    public void Column_has_the_type_that_all_its_values_fit(string values, string first, string second)
    {
        _engine.Run($"{values} | ForEach-Object {{ @{{ v = $_ }} }} | Export-TdgCsv ./out");
        Assert.Equal(["v", first, second], File.ReadAllLines(_engine.PathOf("out/rows.csv")));
    }

    [Fact]
    public void Objects_beside_rows_of_a_table_are_rows_of_it()
    {
        _engine.Run("& { $s | New-TdgData -Table products -Count 1; [pscustomobject]@{ PSTypeName = 'TestDataGen.Row#products'; id = 2; name = 'own'; price = 3 } } | Export-TdgSql mixed.db");
        Assert.Equal(["2|own|3"], Sqlite.Query(_engine.PathOf("mixed.db"), "select id, name, price from products where id = 2"));
    }

    [Fact]
    public void More_objects_than_are_looked_at_first_all_arrive()
    {
        _engine.Run("1..10000 | ForEach-Object { @{ id = $_ } } | Export-TdgCsv ./out");
        Assert.Equal(Enumerable.Range(1, 10000).Select(i => $"{i}"), File.ReadLines(_engine.PathOf("out/rows.csv")).Skip(1));
    }

    [Theory]
    [InlineData("'text'")]
    [InlineData("5")]
    public void Single_value_is_no_row(string value) =>
        Assert.StartsWith("NotARow,", Assert.Single(_engine.Try($"{value} | Export-TdgCsv ./out").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void Property_that_the_first_rows_did_not_have_is_an_error()
    {
        ErrorRecord error = Assert.Single(_engine.Try("& { 1..1000 | ForEach-Object { @{ a = $_ } }; @{ a = 1; b = 2 } } | Export-TdgCsv ./out").Errors);
        Assert.Contains("'b'", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_engine.Files(), f => f.StartsWith("out/", StringComparison.Ordinal));
    }
}
