namespace TestDataGen.Generation.Tests;

/// <summary>A file that lives as long as a test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg-data-").FullName;

    public TemporaryFile(string name, string text)
        : this(name, System.Text.Encoding.UTF8.GetBytes(text))
    {
    }

    public TemporaryFile(string name, byte[] bytes)
    {
        FullName = Path.Combine(_folder, name);
        File.WriteAllBytes(FullName, bytes);
    }

    public string FullName { get; }

    /// <summary>As a text of the language.</summary>
    public string Quoted => "\"" + FullName.Replace("\\", "\\\\", StringComparison.Ordinal) + "\"";

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
