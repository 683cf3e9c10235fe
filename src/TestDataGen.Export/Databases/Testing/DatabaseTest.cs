using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Asks a database whether the constraints of a schema hold in its rows, whether or not it declares them itself. Nothing is written.</summary>
public sealed class DatabaseTest
{
    private const int MostExamples = 5;
    private readonly DatabaseTarget _target;
    private readonly SqlDialect _dialect;
    private readonly LoadOptions _options;
    private readonly CancellationToken _stopped;

    /// <summary>Chooses the database.</summary>
    /// <param name="target">The database.</param>
    /// <param name="timeout">Most seconds that a question may take; 0: any time.</param>
    /// <param name="stopped">Ends whatever the server is doing when the user stops the run.</param>
    public DatabaseTest(DatabaseTarget target, int timeout = 0, CancellationToken stopped = default)
    {
        _target = target;
        _dialect = target.Provider.Dialect;
        _options = new LoadOptions { Timeout = timeout };
        _stopped = stopped;
    }

    /// <summary>Asks for all constraints of these tables, one after the other.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="rows">How many rows tables must have; those that are not named may have any number.</param>
    /// <exception cref="ExportException">The database can't be connected to, or the connection is lost.</exception>
    public IEnumerable<ConstraintResult> Run(IReadOnlyList<Table> tables, IReadOnlyDictionary<Table, long>? rows = null)
    {
        using Database database = _target.OpenToRead(_options, _stopped);
        Action<Database> restore = Asking(() => _target.Provider.Prepare(database));
        try
        {
            foreach (Table table in tables)
            {
                foreach (ConstraintResult result in Test(database, table, rows is not null && rows.TryGetValue(table, out long wanted) ? wanted : null))
                    yield return result;
            }
        }
        finally
        {
            if (database.Connection.State == System.Data.ConnectionState.Open)
            {
                database.Stopped = default;
                restore(database);
            }
        }
    }

    private IEnumerable<ConstraintResult> Test(Database database, Table table, long? rows)
    {
        IReadOnlyList<ExistingColumn> columns = Asking(() => _target.Provider.ColumnsOf(database, table));
        if (columns.Count == 0)
        {
            yield return new ConstraintResult(table.Name, "the table is there", ConstraintKind.Table) { IsMet = false, Note = $"There is no table {_dialect.NameOf(table)}." };
            yield break;
        }

        HashSet<Field> missing = [.. table.Fields.Where(f => !Has(columns, f))];
        foreach (Field field in missing)
            yield return new ConstraintResult(table.Name, $"the column {field.Name} is there", ConstraintKind.Column) { IsMet = false, Note = $"The table {_dialect.NameOf(table)} has no column {_dialect.Quote(field.Name)}." };
        if (rows is { } wanted)
            yield return CountRows(database, table, wanted);

        List<Field> key = [.. table.PrimaryKey?.Fields ?? []];
        if (key.Any(missing.Contains))
            key = [];
        foreach (RowConstraint constraint in RowConstraint.Of(table, _dialect).Where(c => !c.Fields.Any(missing.Contains)))
        {
            if (constraint.Reference is { } reference && !IsThere(database, reference))
                yield return new ConstraintResult(table.Name, constraint.Words, constraint.Kind) { IsMet = false, Note = $"{reference.Parent.Name} has no such columns, or is not there." };
            else
                yield return Ask(database, table, constraint, key);
        }
    }

    private bool Has(IReadOnlyList<ExistingColumn> columns, Field field) => columns.Any(c => _target.Provider.ColumnNames.Equals(c.Name, field.Name));

    private bool IsThere(Database database, Reference reference)
    {
        IReadOnlyList<ExistingColumn> columns = Asking(() => _target.Provider.ColumnsOf(database, reference.Parent));
        return reference.Targets.All(f => Has(columns, f));
    }

    private ConstraintResult CountRows(Database database, Table table, long wanted)
    {
        var result = new ConstraintResult(table.Name, string.Create(CultureInfo.InvariantCulture, $"{wanted:N0} rows"), ConstraintKind.Rows);
        return Asking(database, result, () =>
        {
            long count = Number(database.ReadValue($"SELECT COUNT(*) FROM {_dialect.NameOf(table)}"));
            return result with
            {
                Violations = Math.Abs(count - wanted),
                IsMet = count == wanted,
                Note = count == wanted ? "" : string.Create(CultureInfo.InvariantCulture, $"There are {count:N0}."),
            };
        });
    }

    private ConstraintResult Ask(Database database, Table table, RowConstraint constraint, List<Field> key)
    {
        var result = new ConstraintResult(table.Name, constraint.Words, constraint.Kind) { Note = constraint.WhyNot };
        if (constraint.From.Length == 0)
            return result;
        return Asking(database, result, () =>
        {
            long count = Number(database.ReadValue(constraint.Count));
            if (count == 0)
                return result with { Violations = 0, IsMet = true };
            return result with { Violations = count, IsMet = false, Examples = [.. database.Read(constraint.Examples(key, MostExamples, _dialect)).Select(Text)] };
        });
    }

    // What the server does not understand of a question is an answer: a column of another type, for example. A lost connection is none.
    private ConstraintResult Asking(Database database, ConstraintResult result, Func<ConstraintResult> ask)
    {
        try
        {
            return Asking(ask);
        }
        catch (ExportException e) when (e.InnerException is System.Data.Common.DbException refused && database.Connection.State == System.Data.ConnectionState.Open)
        {
            return result with { IsMet = false, Note = $"{_target.Provider.Title} can't tell: {_target.Provider.Describe(refused)}" };
        }
    }

    private T Asking<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (_stopped.IsCancellationRequested && (e is OperationCanceledException || Database.IsRefusal(e)))
        {
            throw new OperationCanceledException("The test was stopped.", e, _stopped);
        }
        catch (Exception e) when (Database.IsRefusal(e))
        {
            throw new ExportException($"{_target.Provider.Title} ({_target.Display}) gives no answer: {_target.Provider.Describe(e)}", "Check the connection, then test again.", e);
        }
    }

    private static long Number(object? value) => value is null ? 0 : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string Text(object?[] row) => string.Join(", ", row.Select(value => value switch
    {
        null => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    }));
}
