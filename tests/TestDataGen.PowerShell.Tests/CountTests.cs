using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class CountTests : IDisposable
{
    private readonly Engine _engine = new();

    public CountTests() => _engine.Run("$s = Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key } }'");

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("1e5", 100_000)]
    [InlineData("1.5e3", 1500)]
    [InlineData("2kb", 2048)]
    [InlineData("10d", 10)]
    [InlineData("10ul", 10)]
    [InlineData("5n", 5)]
    [InlineData("'1e3'", 1000)]
    [InlineData("'100_000'", 100_000)]
    [InlineData("(1 + 1)", 2)]
    [InlineData("1e12", 1_000_000_000_000)]
    public void Whole_number_is_taken_however_it_is_written(string count, long expected) =>
        Assert.Equal(expected, _engine.One<long>($"($s | Get-TdgPlan -Count {count}).Rows"));

    [Theory]
    [InlineData("-1", "negative")]
    [InlineData("-1e3", "negative")]
    [InlineData("'-5'", "negative")]
    [InlineData("0.5", "fraction")]
    [InlineData("1.5d", "fraction")]
    [InlineData("'2.5'", "fraction")]
    [InlineData("([double]::NaN)", "NaN")]
    [InlineData("([double]::PositiveInfinity)", "9,223,372,036,854,775,807")]
    [InlineData("1e19", "9,223,372,036,854,775,807")]
    [InlineData("9223372036854775808", "9,223,372,036,854,775,807")]
    [InlineData("'many'", "'many'")]
    [InlineData("(Get-Command Get-Help)", "whole number")]
    public void What_is_no_number_of_rows_is_refused_with_the_reason(string count, string reason)
    {
        foreach (string parameter in (string[])[$"-Count {count}", $"-TableCount @{{ t = {count} }}"])
        {
            ErrorRecord error = Assert.Single(_engine.Try($"$s | Get-TdgPlan {parameter}").Errors);
            Assert.Equal("ParameterArgumentTransformationError,TestDataGen.Commands.GetTdgPlanCommand", error.FullyQualifiedErrorId);
            Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("New-TdgData")]
    [InlineData("Export-TdgCsv ./out")]
    [InlineData("Export-TdgJson ./out")]
    [InlineData("Export-TdgSql")]
    [InlineData("Export-TdgSql -Path ./out.sql")]
    public void No_command_takes_what_is_no_number_of_rows_and_none_writes_anything(string command)
    {
        foreach (string count in (string[])["-1", "0.5", "([double]::NaN)", "1e19", "9223372036854775808", "([long]::MaxValue)"])
        {
            Outcome outcome = _engine.Try($"$s | {command} -Count {count}");
            Assert.Single(outcome.Errors);
            Assert.Empty(outcome.Output);
            Assert.Empty(_engine.Files());
        }
    }

    [Fact]
    public void Table_count_goes_over_count() => Assert.Equal(3, _engine.One<long>("($s | Get-TdgPlan -Count 10 -TableCount @{ T = 3 }).Rows"));

    [Theory]
    [InlineData("'0/4'")]
    [InlineData("'5/4'")]
    [InlineData("'1'")]
    [InlineData("'a/b'")]
    [InlineData("'-1/4'")]
    public void What_is_no_partition_is_refused(string partition)
    {
        ErrorRecord error = Assert.Single(_engine.Try($"$s | Get-TdgPlan -Partition {partition}").Errors);
        Assert.Contains("'k/n'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Number_that_the_engine_can_not_count_is_an_error_that_says_so()
    {
        ErrorRecord error = Assert.Single(_engine.Try("$s | Get-TdgPlan -Count ([long]::MaxValue)").Errors);
        Assert.StartsWith("TDG", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }
}
