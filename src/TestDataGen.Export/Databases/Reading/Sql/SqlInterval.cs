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

    /// <summary>A duration without its way of writing where it is a clock's or in seconds, <c>3600 seconds</c>; else as it is.</summary>
    public static string Plain(string text)
    {
        if (TryReadClock(text, out long seconds))
            return string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds");
        return text;
    }
}
