using System.CommandLine.Parsing;
using System.Globalization;

namespace TestDataGen.Cli;

/// <summary>Whole numbers that are no numbers of rows.</summary>
internal static class WholeNumber
{
    /// <summary>Reads an option's only value, which lies between two numbers.</summary>
    public static long? Parse(ArgumentResult result, string option, long least, long greatest)
    {
        string text = result.Tokens[0].Value;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= least && number <= greatest)
            return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option} takes a whole number from {least} to {greatest}, not '{text}'."));
        return null;
    }
}
