using System.Globalization;

namespace TestDataGen.Language;

/// <summary>How a user's own words and numbers stand in messages.</summary>
internal static class Shown
{
    /// <summary>The beginning of a text that is longer than <paramref name="length"/>.</summary>
    public static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 3)] + "…";

    /// <summary>A count with commas between thousands, whatever the culture.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
