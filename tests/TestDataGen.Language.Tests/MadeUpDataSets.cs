namespace TestDataGen.Language.Tests;

/// <summary>Data sets that the tests' texts may name, in place of files.</summary>
internal sealed class MadeUpDataSets : IDataSetReader
{
    private static readonly DataSetColumn[] Cities =
    [
        new("name", new DataType(TypeKind.Text), false),
        new("country_code", new DataType(TypeKind.Text), false),
        new("population", new DataType(TypeKind.BigInt), true),
        new("founded", new DataType(TypeKind.Date), true),
        new("losses", new DataType(TypeKind.BigInt), false),
        new("area", new DataType(TypeKind.Double), false),
    ];

    private static readonly DataSetColumn[] Countries =
    [
        new("name", new DataType(TypeKind.Text), false),
        new("alpha2", new DataType(TypeKind.Text), false),
        new("numeric", new DataType(TypeKind.BigInt), false),
        new("capital", new DataType(TypeKind.Text), true),
    ];

    private static readonly Lazy<IReadOnlyList<Table>> People = new(() =>
        Tdg.Schema("schema people { table person { first_name: text  email: text  birth_date: date } table address { city: text  postcode: text } }").Tables);

    public IReadOnlyList<Table> Records => People.Value;

    public IReadOnlyList<string> Kinds => ["csv", "json", "ndjson"];

    public IReadOnlyList<string> BuiltIn => ["countries"];

    public DataSet Open(string kind, string path, char? delimiter) => Path.GetFileName(path) switch
    {
        "bad.csv" => throw new DataSetException(DiagnosticCatalog.DataSetMalformed, "bad.csv: line 3 has 2 fields, the header 5."),
        "cities.csv" or "cities.json" or "cities.ndjson" => new MadeUp(Cities),
        _ => throw new DataSetException(DiagnosticCatalog.DataSetUnreadable, $"There is no file {path}."),
    };

    public DataSet OpenBuiltIn(string name) => new MadeUp(Countries);

    private sealed class MadeUp(IReadOnlyList<DataSetColumn> columns) : DataSet(columns, 3)
    {
        public override string? FindBadWeight(int column) => Columns[column].Name == "losses" ? "`losses` is -1 in row 2, and a weight can't be negative." : null;
    }
}
