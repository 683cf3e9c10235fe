using System.Globalization;

namespace TestDataGen.Language;

/// <summary>How a user's own words and numbers stand in messages.</summary>
internal static class Shown
{
    /// <summary>The beginning of a text that is longer than <paramref name="length"/>.</summary>
    public static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 3)] + "…";

    /// <summary>A sentence of a length that can be read: a name or a text in it may be of any length.</summary>
    public static string WithoutMiddle(string sentence) => sentence.Length <= 1_000 ? sentence : $"{sentence[..480]} … {sentence[^480..]}";

    /// <summary>A count with commas between thousands, whatever the culture.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
