using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Functions that make texts.</summary>
internal static partial class FunctionCompiler
{
    private const int LongestText = 100_000;

    private static TextNode FormatDate(FunctionCall call, CompileContext context)
    {
        string format = (string)Constant(call.Arguments[1])!;
        return new TextNode([Ticks(call, 0, context)], (c, i) => DateText(new DateTime(((Int64Column)c[0]).Values[i]), format), call.Type, context);
    }

    // A letter by itself would be one of .NET's standard formats.
    private static string DateText(DateTime moment, string format) =>
        moment.ToString(format.Length == 1 ? "%" + format : format, CultureInfo.InvariantCulture);

    private static TextNode FormatNumber(FunctionCall call, CompileContext context)
    {
        string format = (string)Constant(call.Arguments[1])!;
        Node number = ExpressionCompiler.Compile(call.Arguments[0], ExpressionCompiler.Working(call.Arguments[0].Type), context);
        return new TextNode([number], (c, i) => NumberText(c[0], i, format), call.Type, context);
    }

    private static string NumberText(Column column, int index, string format) => column switch
    {
        DecimalColumn exact => exact.Values[index].ToString(format, CultureInfo.InvariantCulture),
        DoubleColumn real => real.Values[index].ToString(format, CultureInfo.InvariantCulture),
        _ => ((Int64Column)column).Values[index].ToString(format, CultureInfo.InvariantCulture),
    };

    private static TextNode Hash(FunctionCall call, CompileContext context) => new(
        [Conversions.To(Argument(call, 0, context), call.Type, context)],
        (c, i) => XxHash3.HashToUInt64(Bytes(c[0], i)).ToString("x16", CultureInfo.InvariantCulture),
        call.Type,
        context);

    // Letters and digits in lower case, with one - for all that stands between them.
    private static string Slug(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in ToAscii(text))
        {
            if (char.IsAsciiLetterOrDigit(c))
                result.Append(char.ToLowerInvariant(c));
            else if (result.Length > 0 && result[^1] != '-' && c != '\'')
                result.Append('-');
        }

        return result.ToString().TrimEnd('-');
    }

    private static readonly SearchValues<char> BetweenWords = SearchValues.Create(" -\t\n");

    private static string Initials(string text)
    {
        var result = new StringBuilder();
        bool isStart = true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (isStart && Rune.IsLetterOrDigit(rune))
                result.Append(Rune.ToUpperInvariant(rune).ToString());
            isStart = rune.IsBmp && BetweenWords.Contains((char)rune.Value);
        }

        return result.ToString();
    }

    private static string Repeat(string text, int count) =>
        text.Length == 0 || count <= 0 ? "" : new StringBuilder().Insert(0, text, Math.Min(count, Math.Max(1, LongestText / text.Length))).ToString();

    // Counted from 1, in characters as `length` counts them; 0 where there is none.
    private static long IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part) =>
        text.IndexOf(part) is >= 0 and int at ? Utf8.CountCharacters(text[..at]) + 1 : 0;

    private static string SplitPart(string text, string separator, int number)
    {
        string[] parts = separator.Length == 0 ? [text] : text.Split(separator);
        int at = number < 0 ? parts.Length + number : number - 1;
        return at >= 0 && at < parts.Length ? parts[at] : "";
    }
}
