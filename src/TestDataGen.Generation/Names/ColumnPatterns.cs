namespace TestDataGen.Generation;

/// <summary>Which names of columns lead to which values: the one registration, of which the matching, the tests and docs/column-names.md are made.</summary>
internal static partial class ColumnPatterns
{
    /// <summary>All patterns, in the order of the page.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<ColumnPattern> Patterns)> Chapters { get; } =
    [
        ("People", People), ("Places", Places), ("Companies and goods", Business), ("Money and banks", Money), ("Texts and codes", Texts), ("Computers", Computers), ("Measures and counts", Measures), ("Days and times", Times), ("Yes or no", Flags),
    ];

    /// <summary>All patterns.</summary>
    public static IEnumerable<ColumnPattern> All => Chapters.SelectMany(c => c.Patterns);
}
