using System.Runtime.CompilerServices;

namespace TestDataGen.Language;

/// <summary>Finds the values of enums by name; an enum may have as many as the file has room for.</summary>
internal static class EnumValues
{
    private static readonly ConditionalWeakTable<EnumType, Dictionary<string, string>> Indexes = [];

    /// <summary>The value as it is declared, found without regard to case; null where there is none.</summary>
    public static string? Find(EnumType type, string name) => Indexes.GetValue(type, Index).GetValueOrDefault(name);

    /// <summary>Whether the enum has exactly this value.</summary>
    public static bool Has(EnumType type, string value) => Find(type, value) == value;

    private static Dictionary<string, string> Index(EnumType type)
    {
        var index = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string value in type.Values)
            index.TryAdd(value, value);
        return index;
    }
}
