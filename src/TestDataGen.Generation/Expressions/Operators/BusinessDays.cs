namespace TestDataGen.Generation;

/// <summary>Monday to Friday, nine to five; moments are ticks. 0001-01-01 was a Monday.</summary>
internal static class BusinessDays
{
    private const long Opening = 9 * TimeSpan.TicksPerHour;
    private const long Closing = 17 * TimeSpan.TicksPerHour;

    /// <summary>Whether a moment's day is none of the weekend.</summary>
    public static bool IsOne(long ticks) => ticks / TimeSpan.TicksPerDay % 7 < 5;

    /// <summary>So many business days on, or back where <paramref name="count"/> is negative; the time of the day stays.</summary>
    public static long Add(long ticks, long count)
    {
        if (count == 0)
            return ticks;
        // More than the calendar has.
        if (Math.Abs(count) > 4_000_000)
            throw new OverflowException();
        long day = ticks / TimeSpan.TicksPerDay;
        long time = ticks % TimeSpan.TicksPerDay;
        // From a weekend one goes on as from the Friday before it, and back as from the Monday behind it.
        if (day % 7 >= 5)
            day = count > 0 ? day - (day % 7) + 4 : day - (day % 7) + 7;
        long businessDay = (day / 7 * 5) + (day % 7) + count;
        if (businessDay < 0)
            throw new OverflowException();
        return InCalendar(((businessDay / 5 * 7) + (businessDay % 5)) * TimeSpan.TicksPerDay + time);
    }

    /// <summary>The business days behind the first day, up to and with the second; negative when that comes first.</summary>
    public static long Between(long from, long to) => Before(to) - Before(from);

    /// <summary>
    /// A moment in business hours. One outside moves into the hours of the next business day: the time between closing and opening is laid over those hours, so that
    /// moments keep their order and don't pile up at nine.
    /// </summary>
    public static long InHours(long ticks)
    {
        long time = ticks % TimeSpan.TicksPerDay;
        if (IsOne(ticks) && time >= Opening && time <= Closing)
            return ticks;
        long day = ticks - time;
        long next = IsOne(ticks) && time < Opening ? day : Add(day, 1);
        long opening = next + Opening;
        long closing = Add(next, -1) + Closing;
        long moved = (long)((Int128)(ticks - closing) * (Closing - Opening) / (opening - closing));
        return InCalendar(opening + (moved / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond));
    }

    // The business days up to a day, with it.
    private static long Before(long ticks)
    {
        long day = ticks / TimeSpan.TicksPerDay;
        return (day / 7 * 5) + Math.Min((day % 7) + 1, 5);
    }

    private static long InCalendar(long ticks) => (ulong)ticks <= (ulong)DateTime.MaxValue.Ticks ? ticks : throw new OverflowException();
}
