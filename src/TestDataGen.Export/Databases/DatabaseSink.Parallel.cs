using System.Collections.Concurrent;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <content>Several tables at the same time, each over a connection of its own.</content>
public sealed partial class DatabaseSink
{
    private readonly ConcurrentBag<LoadLane> _lanes = [];
    private CancellationTokenSource? _stopLanes;

    internal override void WriteTables(Plan plan, int threads, ExportReport report, CancellationToken cancellationToken)
    {
        if (_stopLanes is not { } stop)
        {
            base.WriteTables(plan, threads, report, cancellationToken);
            return;
        }

        int atOnce = _lanes.Count;
        var free = new ConcurrentBag<LoadLane>(_lanes);
        using CancellationTokenRegistration stopping = cancellationToken.Register(stop.Cancel);
        Guard(() => new ParallelTables(plan.Tables, atOnce, (table, other) => Waits(table.Table, other.Table), Load, stop).Run(report));

        void Load(TablePlan table, Action<int> written)
        {
            free.TryTake(out LoadLane? lane);
            lane!.WriteAll(Find(table.Table)!, plan, table, Math.Max(1, threads / atOnce), written, stop.Token);
            lane.EndTable();
            free.Add(lane);
        }
    }

    // Before anything is written: a server may take fewer connections.
    private void OpenLanes(int tables)
    {
        int count = Math.Min(_options.Parallel, tables);
        if (count < 2)
            return;
        _stopLanes = CancellationTokenSource.CreateLinkedTokenSource(_stopped);
        for (int i = 0; i < count; i++)
        {
            Database database = _target.Open(_options, _stopLanes.Token);
            _lanes.Add(new LoadLane(database, _badRows));
            Guard(null, () =>
            {
                _provider.Prepare(database);
                if (!_options.DisableConstraints || !_provider.DisablesBySession)
                    return;
                foreach ((string disable, _) in _provider.ConstraintSwitches(database, []))
                    database.Execute(disable);
            });
        }
    }

    // Whether a table's rows are refused where those that they refer to are not there yet.
    private bool Waits(Table table, Table other) => _provider.ChecksForeignKeys && !_options.DisableConstraints
        && table.References.Any(r => r.Parent == other && r is { IsBinding: false, IsFromDatabase: false } && !_laterKeys.Contains(r) && !Find(table)!.Later.Contains(r));

    private void CheckParallel()
    {
        if (_options.Parallel < 2)
            return;
        if (!_provider.TakesManyWriters)
            throw new ExportException($"{_provider.Title} takes one writer at a time: its tables can't be loaded at the same time.", "Leave -Parallel out.");
        if (_target.IsOneConnection)
            throw new ExportException("A connection that is given takes the rows of one table at a time.", "Give a connection string or an address with -Parallel, or leave it out.");
        if (_options.Transaction == LoadTransaction.All)
            throw new ExportException("Tables that are loaded at the same time have a connection each, and no transaction goes over several.", "Choose -Transaction Table, Batch or None with -Parallel.");
    }
}
