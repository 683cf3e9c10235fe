using System.CommandLine.Parsing;
using System.Globalization;

namespace TestDataGen.Cli;

/// <summary>Numbers of rows as people write them: <c>1000</c>, <c>100_000</c>, <c>1e5</c>.</summary>
internal static class RowNumber
{
    /// <summary>Reads an option's only value.</summary>
    public static long? Parse(ArgumentResult result)
    {
        if (TryParse(result.Tokens[0].Value, out long rows, out string error))
            return rows;
        result.AddError(error);
        return null;
    }

    /// <summary>Reads a number of rows.</summary>
    public static bool TryParse(string text, out long rows, out string error)
    {
        rows = 0;
        error = "";
        string digits = text.Replace("_", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            error = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && !double.IsNaN(real)
                ? $"{text} rows are more than can be counted. Give at most 2^47 (140,737,488,355,328)."
                : $"'{text}' is no number of rows. Write 1000, 100_000 or 1e5.";
        }
        else if (number != decimal.Truncate(number))
        {
            error = $"{text} is no whole number of rows.";
        }
        else if (number < 0)
        {
            error = $"{text} is negative; a table has 0 rows or more.";
        }
        else if (number > long.MaxValue)
        {
            error = $"{text} rows are more than can be counted. Give at most 2^47 (140,737,488,355,328).";
        }
        else
        {
            rows = (long)number;
        }

        return error.Length == 0;
    }
}
