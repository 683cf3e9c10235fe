using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The tables behind <c>person</c> and <c>address</c>, written in the language itself.</summary>
internal static class BuiltInRecords
{
    private static readonly Lazy<IReadOnlyList<Table>> Read = new(() =>
    {
        using Stream stream = typeof(BuiltInRecords).Assembly.GetManifestResourceStream("people.tdg")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        ReadResult result = SchemaReader.Read(new SourceText("people.tdg", reader.ReadToEnd()), FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        return result.HasErrors ? throw new SchemaException(result.Diagnostics) : result.Schemas[0].Tables;
    });

    /// <summary>The tables.</summary>
    public static IReadOnlyList<Table> Tables => Read.Value;
}
