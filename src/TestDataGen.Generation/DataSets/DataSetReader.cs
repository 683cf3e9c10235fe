using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Reads data sets from files, and knows those that need none.</summary>
public sealed class DataSetReader : IDataSetReader
{
    /// <summary>Greatest size of a file: 512 MiB.</summary>
    public const long MaxFileBytes = 512L << 20;

    /// <summary>The one there is: it keeps nothing of a file.</summary>
    public static DataSetReader Instance { get; } = new();

    private DataSetReader()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = ["csv", "json", "ndjson"];

    /// <inheritdoc/>
    public IReadOnlyList<string> BuiltIn => BuiltInDataSets.Names;

    /// <inheritdoc/>
    public IReadOnlyList<Table> Records => BuiltInRecords.Tables;

    /// <inheritdoc/>
    public DataSet OpenBuiltIn(string name) => BuiltInDataSets.Open(name);

    /// <inheritdoc/>
    public DataSet Open(string kind, string path, char? delimiter)
    {
        ArgumentNullException.ThrowIfNull(path);
        string name = Path.GetFileName(path);
        byte[] bytes = ReadAll(path, name);
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            throw Unreadable($"{name} is not UTF-8.", bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "It looks like UTF-16: save it as UTF-8." : "Save it as UTF-8.");
        RecordFile file = kind == "csv" ? new CsvRecords(name, bytes, delimiter ?? ',') : new JsonRecords(name, bytes, isByLine: kind == "ndjson");
        return StoredDataSet.Read(file, name);
    }

    private static byte[] ReadAll(string path, string name)
    {
        try
        {
            if (Directory.Exists(path))
                throw Unreadable($"{path} is a folder, not a file.");
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > MaxFileBytes)
            {
                throw Unreadable(
                    string.Create(CultureInfo.InvariantCulture, $"{name} has {stream.Length:N0} bytes, and data sets are held in memory: {MaxFileBytes:N0} are the most."),
                    "Take a part of the file, or make a table of it and refer to that.");
            }

            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable($"There is no file {path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable($"{path} can't be read: {e.Message}");
        }
    }

    private static DataSetException Unreadable(string message, string? hint = null) => new(DiagnosticCatalog.DataSetUnreadable, message, hint);
}
