using System.Security.Cryptography;
using TestDataGen.Export;
using TestDataGen.Generation;

namespace TestDataGen.Examples.Tests;

/// <summary>
/// What version 1 of the language gives never changes: the bytes of every example's tables, on every platform, are those of <c>golden.txt</c>. A run with
/// <c>TDG_WRITE_GOLDEN=1</c> writes the file anew, for a new example or one that says something else now; a line that changes without that is a broken promise.
/// </summary>
public sealed class GoldenTests : IDisposable
{
    private static readonly string File = Path.Combine(Example.Root, "tests", "TestDataGen.Examples.Tests", "golden.txt");
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg-golden-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_table_of_every_example_has_the_bytes_it_always_had()
    {
        string[] actual = [.. Example.Names.SelectMany(Lines)];
        if (Environment.GetEnvironmentVariable("TDG_WRITE_GOLDEN") == "1")
            System.IO.File.WriteAllLines(File, actual);
        Assert.Equal(System.IO.File.ReadAllLines(File), actual);
    }

    private IEnumerable<string> Lines(string example)
    {
        Plan plan = Plan.Create(Example.Schema(example), new PlanOptions { Count = 200, Now = new DateTime(2026, 1, 1) });
        Assert.Equal(1, plan.Version);
        string folder = Path.Combine(_folder, example);
        using (var sink = new FileSink(folder, new CsvFormat()))
            Exporter.Run(plan, sink, 2);
        return Directory.EnumerateFiles(folder)
            .Order(StringComparer.Ordinal)
            .Select(f => $"{example} {Path.GetFileNameWithoutExtension(f)} {Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(f)))}");
    }
}
