using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>Slips of somebody in a hurry: each is answered with what is wrong and what to write instead, in words of the command line and not of .NET.</summary>
public sealed class HurriedUserTests : IDisposable
{
    private readonly Engine _engine = new();

    public HurriedUserTests()
    {
        _engine.Run("$s = Import-TdgSchema $args[0]", _engine.Schema("shop.tdg"));
        File.WriteAllText(_engine.PathOf("file"), "x");
        Directory.CreateDirectory(_engine.PathOf("folder"));
    }

    public static TheoryData<string, string> Slips => new()
    {
        { "Import-TdgSchema shpo.tdg", "Did you mean `shop.tdg`?" },
        { "Import-TdgSchema folder", "This is a folder, not a file. Name a file in it." },
        { "New-TdgData shop.tdg", "Import-TdgSchema 'shop.tdg' | New-TdgData" },
        { "Get-TdgPlan ([System.IO.FileInfo]'shop.tdg')", "Import-TdgSchema 'shop.tdg' | Get-TdgPlan" },
        { "New-TdgData 5", "A schema comes from Import-TdgSchema; '5' is none." },
        { "$s | New-TdgData -Count 1e5x", "such as 1000, '100_000' or 1e6; '1e5x' is none." },
        { "$s | New-TdgData -Seed 1.5", "A seed can't have a fraction: 1.5. Give a whole number." },
        { "$s | New-TdgData -Seed abc", "A seed is a whole number such as 42; 'abc' is none." },
        { "$s | New-TdgData -Seed 1e30", "A seed lies between" },
        { "$s | New-TdgData -Now yesterday", "A date is written 2026-01-31, or with a time 2026-01-31T12:00; 'yesterday' is none." },
        { "$s | New-TdgData -TableCount orders=5", "Rows by table are written @{ orders = 1e6 }; 'orders=5' is no such list." },
        { "$s | New-TdgData -TableCount @{ ordres = 5 }", "Did you mean `orders`?" },
        { "$s | New-TdgData -Table ordres", "Did you mean `orders`?" },
        { "$s | New-TdgData -Locale german", "There is no locale german. There are: " },
        { "$s | New-TdgData -Locale frr", "Did you mean `fr`?" },
        { "Get-TdgFormat emial", "There is no format 'emial'. Did you mean `email`?" },
        { "Get-TdgFormat -Locale enn", "There is no locale enn. Did you mean `en`?" },
        { "1..3 | Export-TdgCsv out", "'1' is no row. Pipe a schema, rows from New-TdgData, or objects with properties such as [pscustomobject]@{ id = 1 }." },
        { "'shop.tdg' | Export-TdgSql", "'shop.tdg' is no row." },
        { "$s | Export-TdgCsv file", "is a file, not a folder. Give another path." },
        { "$s | Export-TdgCsv file/sub", "is a file, not a folder. Give another path." },
        { "$s | Export-TdgSql folder", "folder is a folder. Name a file." },
        { "$s | Export-TdgSql; $s | Export-TdgSql", "Shop.db exists. Give -Force to replace it, or another path." },
        { "$s | Export-TdgCsv out; $s | Export-TdgCsv out", "customers.csv exists. Give -Force to replace it, or another path." },
        { "$s | Export-TdgSql; $s | New-TdgData | Export-TdgSql Shop.db -Append", "Nothing of this run was kept. Append what is not there yet" },
        { "$s | Export-TdgSql file -Append", "file is not a SQLite database. Name a SQLite database, or a file that does not exist." },
        { "$s | Export-TdgSql shop.sql", "'shop.sql' looks like a script, but this makes a database. Write -Path shop.sql for a script" },
        { "$s | Export-TdgSql -Path shop.db", "'shop.db' looks like a database, but -Path names a script. Write -SqlitePath shop.db for a database" },
        { "$s | Export-TdgSql -Path shop.sql -Dialect oracle", "There is no dialect 'oracle'. Choose one of sqlite, postgres, mysql, sqlserver." },
    };

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_answered_with_what_to_do(string script, string answer)
    {
        ErrorRecord error = Assert.Single(_engine.Try(script).Errors);
        string shown = $"{error.ErrorDetails?.Message ?? error.Exception.Message} {error.ErrorDetails?.RecommendedAction}".Trim();
        Assert.Contains(answer, shown, StringComparison.Ordinal);
        foreach (string word in (string[])["System.", "Exception", "Int64", "String", "tdg --"])
            Assert.DoesNotContain(word, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'2026-01-31'", "2026-01-31 00:00")]
    [InlineData("2026-01-31T12:30", "2026-01-31 12:30")]
    [InlineData("([datetime]'2026-01-31')", "2026-01-31 00:00")]
    public void A_date_is_taken_however_it_is_written(string now, string expected) =>
        Assert.Equal(expected, _engine.One<string>($"($s | Get-TdgPlan -Now {now})[0].Now.ToString('yyyy-MM-dd HH:mm')"));

    [Theory]
    [InlineData("-7", -7)]
    [InlineData("1e6", 1_000_000)]
    [InlineData("'12'", 12)]
    public void A_seed_is_any_whole_number(string seed, long expected) => Assert.Equal(expected, _engine.One<long>($"($s | Get-TdgPlan -Seed {seed})[0].Seed"));
}
