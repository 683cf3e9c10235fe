using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TestDataGen.Servers;

/// <summary>A table of <see cref="TdsServer"/>, with the rows that came.</summary>
public sealed class TdsTable
{
    private readonly List<object?[]> _rows = [];
    private readonly HashSet<object> _keys = [];
    private int _key = -1;

    private TdsTable(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its rows, each with the columns' .NET values.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    internal List<TdsColumn> Columns { get; } = [];

    internal List<string> Constraints { get; } = [];

    internal static TdsTable Of(CreateTableStatement create)
    {
        var table = new TdsTable(create.SchemaObjectName.BaseIdentifier.Value);
        foreach (ColumnDefinition column in create.Definition.ColumnDefinitions)
        {
            if (column.Constraints.OfType<UniqueConstraintDefinition>().Any(u => u.IsPrimaryKey))
                table._key = table.Columns.Count;
            var type = (SqlDataTypeReference)column.DataType;
            table.Columns.Add(new TdsColumn(
                column.ColumnIdentifier.Value,
                type.SqlDataTypeOption.ToString().ToLowerInvariant(),
                [.. type.Parameters.Select(p => p is MaxLiteral ? -1 : int.Parse(p.Value, System.Globalization.CultureInfo.InvariantCulture))],
                column.Constraints.OfType<NullableConstraintDefinition>().FirstOrDefault()?.Nullable ?? true));
        }

        return table;
    }

    internal TdsTable Part(string name, IEnumerable<string> columns)
    {
        var part = new TdsTable(name);
        part.Columns.AddRange(columns.Select(n => Columns.First(c => c.Name == n)));
        return part;
    }

    internal void Clear()
    {
        _rows.Clear();
        _keys.Clear();
    }

    internal object? FindTwice(List<object?[]> rows)
    {
        if (_key < 0)
            return null;
        var seen = new HashSet<object>();
        return rows.Select(r => r[_key]!).FirstOrDefault(k => !seen.Add(k) || _keys.Contains(k));
    }

    internal void Add(IEnumerable<object?[]> rows)
    {
        foreach (object?[] row in rows)
        {
            _rows.Add(row);
            if (_key >= 0)
                _keys.Add(row[_key]!);
        }
    }
}
