using System.Text;

namespace TestDataGen.Export;

/// <summary>
/// The text of an expression as MySQL (not MariaDB) keeps it in <c>information_schema</c>: escaped as within a literal, and, where it is not ASCII, its UTF-8 taken for Latin-1
/// and encoded once more. <c>SHOW CREATE TABLE</c> has it as it was (seen with 9.7).
/// </summary>
internal static class MySqlStoredExpression
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The expression itself.</summary>
    public static string Read(string stored)
    {
        string text = Decode(stored);
        var plain = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            bool isEscape = text[at] == '\\' && at + 1 < text.Length;
            plain.Append(!isEscape ? text[at] : text[++at] switch
            {
                'n' => '\n',
                'r' => '\r',
                '0' => '\0',
                'Z' => '\x1A',
                var other => other,
            });
        }

        return plain.ToString();
    }

    // What is not UTF-8 read as Latin-1 stays as it is.
    private static string Decode(string text)
    {
        if (text.All(char.IsAscii) || text.Any(c => c > '\xFF'))
            return text;
        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }
}
