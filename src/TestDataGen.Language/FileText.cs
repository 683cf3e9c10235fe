using System.Text;

namespace TestDataGen.Language;

/// <summary>Reads a file as UTF-8, with or without a byte order mark.</summary>
internal static class FileText
{
    /// <summary>Reads a file.</summary>
    /// <returns>What is wrong with it; null when <paramref name="text"/> holds it.</returns>
    public static FileFailure? Read(string path, out string? text)
    {
        text = null;
        try
        {
            if (Directory.Exists(path))
                return new(DiagnosticCatalog.FileUnreadable, "This is a folder, not a file.");
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > SchemaReader.MaxFileBytes)
                return new(DiagnosticCatalog.FileTooLarge, $"This file has {stream.Length:N0} bytes; {SchemaReader.MaxFileBytes:N0} are the most.");
            byte[] bytes = ReadAll(stream);
            if (bytes.Length > SchemaReader.MaxFileBytes)
                return new(DiagnosticCatalog.FileTooLarge, $"This file has more than {SchemaReader.MaxFileBytes:N0} bytes.");
            if (FindBadByte(bytes) is { } offset)
                return new(DiagnosticCatalog.NotUtf8, $"The byte {bytes[offset]:X2} at offset {offset} is not UTF-8.", GuessEncoding(bytes));
            text = Encoding.UTF8.GetString(bytes);
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(DiagnosticCatalog.FileNotFound, "There is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(DiagnosticCatalog.FileUnreadable, $"The file can't be read: {e.Message}");
        }
    }

    // A pipe or a device has no length beforehand, so reading stops one byte behind the limit.
    private static byte[] ReadAll(FileStream stream)
    {
        using var buffer = new MemoryStream();
        byte[] part = new byte[81920];
        int count;
        while (buffer.Length <= SchemaReader.MaxFileBytes && (count = stream.Read(part)) > 0)
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

    private static string? GuessEncoding(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "It looks like UTF-16: save it as UTF-8." : null;
}

/// <summary>Why a file could not be read.</summary>
internal sealed record FileFailure(DiagnosticRule Rule, string Message, string? Hint = null);
