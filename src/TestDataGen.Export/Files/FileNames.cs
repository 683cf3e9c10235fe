using System.Text;

namespace TestDataGen.Export;

/// <summary>File names from table names, whatever characters those have: no way out of the folder, no name that a system reserves, no two alike.</summary>
public sealed class FileNames
{
    // Bytes: systems take 255, and what is staged has a longer name.
    private const int MaxLength = 160;
    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name without folder and extension that no earlier call has given.</summary>
    public string For(string table)
    {
        var name = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in table.EnumerateRunes())
        {
            // What Windows forbids is forbidden everywhere, so that the same schema gives the same names.
            bool isSafe = rune.Value >= ' ' && rune.Value != 127 && !"<>:\"/\\|?*".Contains((char)rune.Value, StringComparison.Ordinal);
            bytes += isSafe ? rune.Utf8SequenceLength : 1;
            if (bytes > MaxLength)
                break;
            name.Append(isSafe ? rune.ToString() : "_");
        }

        string safe = name.ToString().Trim(' ', '.');
        if (safe.Length == 0 || Reserved.Contains(safe.Split('.')[0].TrimEnd()))
            safe = "_" + safe;
        string unique = safe;
        // Systems that put letters together from their parts take both ways of writing one for the same.
        for (int n = 2; !_taken.Add(unique.Normalize()); n++)
            unique = $"{safe}_{n}";
        return unique;
    }
}
