using System.Text.Json;

namespace TestDataGen.Generation;

/// <summary>Measures of UTF-8 text.</summary>
internal static class Utf8
{
    /// <summary>How many characters (code points) a text has.</summary>
    public static int CountCharacters(ReadOnlySpan<byte> text)
    {
        int count = 0;
        foreach (byte b in text)
            count += (b & 0xC0) != 0x80 ? 1 : 0;
        return count;
    }

    /// <summary>How many bytes the first <paramref name="characters"/> characters take.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text, int characters)
    {
        int at = 0;
        while (at < text.Length)
        {
            if ((text[at] & 0xC0) != 0x80 && characters-- == 0)
                return at;
            at++;
        }

        return at;
    }

    /// <summary>Whether a text is one value of JSON (RFC 8259), up to 64 levels deep.</summary>
    public static bool IsJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
