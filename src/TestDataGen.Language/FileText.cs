using System.Text;

namespace TestDataGen.Language;

/// <summary>Reads a file as UTF-8, with or without a byte order mark.</summary>
internal static class FileText
{
    private const string SaveAsUtf8 = "It looks like UTF-16: save it as UTF-8.";

    /// <summary>Reads a file.</summary>
    /// <returns>What is wrong with it; null when <paramref name="text"/> holds it.</returns>
    public static FileFailure? Read(string path, out string? text)
    {
        text = null;
        try
        {
            if (Directory.Exists(path))
                return new(DiagnosticCatalog.FileUnreadable, "This is a folder, not a file.", "Name a file in it.");
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > SchemaReader.MaxFileBytes)
                return new(DiagnosticCatalog.FileTooLarge, $"This file has {Shown.Count(stream.Length)} bytes; {Shown.Count(SchemaReader.MaxFileBytes)} are the most.");
            byte[] bytes = ReadAll(stream);
            if (bytes.Length > SchemaReader.MaxFileBytes)
                return new(DiagnosticCatalog.FileTooLarge, $"This file has more than {Shown.Count(SchemaReader.MaxFileBytes)} bytes.");
            if (FindBadByte(bytes) is { } bad)
                return new(DiagnosticCatalog.NotUtf8, $"The byte {bytes[bad]:X2} at offset {bad} is not UTF-8.", IsUtf16(bytes) ? SaveAsUtf8 : null);
            if (Array.IndexOf(bytes, (byte)0) is >= 0 and int zero)
                return new(DiagnosticCatalog.NotUtf8, $"The byte 00 at offset {zero} is no text.", IsUtf16(bytes) ? SaveAsUtf8 : "Is this the right file?");
            text = Encoding.UTF8.GetString(bytes);
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(DiagnosticCatalog.FileNotFound, "There is no such file.", NearName(path));
        }
        catch (PathTooLongException)
        {
            // The system's own message would quote it.
            return new(DiagnosticCatalog.FileUnreadable, "Its path is longer than this system takes.", "Check that a quote is closed where it should be.");
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
}

/// <summary>Why a file could not be read.</summary>
internal sealed record FileFailure(DiagnosticRule Rule, string Message, string? Hint = null);
