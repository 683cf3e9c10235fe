using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// A script that creates the tables and inserts the rows, in one transaction, indexes on the foreign keys behind the rows; or, for tables that are there, only inserts. At its end the
/// server counts anew how values lie.
/// </summary>
public sealed class SqlScriptSink : RowSink
{
    // Servers take no statement of any length: MariaDB 16 MB, SQLite a million bytes where it is built so. With this, only a row of that length makes one.
    private const int EnoughBytes = 128 * 1024;

    private readonly SqlDialect _dialect;
    private readonly bool _creates;
    private readonly StagedFile _staged;
    private readonly List<Table> _tables = [];
    private readonly List<Reference> _later = [];
    private IReadOnlyList<Table> _announced = [];
    private readonly Utf8Buffer _buffer = new();
    private Table? _current;

    /// <summary>Chooses the file and the dialect.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="mayReplace">Whether a file that is there may be replaced.</param>
    /// <param name="creation">Whether it creates the tables, or they are there when it is run: a script can't look.</param>
    /// <exception cref="ExportException">The file exists and may not be replaced.</exception>
    public SqlScriptSink(string path, SqlDialect dialect, bool mayReplace = false, TableCreation creation = TableCreation.Missing)
    {
        _dialect = dialect;
        _creates = creation != TableCreation.Never;
        _staged = new StagedFile(path, mayReplace);
    }

    /// <inheritdoc/>
    public override void Begin(IReadOnlyList<Table> tables)
    {
        for (int i = 0; i < tables.Count; i++)
            _dialect.CheckName(tables[i], tables.Take(i));
        if (!_creates && tables.SelectMany((t, i) => t.References.Where(r => tables.Skip(i + 1).Contains(r.Parent))).FirstOrDefault() is { } circle)
        {
            throw new ExportException(
                $"{circle.Table.Name} and {circle.Parent.Name} refer to each other in a circle, and a script can't fill such tables where they are there already.",
                "Load the rows into the database itself, which sets one side afterwards, or let the script create the tables.");
        }

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
        foreach (Table table in _announced.Where(t => !_tables.Contains(t)))
            Begin(table);
        Turn(null);
        foreach (Table table in _tables)
        {
            if (!_creates)
            {
                foreach (string statement in _dialect.ContinueNumbers(table))
                    Write(statement);
                continue;
            }

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

        // Where it would end the transaction, it follows that.
        if (_dialect.Provider.HasTransactionalDdl)
            WriteStatistics();
        _staged.Write(Encoding.UTF8.GetBytes(_dialect.ScriptEnd));
        if (!_dialect.Provider.HasTransactionalDdl)
            WriteStatistics();
        _staged.Close();
        _staged.Move();
    }

    /// <inheritdoc/>
    public override string DestinationOf(Table table) => _staged.FinalPath;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _staged.Dispose();

    private void Create(Table table)
    {
        if (!_tables.Contains(table))
            Begin(table);
        Turn(table);
    }

    private void Begin(Table table)
    {
        _dialect.CheckName(table, _tables);
        if (!_creates)
        {
            _tables.Add(table);
            return;
        }

        if (_dialect.HasSchemas && table.DatabaseSchema is { } schema && !_tables.Any(t => string.Equals(t.DatabaseSchema, schema, StringComparison.OrdinalIgnoreCase)))
            _staged.Write(Encoding.UTF8.GetBytes(_dialect.CreateSchema(schema) + _dialect.StatementEnd));
        _tables.Add(table);
        // In a circle of tables, the parent of one reference comes later: that foreign key follows the rows, or is checked at the end.
        Reference[] later = [.. table.References.Where(r => !_tables.Contains(r.Parent) && _announced.Contains(r.Parent))];
        _later.AddRange(later);
        Write(_dialect.CreateTable(table, later: later));
        if (_dialect.AddsForeignKeys)
            return;
        foreach (Reference reference in later.Where(r => !_tables.Contains(r.Parent)))
            Begin(reference.Parent);
    }

    // Of a table that is there, the server may number the rows itself, and must be told for the one that gets rows that it does not.
    private void Turn(Table? table)
    {
        if (_creates || table == _current)
            return;
        if (_current is not null && _dialect.IdentitySwitch(_current) is { } last)
            Write(last.Off);
        if (table is not null && _dialect.IdentitySwitch(table) is { } next)
            Write(next.On);
        _current = table;
    }

    private void WriteStatistics()
    {
        foreach (string statement in _tables.Select(_dialect.Provider.UpdateStatistics).OfType<string>())
            Write(statement);
    }

    private void Write(string statement) => _staged.Write(Encoding.UTF8.GetBytes(statement + _dialect.StatementEnd));

    private void WriteRows(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        (string start, string end) = _dialect.InsertRows(_dialect.NameOf(batch.Table), batch.Table.Fields, hasIdentity: !_creates && _dialect.IdentitySwitch(batch.Table) is null, ConflictAction.Error);
        new InsertText(_dialect, start, end + _dialect.StatementEnd, batch.Table.Fields, EnoughBytes).Write(batch, from, count, into);
    }
}
