using System.Text.RegularExpressions;

namespace TestDataGen.Cli;

/// <summary>Keeps passwords out of what is said.</summary>
internal static partial class Secrets
{
    /// <summary>A text as it may be shown: what follows a password's name is left out.</summary>
    public static string Hide(string text) => Password().Replace(text, "$1=…");

    [GeneratedRegex(@"(password|pwd)\s*=.*", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
