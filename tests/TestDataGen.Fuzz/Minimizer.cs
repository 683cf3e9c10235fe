using System.Text.RegularExpressions;

namespace TestDataGen.Fuzz;

/// <summary>Leaves out of a text what it fails without.</summary>
internal static partial class Minimizer
{
    public static string Minimize(string text, Func<string, bool> fails)
    {
        foreach (Regex pieces in new[] { Lines(), Tokens(), Characters() })
            text = Without(text, pieces, fails);
        return text;
    }

    // First halves, then quarters, and at last single pieces.
    private static string Without(string text, Regex pieces, Func<string, bool> fails)
    {
        List<string> parts = [.. pieces.Matches(text).Select(m => m.Value)];
        for (int size = Math.Max(1, parts.Count / 2); ; size = Math.Max(1, size / 2))
        {
            bool isShorter = false;
            for (int at = 0; at < parts.Count;)
            {
                List<string> less = [.. parts[..at], .. parts[Math.Min(parts.Count, at + size)..]];
                if (fails(string.Concat(less)))
                    (parts, isShorter) = (less, true);
                else
                    at += size;
            }

            if (size == 1 && !isShorter)
                return string.Concat(parts);
        }
    }

    [GeneratedRegex("[^\n]*\n|[^\n]+$")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\s+|[\p{L}_][\p{L}\d_]*|\d[\d_]*|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    [GeneratedRegex(".", RegexOptions.Singleline)]
    private static partial Regex Characters();
}
