using System.Management.Automation;

namespace TestDataGen.Completion;

/// <summary>Turns names into what completion offers.</summary>
internal static class Completions
{
    /// <summary>The names that go on from what the user has typed (or fit it as a pattern), quoted where PowerShell needs it.</summary>
    public static IEnumerable<CompletionResult> Of(IEnumerable<(string Name, string Description)> names, string typed)
    {
        string quote = typed.Length > 0 && typed[0] is '\'' or '"' ? typed[..1] : "";
        var pattern = new WildcardPattern(typed.Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        foreach ((string name, string description) in names)
        {
            if (pattern.IsMatch(name))
                yield return new CompletionResult(Quoted(name, quote), name, CompletionResultType.ParameterValue, description);
        }
    }

    private static string Quoted(string name, string quote)
    {
        bool plain = quote.Length == 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') && !char.IsDigit(name[0]) && name[0] is not '-';
        if (plain)
            return name;
        // Between double quotes a name with $ or ` would be another name.
        string mark = quote.Length == 0 || name.AsSpan().IndexOfAny("$`\"") >= 0 ? "'" : quote;
        return mark + (mark == "'" ? name.Replace("'", "''", StringComparison.Ordinal) : name) + mark;
    }
}
