using System.Data.Common;
using System.Globalization;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>The rows that a database holds, for a plan whose rows join them. It is connected to at the first question; nothing is written.</summary>
public sealed class ExistingRows : IExistingRows, IDisposable
{
    private readonly DatabaseTarget _target;
    private readonly SqlDialect _dialect;
    private readonly LoadOptions _options;
    private readonly CancellationToken _stopped;
    private readonly Dictionary<Table, IReadOnlyList<ExistingColumn>> _columns = [];
    private Action<Database> _restore = _ => { };
    private Database? _database;

    /// <summary>Chooses the database.</summary>
    /// <param name="target">The database.</param>
    /// <param name="timeout">Most seconds that a question may take; 0: any time.</param>
    /// <param name="stopped">Ends whatever the server is doing when the user stops the run.</param>
    public ExistingRows(DatabaseTarget target, int timeout = 0, CancellationToken stopped = default)
    {
        _target = target;
        _dialect = target.Provider.Dialect;
        _options = new LoadOptions { Timeout = timeout };
        _stopped = stopped;
    }

    /// <inheritdoc/>
    /// <exception cref="ExportException">The database can't be connected to, or gives no answer.</exception>
    public long Count(Table table) => ColumnsOf(table).Count == 0
        ? 0
        : Convert.ToInt64(Ask(database => database.ReadValue(QuestionOfCount(table))), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    /// <exception cref="ExportException">The database gives no answer.</exception>
    public object? FindExtreme(Field field, bool isGreatest)
    {
        CheckThere(field.Table, [field]);
        return Ask(database => database.ReadValue(QuestionOfExtreme(field, isGreatest)));
    }

    /// <inheritdoc/>
    /// <exception cref="ExportException">The database gives no answer, or lacks the table or a column.</exception>
    public IEnumerable<object?[]> Read(Table table, IReadOnlyList<Field> fields, bool inOrder)
    {
        CheckThere(table, fields);
        return Stream(QuestionOfRows(table, fields, inOrder));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_database is not { } database)
            return;
        _database = null;
        if (database.Connection.State == System.Data.ConnectionState.Open)
        {
            database.Stopped = default;
            _restore(database);
        }

        database.Dispose();
    }

    internal string QuestionOfCount(Table table) => $"SELECT COUNT(*) FROM {_dialect.NameOf(table)}";

    internal string QuestionOfExtreme(Field field, bool isGreatest) => $"SELECT {(isGreatest ? "MAX" : "MIN")}({_dialect.Quote(field.Name)}) FROM {_dialect.NameOf(field.Table)}";

    internal string QuestionOfRows(Table table, IReadOnlyList<Field> fields, bool inOrder)
    {
        // Without a key of its own, rows that are alike may stand in any order.
        string order = inOrder ? $" ORDER BY {Names(table.PrimaryKey?.Fields ?? table.Keys.FirstOrDefault()?.Fields ?? fields)}" : "";
        return $"SELECT {Names(fields)} FROM {_dialect.NameOf(table)}{order}";
    }

    private string Names(IEnumerable<Field> fields) => string.Join(", ", fields.Select(f => _dialect.Quote(f.Name)));

    private IReadOnlyList<ExistingColumn> ColumnsOf(Table table)
    {
        // A file that the load will make has no tables; asked for them it would be made now.
        if (!_columns.TryGetValue(table, out IReadOnlyList<ExistingColumn>? columns))
            _columns.Add(table, columns = _target.IsMissing ? [] : Ask(database => _target.Provider.ColumnsOf(database, table)));
        return columns;
    }

    private void CheckThere(Table table, IReadOnlyList<Field> fields)
    {
        IReadOnlyList<ExistingColumn> columns = ColumnsOf(table);
        if (columns.Count == 0)
            throw new ExportException($"{_target.Display} has no table {_dialect.NameOf(table)} whose rows could be referred to.", "Create and fill it first, or let the run make its rows.");
        if (fields.FirstOrDefault(f => !columns.Any(c => _target.Provider.ColumnNames.Equals(c.Name, f.Name))) is { } missing)
            throw new ExportException($"The table {_dialect.NameOf(table)} of {_target.Display} has no column {missing.Name}. It has: {string.Join(", ", columns.Select(c => c.Name))}.", "Change the table or the schema.");
    }

    private T Ask<T>(Func<Database, T> ask) => Guard(() =>
    {
        if (_database is null)
        {
            _database = _target.OpenToRead(_options, _stopped);
            _restore = _target.Provider.Prepare(_database);
        }

        return ask(_database);
    });

    // What comes row by row may fail row by row.
    private IEnumerable<object?[]> Stream(string question)
    {
        using IEnumerator<object?[]> rows = Ask(database => database.Stream(question).GetEnumerator());
        while (Guard(rows.MoveNext))
            yield return rows.Current;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (_stopped.IsCancellationRequested && (e is OperationCanceledException || Database.IsRefusal(e)))
        {
            throw new OperationCanceledException("The run was stopped.", e, _stopped);
        }
        catch (Exception e) when (Database.IsRefusal(e) || e is InvalidCastException or FormatException or OverflowException)
        {
            throw new ExportException($"{_target.Provider.Title} ({_target.Display}) gives no answer: {_target.Provider.Describe(e)}", "Check the connection and the types of the columns, then run again.", e);
        }
    }
}
