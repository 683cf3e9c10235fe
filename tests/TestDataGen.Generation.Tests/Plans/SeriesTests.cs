using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class SeriesTests
{
    private static Plan Planned(string tdg, PlanOptions? options = null) => Generation.Plan.Create(Given.Schema(tdg), options ?? new PlanOptions { Seed = 42, Now = new DateTime(2025, 3, 1, 6, 0, 0) });

    private static string Readings(string count, string fields = "at: datetime = moment") =>
        $"schema S {{ table sensors {{ id: bigint primary_key }} table readings {{ sensor_id: bigint nullable references(sensors.id) as sensor  {fields} }} }} generate S {{ sensors 3 readings {count} }}"
            .Replace(count.Contains(" per ", StringComparison.Ordinal) ? "nullable " : "\0", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("every 15m from 2025-01-01 to 2025-01-02", 97, "2025-01-01 00:00:00", "2025-01-02 00:00:00")]
    [InlineData("every 15m from 2025-01-01 to 2025-01-01T23:59", 96, "2025-01-01 00:00:00", "2025-01-01 23:45:00")]
    [InlineData("every 1d from 2025-01-01T08:00 to 2025-01-31", 30, "2025-01-01 08:00:00", "2025-01-30 08:00:00")]
    [InlineData("every 1h from now - 2d to now", 49, "2025-02-27 06:00:00", "2025-03-01 06:00:00")]
    [InlineData("every 1h from 2025-01-01 to 2025-01-01", 1, "2025-01-01 00:00:00", "2025-01-01 00:00:00")]
    public void A_series_has_a_row_for_each_moment(string count, int rows, string first, string last)
    {
        foreach (int sensors in new[] { 1, 3 })
        {
            IReadOnlyList<string?> moments = Given.Column(Planned(Readings(sensors == 1 ? count : count + " per sensors")), "readings", "at");
            Assert.Equal(rows * sensors, moments.Count);
            for (int s = 0; s < sensors; s++)
            {
                string?[] own = [.. moments.Skip(s * rows).Take(rows)];
                Assert.Equal((first, last), (own[0], own[^1]));
                TimeSpan[] steps = [.. own.Zip(own.Skip(1), (a, b) => DateTime.Parse(b!, CultureInfo.InvariantCulture) - DateTime.Parse(a!, CultureInfo.InvariantCulture)).Distinct()];
                Assert.True(steps.Length <= 1);
            }
        }
    }

    [Fact]
    public void A_series_without_parents_has_child_indexes_and_previous_values()
    {
        Plan plan = Planned(Readings("every 1h from 2025-01-01 to 2025-01-02", "n: bigint = child_index  sum: bigint = coalesce(previous(sum), 0) + n"));
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"{i}"), Given.Column(plan, "readings", "n")!);
        Assert.Equal("300", Given.Column(plan, "readings", "sum")[^1]);
        Plan shorter = Planned(Readings("every 1h from 2025-01-01 to 2025-01-02"), new PlanOptions { TableCounts = new Dictionary<string, long> { ["readings"] = 4 } });
        Assert.Equal("2025-01-01 03:00:00", Given.Column(shorter, "readings", "at")[^1]);
    }

    [Fact]
    public void A_series_that_ends_before_it_begins_by_the_clock_is_an_error_of_the_run()
    {
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Planned(Readings("every 1h from 2026-01-01 to now per sensors"))).Diagnostics);
        Assert.Equal("TDG0506", error.Code);
        Assert.Contains("ends at 2025-03-01 06:00, before it begins at 2026-01-01 00:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_does_not_begin_before_the_first_day_of_the_calendar() =>
        Assert.Equal("0001-01-01 00:00:00", Given.Column(Planned(Readings("every 36500d from now - 800000d to now")), "readings", "at")[0]);

    [Fact]
    public void A_run_that_counts_a_series_by_a_number_is_told_that_there_are_no_moments()
    {
        var options = new PlanOptions { TableCounts = new Dictionary<string, long> { ["readings"] = 100 } };
        SchemaException error = Assert.Throws<SchemaException>(() => Planned(Readings("every 1h from 2025-01-01 to now per sensors"), options));
        Assert.Contains(error.Diagnostics, d => d.Message.StartsWith("readings.at: moment needs a time series", StringComparison.Ordinal));
    }

    private static double[] Values(string expression, int hours = 24 * 365)
    {
        DateTime to = new DateTime(2025, 1, 1).AddHours(hours - 1);
        Plan plan = Planned(Readings($"every 1h from 2025-01-01 to {to:yyyy-MM-ddTHH:mm}", $"x: double = {expression}"));
        return [.. Given.Column(plan, "readings", "x").Select(v => double.Parse(v!, CultureInfo.InvariantCulture))];
    }

    [Fact]
    public void A_season_comes_again_and_a_trend_goes_on()
    {
        double[] day = Values("season(moment, 1d, 10)", 48);
        Assert.Equal((0, 10, 0, -10), (Math.Round(day[0], 12), day[6], Math.Round(day[12], 12), day[18]));
        Assert.Equal(day.Take(24), day.Skip(24));
        Assert.Equal(10, Values("season(moment, 1d, 10, 6h)", 24)[12], 1e-12);
        double[] line = Values("trend(moment, 2025-01-01, 5, 1d)", 49);
        Assert.Equal((0, 2.5, 10), (line[0], line[12], line[48]));
    }

    [Fact]
    public void Noise_is_normal_and_each_is_drawn_on_its_own()
    {
        double[] noise = Values("noise(3)");
        Assert.InRange(noise.Average(), -0.1, 0.1);
        Assert.InRange(Math.Sqrt(noise.Average(x => x * x)), 2.9, 3.1);
        Assert.InRange(noise.Count(x => Math.Abs(x) < 3) / (double)noise.Length, 0.67, 0.70);
        double[] both = Values("noise(1) - noise(1)");
        Assert.InRange(Math.Sqrt(both.Average(x => x * x)), 1.38, 1.45);
    }
}
