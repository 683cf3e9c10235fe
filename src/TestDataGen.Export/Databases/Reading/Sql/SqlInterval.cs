using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Durations as PostgreSQL writes them.</summary>
internal static class SqlInterval
{
    /// <summary>Reads <c>48:00:00</c>, whose hours may be more than a day's.</summary>
    public static bool TryReadClock(string text, out long seconds)
    {
        string[] parts = text.TrimStart('-').Split(':');
        seconds = 0;
        if (parts.Length != 3 || !parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit)))
            return false;
        foreach (string part in parts)
            seconds = (60 * seconds) + int.Parse(part, CultureInfo.InvariantCulture);
        seconds = text.StartsWith('-') ? -seconds : seconds;
        return true;
    }

    /// <summary>Reads one unit of a duration: <c>18 years</c>, <c>1 mon</c>, <c>-2 days</c>, <c>48:00:00</c>. It is months, or a time.</summary>
    public static bool TryRead(string text, out int months, out TimeSpan time)
    {
        (months, time) = (0, default);
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var clock] && TryReadClock(clock, out long seconds))
        {
            time = TimeSpan.FromSeconds(seconds);
            return true;
        }

        if (words is not [var number, var unit] || !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) || count is < -1_000_000 or > 1_000_000)
            return false;
        (bool isKnown, months, time) = unit.TrimEnd('s') switch
        {
            "year" => (true, 12 * count, default),
            "mon" or "month" => (true, count, default),
            "week" => (true, 0, TimeSpan.FromDays(7.0 * count)),
            "day" => (true, 0, TimeSpan.FromDays(count)),
            "hour" => (true, 0, TimeSpan.FromHours(count)),
            "minute" or "min" => (true, 0, TimeSpan.FromMinutes(count)),
            "second" or "sec" => (true, 0, TimeSpan.FromSeconds(count)),
            _ => (false, 0, default(TimeSpan)),
        };
        return isKnown;
    }

    /// <summary>A duration without its way of writing where it is a clock's or in seconds, <c>3600 seconds</c>; else as it is.</summary>
    public static string Plain(string text)
    {
        if (TryReadClock(text, out long seconds))
            return string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds");
        return text;
    }
}
