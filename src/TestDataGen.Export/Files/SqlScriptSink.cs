using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>A script that creates the tables and inserts the rows, in one transaction; indexes on the foreign keys behind the rows.</summary>
public sealed class SqlScriptSink : RowSink
{
    private readonly SqlDialect _dialect;
    private readonly StagedFile _staged;
    private readonly List<Table> _tables = [];
    private IReadOnlyList<Table> _announced = [];
    private readonly Utf8Buffer _buffer = new();

    /// <summary>Chooses the file and the dialect.</summary>
    /// <exception cref="ExportException">The file exists and may not be replaced.</exception>
    public SqlScriptSink(string path, SqlDialect dialect, bool mayReplace = false)
    {
        _dialect = dialect;
        _staged = new StagedFile(path, mayReplace);
    }

    /// <inheritdoc/>
    public override void Begin(IReadOnlyList<Table> tables)
    {
        for (int i = 0; i < tables.Count; i++)
            _dialect.CheckName(tables[i], tables.Take(i));
        _announced = tables;
        _staged.Write(Encoding.UTF8.GetBytes(_dialect.ScriptStart));
    }

    /// <inheritdoc/>
    public override void Write(RowBatch batch, int from, int count)
    {
        Create(batch.Table);
        _buffer.Clear();
        WriteRows(batch, from, count, _buffer);
        _staged.Write(_buffer.Written);
    }

    /// <inheritdoc/>
    public override void WriteAll(Plan plan, TablePlan table, int threads, Action<int> written, CancellationToken cancellationToken)
    {
        Create(table.Table);
        plan.Run(
            table,
            threads,
            () => new Utf8Buffer(),
            (batch, buffer) =>
            {
                buffer.Clear();
                WriteRows(batch, 0, batch.Count, buffer);
            },
            (batch, buffer) =>
            {
                _staged.Write(buffer.Written);
                written(batch.Count);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override void Complete(IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // Tables without rows.
        foreach (Table table in _announced)
            Create(table);
        foreach (Reference reference in _tables.SelectMany(SqlDialect.ReferencesToIndex))
            _staged.Write(Encoding.UTF8.GetBytes(_dialect.CreateIndex(reference) + _dialect.StatementEnd));
        _staged.Write(Encoding.UTF8.GetBytes(_dialect.ScriptEnd));
        _staged.Close();
        _staged.Move();
    }

    /// <inheritdoc/>
    public override string DestinationOf(Table table) => _staged.FinalPath;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _staged.Dispose();

    private void Create(Table table)
    {
        if (_tables.Contains(table))
            return;
        _dialect.CheckName(table, _tables);
        if (_dialect.HasSchemas && table.DatabaseSchema is { } schema && !_tables.Any(t => string.Equals(t.DatabaseSchema, schema, StringComparison.OrdinalIgnoreCase)))
            _staged.Write(Encoding.UTF8.GetBytes(_dialect.CreateSchema(schema) + _dialect.StatementEnd));
        _tables.Add(table);
        _staged.Write(Encoding.UTF8.GetBytes(_dialect.CreateTable(table) + _dialect.StatementEnd));
    }

    private void WriteRows(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        byte[] insert = Encoding.UTF8.GetBytes(
            $"INSERT INTO {_dialect.NameOf(batch.Table)} ({string.Join(", ", batch.Table.Fields.Select(f => _dialect.Quote(f.Name)))}) VALUES\n(");
        for (int i = 0; i < count; i++)
        {
            into.Append(i % _dialect.MaxRowsPerInsert == 0 ? insert : "("u8);
            for (int c = 0; c < batch.Columns.Count; c++)
            {
                if (c > 0)
                    into.Append(", "u8);
                _dialect.WriteValue(batch.Columns[c], from + i, into);
            }

            bool isLast = i == count - 1 || (i + 1) % _dialect.MaxRowsPerInsert == 0;
            into.Append(isLast ? ");\n"u8 : "),\n"u8);
        }
    }
}
