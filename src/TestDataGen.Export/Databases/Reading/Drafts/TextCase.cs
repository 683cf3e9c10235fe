using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Texts of which a check wants that they are in lower or in upper case.</summary>
internal static class TextCase
{
    /// <summary>What finds itself in every text of that case.</summary>
    /// <param name="textCase">The function whose value they must be themselves: lower or upper.</param>
    public static string Form(string textCase) => textCase == "lower" ? @"^\P{Lu}*$" : @"^\P{Ll}*$";

    /// <summary>The form of words in that case.</summary>
    /// <param name="textCase">The function whose value they must be themselves: lower or upper.</param>
    /// <param name="longest">The most characters; null: any number.</param>
    public static string Regex(string textCase, int? longest)
    {
        string letters = textCase == "lower" ? "[a-z]" : "[A-Z]";
        return longest < 12 ? string.Create(CultureInfo.InvariantCulture, $"{letters}{{{Math.Min(3, longest.Value)},{longest}}}") : $"{letters}{{3,9}}([ ]{letters}{{3,9}})?";
    }
}
