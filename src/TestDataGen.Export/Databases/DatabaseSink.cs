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
    private readonly DatabaseTarget _target;
    private readonly LoadOptions _options;
    private readonly CancellationToken _stopped;
    private readonly DatabaseProvider _provider;
    private readonly SqlDialect _dialect;
    private readonly BadRowFile? _badRows;
    private readonly List<TableLoad> _loads = [];
    private readonly List<Table> _created = [];
    private readonly List<Reference> _laterKeys = [];
    private readonly List<string> _enabling = [];
    private readonly List<string> _warnings = [];
    private IReadOnlyList<Table> _announced = [];
    private Action<Database> _restoreSession = _ => { };
    private Database? _database;
    private LoadLane? _lane;
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
        CheckParallel();
        if (_options.BadRowPath is { } path)
            _badRows = new BadRowFile(path, _options.MayReplaceBadRows);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => _warnings;

    private Database Connected => _database ?? throw new InvalidOperationException("The sink has not begun.");

    private LoadLane Lane => _lane ?? throw new InvalidOperationException("The sink has not begun.");

    /// <summary>The statements that a run of a plan would execute, asking the database only what is there.</summary>
    /// <exception cref="ExportException">The run would fail before its first row.</exception>
    public IReadOnlyList<string> Explain(Plan plan)
    {
        _database = _target.Open(_options, _stopped);
        _database.Told = [];
        Begin([.. plan.Tables.Select(t => t.Table)]);
        foreach (TablePlan table in plan.Tables.Where(t => t.RowCount > 0))
        {
            TableLoad load = LoadOf(table.Table);
            Guard(load, () => load.Connect(_database));
            _database.Told.Add(string.Create(CultureInfo.InvariantCulture, $"{load.Writer.Statement} -- {table.RowCount:N0} rows"));
        }

        Complete();
        return _database.Told;
    }

    /// <inheritdoc/>
    public override void Begin(IReadOnlyList<Table> tables)
    {
        _database ??= _target.Open(_options, _stopped);
        _lane = new LoadLane(_database, _badRows);
        _announced = tables;
        if (_database.Told is null)
            OpenLanes(tables.Count);
        Guard(null, () =>
        {
            if (_database.Told is null)
                _restoreSession = _provider.Prepare(_database);
            Prepare(tables);
        });
    }

    /// <inheritdoc/>
    public override void Write(RowBatch batch, int from, int count)
    {
        TableLoad load = LoadOf(batch.Table);
        Guard(() => Lane.Write(load, batch, from, count, null));
    }

    /// <inheritdoc/>
    public override void WriteAll(Plan plan, TablePlan table, int threads, Action<int> written, CancellationToken cancellationToken)
    {
        TableLoad load = LoadOf(table.Table);
        Guard(() => Lane.WriteAll(load, plan, table, threads, written, cancellationToken));
    }

    /// <inheritdoc/>
    public override double SecondsToComplete(Table table) => Find(table)?.SecondsToComplete ?? 0;

    /// <inheritdoc/>
    public override long RowsLeftOut(Table table) => Find(table) is { Database: not null } load ? load.Refused + load.Writer.Ignored : 0;

    /// <inheritdoc/>
    public override string DestinationOf(Table table) => $"{_target.Display}{(_target.Display.Contains('/', StringComparison.Ordinal) ? "." : "/")}{table.Name}";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        TakeBack();
        Close();
        _badRows?.Dispose();
    }

    private void Close()
    {
        foreach (LoadLane lane in _lanes)
            lane.Database.Dispose();
        _stopLanes?.Dispose();
        _database?.Dispose();
    }

    private TableLoad? Find(Table table) => _loads.FirstOrDefault(l => l.Table == table);

    private TableLoad LoadOf(Table table)
    {
        if (Find(table) is { } load)
            return load;
        Guard(() => Lane.EndTable());
        Guard(null, () => Prepare([table]));
        return Find(table)!;
    }

    // Does work on the server.
    private void Guard(TableLoad? load, Action work) => Guard(() => Lane.Guard(load, work));

    // Has the lane do something; of a failure it is said, too, what is kept.
    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (LoadRefusal e)
        {
            throw WithWhatIsKept(e);
        }
    }

    private ExportException WithWhatIsKept(LoadRefusal e) => new($"{e.Message} {TakeBack()}", e.Advice, e.InnerException);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private void Tell(IProgress<ExportProgress>? progress, Table table, string work) => progress?.Report(new ExportProgress(table.Name, 0, -1) { Finishing = work });
}
