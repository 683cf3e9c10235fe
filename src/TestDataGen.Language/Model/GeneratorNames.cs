namespace TestDataGen.Language;

/// <summary>Which names own generators may have. They stand where the language's own words stand, so they must be told from them.</summary>
public static class GeneratorNames
{
    /// <summary>Why a generator can't have this name, in a sentence; null where it can.</summary>
    public static string? Refuse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Keywords.IsPlain(name))
            return $"'{name}' is no name of the language: it has letters, digits and _, and does not begin with a digit.";
        string word = name.ToLowerInvariant();
        return Modifiers.IsKnown(word) ? $"'{name}' is a modifier of the language."
            : ScalarTypes.Find(word) is not null ? $"'{name}' is a type of the language."
            : Keywords.Contains(word) ? $"'{name}' is a word of the language."
            : null;
    }
}
