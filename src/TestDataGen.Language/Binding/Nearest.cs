namespace TestDataGen.Language;

/// <summary>Finds the name that was probably meant.</summary>
public static class Nearest
{
    // A longer name is no slip of the finger.
    private const int MaxLength = 100;

    /// <summary>"Did you mean `x`?", or null where no name is near.</summary>
    /// <param name="written">What stands in the text.</param>
    /// <param name="names">What might have been meant.</param>
    public static string? Hint(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(names);
        int budget = int.MaxValue;
        return Hint(written, names, ref budget);
    }

    /// <summary>As <see cref="Hint(string, IEnumerable{string})"/>, for a text with many errors.</summary>
    /// <param name="written">What stands in the text.</param>
    /// <param name="names">What might have been meant.</param>
    /// <param name="budget">How many names may still be compared.</param>
    internal static string? Hint(string written, IEnumerable<string> names, ref int budget) =>
        Find(written, names, ref budget) is { } found ? $"Did you mean `{found}`?" : null;

    /// <summary>The name that was probably meant; null where none is near.</summary>
    internal static string? Find(string written, IEnumerable<string> names)
    {
        int budget = int.MaxValue;
        return Find(written, names, ref budget);
    }

    private static string? Find(string written, IEnumerable<string> names, ref int budget)
    {
        if (written.Length > MaxLength)
            return null;
        string lower = written.ToLowerInvariant();
        string? best = null;
        // A name of one letter is near to every other.
        int bestDistance = Math.Min(Math.Max(1, written.Length / 3), written.Length - 1) + 1;
        foreach (string name in names)
        {
            if (budget-- <= 0)
                break;
            if (Math.Abs(name.Length - written.Length) >= bestDistance)
                continue;
            int distance = Distance(lower, name.ToLowerInvariant(), bestDistance);
            if (distance < bestDistance)
                (best, bestDistance) = (name, distance);
        }

        return best;
    }

    // Letters to change, insert, delete or exchange with their neighbour.
    private static int Distance(string a, string b, int limit)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int value = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    value = Math.Min(value, before[j - 2] + 1);
                current[j] = value;
                least = Math.Min(least, value);
            }

            if (least > limit)
                return least;
            (before, last, current) = (last, current, before);
        }

        return last[b.Length];
    }
}
