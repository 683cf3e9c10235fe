using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// A database on a server: missing tables are created, rows go in by the fastest way that the driver has, and behind them follow foreign keys, indexes, the
/// server's own numbers and statistics. What is kept after an error is as <see cref="LoadOptions.Transaction"/> says.
/// </summary>
public sealed partial class DatabaseSink : RowSink
{
    // The server says what it thinks of rows at the end of a statement: after so many, an error is heard before all others are sent in vain.
    private const int RowsPerStatement = 32 * RowBatch.MaxRows;

    private readonly DatabaseTarget _target;
    private readonly LoadOptions _options;
    private readonly CancellationToken _stopped;
    private readonly DatabaseProvider _provider;
    private readonly SqlDialect _dialect;
    private readonly BadRowFile? _badRows;
    private readonly EncodedRows _encoded = new();
    private readonly List<TableLoad> _loads = [];
    private readonly List<Table> _created = [];
    private readonly List<Reference> _laterKeys = [];
    private readonly List<string> _enabling = [];
    private readonly List<string> _warnings = [];
    private IReadOnlyList<Table> _announced = [];
    private Action<Database> _restoreSession = _ => { };
    private Database? _database;
    private TableLoad? _current;
    private bool _isEnded;

    /// <summary>Chooses the database.</summary>
    /// <param name="target">The database.</param>
    /// <param name="options">How rows go in.</param>
    /// <param name="stopped">Ends whatever the server is doing when the user stops the run.</param>
    /// <exception cref="ExportException">The options contradict each other.</exception>
    public DatabaseSink(DatabaseTarget target, LoadOptions options = default, CancellationToken stopped = default)
    {
        _target = target;
        _options = options == default ? new LoadOptions() : options;
        _stopped = stopped;
        _provider = target.Provider;
        _dialect = target.Provider.Dialect;
        if (_options.BatchSize < 1)
            throw new ExportException("A batch has at least one row.", "Give a -BatchSize of 1 or more.");
        if (_options.BadRowPath is { } path)
            _badRows = new BadRowFile(path, _options.MayReplaceBadRows);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => _warnings;

    private Database Connected => _database ?? throw new InvalidOperationException("The sink has not begun.");

    private int RowsTogether => _options.Transaction switch
    {
        LoadTransaction.Batch => _options.BatchSize,
        // What is kept must be known.
        LoadTransaction.None => RowBatch.MaxRows,
        _ => RowsPerStatement,
    };

    /// <summary>The statements that a run of a plan would execute, asking the database only what is there.</summary>
    /// <exception cref="ExportException">The run would fail before its first row.</exception>
    public IReadOnlyList<string> Explain(Plan plan)
    {
        _database = _target.Open(_options, _stopped);
        _database.Told = [];
        Begin([.. plan.Tables.Select(t => t.Table)]);
        foreach (TablePlan table in plan.Tables.Where(t => t.RowCount > 0))
            _database.Told.Add(string.Create(CultureInfo.InvariantCulture, $"{LoadOf(table.Table).Writer.Statement} -- {table.RowCount:N0} rows"));
        Complete();
        return _database.Told;
    }

    /// <inheritdoc/>
    public override void Begin(IReadOnlyList<Table> tables)
    {
        _database ??= _target.Open(_options, _stopped);
        _announced = tables;
        Guard(null, () =>
        {
            if (_database.Told is null)
                _restoreSession = _provider.Prepare(_database);
            Prepare(tables);
        });
    }

    /// <inheritdoc/>
    public override void Write(RowBatch batch, int from, int count) => Write(LoadOf(batch.Table), batch, from, count, null);

    /// <inheritdoc/>
    public override void WriteAll(Plan plan, TablePlan table, int threads, Action<int> written, CancellationToken cancellationToken)
    {
        TableLoad load = LoadOf(table.Table);
        bool isEncodedAhead = load.Later.Count == 0 && _badRows is null;
        plan.Run(
            table,
            threads,
            () => new EncodedRows(),
            (batch, encoded) =>
            {
                encoded.Clear();
                if (isEncodedAhead)
                    load.Writer.Encode(batch, 0, batch.Count, encoded);
            },
            (batch, encoded) =>
            {
                Write(load, batch, 0, batch.Count, isEncodedAhead ? encoded : null);
                written(batch.Count);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override double SecondsToComplete(Table table) => Find(table)?.SecondsToComplete ?? 0;

    /// <inheritdoc/>
    public override long RowsLeftOut(Table table) => Find(table) is { } load ? load.Refused + load.Writer.Ignored : 0;

    /// <inheritdoc/>
    public override string DestinationOf(Table table) => $"{_target.Display}{(_target.Display.Contains('/', StringComparison.Ordinal) ? "." : "/")}{table.Name}";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        TakeBack();
        _database?.Dispose();
        _badRows?.Dispose();
    }

    private TableLoad? Find(Table table) => _loads.FirstOrDefault(l => l.Table == table);

    private TableLoad LoadOf(Table table)
    {
        if (Find(table) is { } load)
            return load;
        Guard(null, () =>
        {
            EndTable();
            Prepare([table]);
        });
        return Find(table)!;
    }

    // Does work on the server, and turns its failure into what happened, what is kept and what is not.
    private void Guard(TableLoad? load, Action work, int sending = 0)
    {
        try
        {
            work();
        }
        catch (Exception e) when (_stopped.IsCancellationRequested && (e is OperationCanceledException || Database.IsRefusal(e)))
        {
            throw new OperationCanceledException("The load was stopped.", e, _stopped);
        }
        catch (Exception e) when (Database.IsRefusal(e))
        {
            string what = load is null ? "" : RowsMeant(load, e, sending);
            throw new ExportException($"{_provider.Title} refuses{what}: {_provider.Describe(e)} {TakeBack()}", AdviceFor(e), e);
        }
    }

    private string RowsMeant(TableLoad load, Exception e, int sending)
    {
        if (_provider.RowOf(e) is { } row)
            return Invariant($" row {load.Taken + row:N0} of {load.Table.Name}");
        bool isSlice = sending > 0 && !load.Writer.IsAnsweredLate;
        long before = load.Taken + (isSlice ? load.Open : 0);
        long count = isSlice ? sending : load.Open + sending;
        return count switch
        {
            0 => $" {load.Table.Name}",
            1 => Invariant($" row {before + 1:N0} of {load.Table.Name}"),
            _ => Invariant($" one of the rows {before + 1:N0} to {before + count:N0} of {load.Table.Name}"),
        };
    }

    private string AdviceFor(Exception e) => e is not DbException refused ? "Check the connection, then load again."
        : _provider.IsAboutRows(refused) ? "Correct the field in the schema, or go on without such rows (-BadRowPath, tdg --bad-rows)."
        : _provider.IsFullDisk(refused) ? "Make room on the server's disk, then load again."
        : refused.IsTransient ? "Load again: others were in the way."
        : "Do what the server asks for, then load again.";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private void Tell(IProgress<ExportProgress>? progress, Table table, string work) => progress?.Report(new ExportProgress(table.Name, 0, -1) { Finishing = work });
}
