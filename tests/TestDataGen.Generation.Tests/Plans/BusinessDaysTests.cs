namespace TestDataGen.Generation.Tests;

public sealed class BusinessDaysTests
{
    private static readonly DateTime[] Days = [.. Enumerable.Range(0, 15).Select(i => new DateTime(2026, 1, 26).AddDays(i))];

    private static bool IsWeekend(DateTime day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // One day after the other, as one would count on a calendar.
    private static DateTime Walk(DateTime day, int count)
    {
        for (int left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            left -= IsWeekend(day) ? 0 : 1;
        }

        return day;
    }

    [Fact]
    public void Business_days_are_added_as_one_counts_them_on_a_calendar()
    {
        foreach (DateTime day in Days)
        {
            for (int count = -23; count <= 23; count++)
                Assert.Equal(Walk(day, count), new DateTime(BusinessDays.Add(day.Ticks, count)));
        }
    }

    [Fact]
    public void Business_days_between_two_days_are_those_behind_the_first_up_to_the_second()
    {
        foreach (DateTime from in Days)
        {
            foreach (DateTime to in Days.Where(d => d >= from))
            {
                int expected = Days.Count(d => d > from && d <= to && !IsWeekend(d));
                Assert.Equal(expected, BusinessDays.Between(from.Ticks, to.Ticks));
                Assert.Equal(-expected, BusinessDays.Between(to.Ticks, from.Ticks));
            }
        }
    }

    [Fact]
    public void A_moment_in_business_hours_stays_and_all_others_move_into_them_in_their_order()
    {
        DateTime before = DateTime.MinValue;
        for (DateTime t = Days[0]; t < Days[^1]; t = t.AddMinutes(7))
        {
            var moved = new DateTime(BusinessDays.InHours(t.Ticks));
            Assert.False(IsWeekend(moved));
            Assert.InRange(moved.TimeOfDay, TimeSpan.FromHours(9), TimeSpan.FromHours(17));
            bool isInHours = !IsWeekend(t) && t.TimeOfDay >= TimeSpan.FromHours(9) && t.TimeOfDay <= TimeSpan.FromHours(17);
            if (isInHours)
                Assert.Equal(t, moved);
            else
                Assert.True(moved >= before && moved > t, $"{t} moved to {moved}");
            before = isInHours ? DateTime.MinValue : moved;
        }
    }

    [Theory]
    [InlineData(4_000_001)]
    [InlineData(2_900_000)]
    [InlineData(-2_900_000)]
    public void What_leaves_the_calendar_overflows(long count) =>
        Assert.Throws<OverflowException>(() => BusinessDays.Add(Days[0].Ticks, count));
}
