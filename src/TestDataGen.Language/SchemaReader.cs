using System.Text;

namespace TestDataGen.Language;

/// <summary>The way from text to a bound schema: parse, then bind.</summary>
public static class SchemaReader
{
    /// <summary>Greatest size of a file, in bytes: 16 MiB. What is larger is not a schema.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    private const string SaveAsUtf8 = "It looks like UTF-16: save it as UTF-8.";

    /// <summary>Parses and binds a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="formats">The faker formats that <c>format(…)</c> may name.</param>
    /// <returns>The schemas of the text (empty when there are errors) and all diagnostics in the order of the text.</returns>
    public static ReadResult Read(SourceText source, IReadOnlyCollection<FormatSignature> formats)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(formats);
        var diagnostics = new DiagnosticBag(source);
        if (source.Text.Length > MaxFileBytes)
            return Failed(DiagnosticCatalog.FileTooLarge, source, $"This text has {source.Text.Length:N0} characters; {MaxFileBytes:N0} bytes are the most.");
        ParsedText parsed = SchemaParser.Parse(source, diagnostics);
        // A file that could not even be cut up into declarations says nothing about what is declared in it.
        IReadOnlyList<Schema> schemas = parsed.HasErrors && parsed.File.Declarations.Count == 0 ? [] : SchemaBinder.Bind(parsed.File, formats, diagnostics);
        return new ReadResult(diagnostics.HasErrors ? [] : schemas, diagnostics.ToList());
    }

    /// <summary>Reads a file as UTF-8 (with or without a byte order mark).</summary>
    /// <returns>As <see cref="Read"/>; a file that is missing, unreadable, too large or not UTF-8 is a diagnostic too, never an exception.</returns>
    public static ReadResult ReadFile(string path, IReadOnlyCollection<FormatSignature> formats)
    {
        ArgumentNullException.ThrowIfNull(path);
        var nothing = new SourceText(path, "");
        try
        {
            if (Directory.Exists(path))
                return Failed(DiagnosticCatalog.FileUnreadable, nothing, "This is a folder, not a file.", "Name a file in it.");
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > MaxFileBytes)
                return Failed(DiagnosticCatalog.FileTooLarge, nothing, $"This file has {stream.Length:N0} bytes; {MaxFileBytes:N0} are the most.");
            byte[] bytes = ReadAll(stream);
            if (bytes.Length > MaxFileBytes)
                return Failed(DiagnosticCatalog.FileTooLarge, nothing, $"This file has more than {MaxFileBytes:N0} bytes.");
            if (FindBadByte(bytes) is { } bad)
                return Failed(DiagnosticCatalog.NotUtf8, nothing, $"The byte {bytes[bad]:X2} at offset {bad} is not UTF-8.", IsUtf16(bytes) ? SaveAsUtf8 : null);
            return Array.IndexOf(bytes, (byte)0) is >= 0 and int zero
                ? Failed(DiagnosticCatalog.NotUtf8, nothing, $"The byte 00 at offset {zero} is no text.", IsUtf16(bytes) ? SaveAsUtf8 : "Is this the right file?")
                : Read(new SourceText(path, Encoding.UTF8.GetString(bytes)), formats);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(DiagnosticCatalog.FileNotFound, nothing, "There is no such file.", NearName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failed(DiagnosticCatalog.FileUnreadable, nothing, $"The file can't be read: {e.Message}");
        }
    }

    // A pipe or a device has no length beforehand, so reading stops one byte behind the limit.
    private static byte[] ReadAll(FileStream stream)
    {
        using var buffer = new MemoryStream();
        byte[] part = new byte[81920];
        int count;
        while (buffer.Length <= MaxFileBytes && (count = stream.Read(part)) > 0)
            buffer.Write(part, 0, count);
        return buffer.ToArray();
    }

    private static int? FindBadByte(byte[] bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(rest, out _, out int length) != System.Buffers.OperationStatus.Done)
                return bytes.Length - rest.Length;
            rest = rest[length..];
        }

        return null;
    }

    // By its mark, or by half of the bytes of ordinary characters.
    private static bool IsUtf16(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..];

    private static string? NearName(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
            return null;
        try
        {
            return Nearest.Hint(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.tdg").Take(1000).Select(f => Path.GetFileName(f)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ReadResult Failed(DiagnosticRule rule, SourceText source, string message, string? hint = null) =>
        new([], [rule.At(source, default, message, hint)]);
}
