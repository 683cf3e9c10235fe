namespace TestDataGen.Cli;

/// <summary>Files named on the command line. Not every shell replaces <c>*</c> and <c>?</c> by names.</summary>
internal static class FilePatterns
{
    /// <summary>The files: a plain name is one whether it exists or not, a pattern is those that fit it.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public static IReadOnlyList<string> Expand(string[] patterns)
    {
        string[] files = [.. patterns.SelectMany(Expand)];
        return files.Length > 0 ? files : throw new UsageException($"No file is named {string.Join(" or ", patterns)}.");
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        if (pattern.IndexOfAny(['*', '?']) < 0)
            return [pattern];
        string folder = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : ".";
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Path.GetFileName(pattern)).Order(StringComparer.Ordinal) : [];
    }
}
