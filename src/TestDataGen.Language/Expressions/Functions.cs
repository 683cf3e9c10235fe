namespace TestDataGen.Language;

/// <summary>All functions of the language, by name.</summary>
public static class Functions
{
    /// <summary>The functions in the order of the reference page.</summary>
    public static IReadOnlyList<Function> All { get; } = [];
}
