using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>A script that creates the tables and inserts the rows, in one transaction; indexes on the foreign keys behind the rows.</summary>
public sealed class SqlScriptSink : RowSink
{
    // Servers take no statement of any length: MariaDB 16 MB, SQLite a million bytes where it is built so. With this, only a row of that length makes one.
    private const int EnoughBytes = 128 * 1024;

    private readonly SqlDialect _dialect;
    private readonly StagedFile _staged;
    private readonly List<Table> _tables = [];
    private readonly List<Reference> _later = [];
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
        foreach (Table table in _tables)
        {
            foreach (UniqueKey key in table.Keys.Where(k => !k.IsPrimary && !_dialect.DeclaresUnique(k)))
                Write(_dialect.CreateUniqueIndex(table, key));
            foreach (Reference reference in SqlDialect.ReferencesToIndex(table))
                Write(_dialect.CreateIndex(reference));
        }

        foreach (Reference reference in _later)
        {
            if (_dialect.AddsForeignKeys && _dialect.AddForeignKey(reference) is { } statement)
                Write(statement);
        }

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
        // In a circle of tables, the parent of one reference comes later: that foreign key follows the rows, or is checked at the end.
        Reference[] later = [.. table.References.Where(r => !_tables.Contains(r.Parent) && _announced.Contains(r.Parent))];
        _later.AddRange(later);
        Write(_dialect.CreateTable(table, later: later));
        if (_dialect.AddsForeignKeys)
            return;
        foreach (Reference reference in later)
            Create(reference.Parent);
    }

    private void Write(string statement) => _staged.Write(Encoding.UTF8.GetBytes(statement + _dialect.StatementEnd));

    private void WriteRows(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        (string start, string end) = _dialect.InsertRows(_dialect.NameOf(batch.Table), batch.Table.Fields, hasIdentity: false, ConflictAction.Error);
        new InsertText(_dialect, start, end + _dialect.StatementEnd, batch.Table.Fields, EnoughBytes).Write(batch, from, count, into);
    }
}
