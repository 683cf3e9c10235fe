using System.Data;
using System.Diagnostics;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <content>What follows the rows; and what follows an error.</content>
public sealed partial class DatabaseSink
{
    /// <inheritdoc/>
    public override void Complete(IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Database database = Connected;
        Guard(() => Lane.EndTable());
        foreach (TableLoad load in _loads)
        {
            var watch = Stopwatch.StartNew();
            SetLater(load, progress);
            if (load.IsCreated && _provider.HasTransactionalDdl)
            {
                foreach ((string what, string statement) in IndexesOf(load.Table))
                    Finish(load, progress, $"indexing {what}", statement);
            }

            load.SecondsToComplete = watch.Elapsed.TotalSeconds;
        }

        AddForeignKeys(progress);
        Guard(null, EnableConstraints);

        if (_options.DisableConstraints || !_provider.ChecksForeignKeys)
            CheckForeignKeys(progress);
        foreach (TableLoad load in _loads)
        {
            Guard(load, () =>
            {
                foreach (string statement in _provider.ContinueSequences(database, load.Table, load.Columns))
                    database.Execute(statement);
            });
        }

        cancellationToken.ThrowIfCancellationRequested();
        Guard(() => Lane.Guard(null, Lane.Keep));
        _isEnded = true;
        foreach (TableLoad load in _loads)
            CountAnew(load, progress);
        Quietly(() => _restoreSession(database));
        _badRows?.Complete();
        if (database.Told is null)
            Close();
    }

    private void Finish(TableLoad load, IProgress<ExportProgress>? progress, string work, string statement)
    {
        Tell(progress, load.Table, work);
        Guard(load, () => Connected.Execute(statement));
    }

    private void SetLater(TableLoad load, IProgress<ExportProgress>? progress)
    {
        if (load is not { Temporary: { } temporary, Database: { } database })
            return;
        Tell(progress, load.Table, $"setting {string.Join(", ", load.LaterFields.Select(f => f.Name))}");
        Guard(load, () =>
        {
            database.Execute(_provider.UpdateFrom(temporary, load.Table, load.Table.PrimaryKey!.Fields, load.LaterFields));
            database.Execute(_provider.DropTemporary(temporary));
        });
    }

    private void AddForeignKeys(IProgress<ExportProgress>? progress)
    {
        foreach (Reference reference in _laterKeys)
        {
            TableLoad load = Find(reference.Table)!;
            if (!IsKnown(reference.Parent, []))
            {
                WarnOfNoParent(reference);
                continue;
            }

            if (_dialect.AddForeignKey(reference) is not { } statement)
                continue;
            var watch = Stopwatch.StartNew();
            Finish(load, progress, $"checking that {string.Join(", ", reference.Fields.Select(f => f.Name))} refers to {reference.Parent.Name}", statement);
            load.SecondsToComplete += watch.Elapsed.TotalSeconds;
        }
    }

    private void EnableConstraints()
    {
        foreach (string statement in _enabling)
            Connected.Execute(statement);
        _enabling.Clear();
    }

    private void CheckForeignKeys(IProgress<ExportProgress>? progress)
    {
        if (Connected.Told is not null || _loads.Count == 0)
            return;
        Tell(progress, _loads[0].Table, "checking foreign keys");
        string? broken = null;
        Guard(null, () => broken = FindOrphans());
        if (broken is not null)
            throw new ExportException($"{broken} {TakeBack()}", "Load the rows that are referred to, too, or correct the schema's references.");
    }

    private string? FindOrphans()
    {
        foreach (ExistingForeignKey key in _provider.ForeignKeysOf(Connected, [.. _loads.Select(l => l.Table)], toThem: true))
        {
            if (Convert.ToInt64(Connected.ReadValue(key.CountOrphans()), System.Globalization.CultureInfo.InvariantCulture) is var orphans and > 0)
                return Invariant($"The foreign key {key.Name} does not hold: {orphans:N0} rows of {key.Table} refer to no row of {key.Parent}.");
        }

        return null;
    }

    private void CountAnew(TableLoad load, IProgress<ExportProgress>? progress)
    {
        if (_provider.UpdateStatistics(load.Table) is not { } statement)
            return;
        Tell(progress, load.Table, "counting values for the query planner");
        try
        {
            Connected.Execute(statement);
        }
        catch (Exception e) when (Database.IsRefusal(e))
        {
            // The rows are kept; whoever may not do this can still load.
            _warnings.Add($"The statistics of {load.Table.Name} are old: {_provider.Describe(e)}");
        }
    }

    // Takes back what may not stay, puts back what was changed for the run, and says how things are now.
    private string TakeBack()
    {
        if (_isEnded || _database is not { } database)
            return "";
        _isEnded = true;
        // The user's stop, if there was one, is obeyed by now.
        Database[] connections = [database, .. _lanes.Select(l => l.Database)];
        foreach (Database connection in connections)
            connection.Stopped = CancellationToken.None;
        foreach (TableLoad load in _loads)
            Quietly(load.Dispose);
        foreach (Database connection in connections)
            connection.Rollback();
        if (database.Told is not null)
            return "";
        var said = new List<string> { WhatIsKept() };
        List<Table> left = Left();
        bool isDisabled = _enabling.Count > 0 && (_provider.DisablesBySession || _options.Transaction != LoadTransaction.All);
        if (Again(database, left.Count > 0 || isDisabled) is not { } again)
        {
            if (left.Count > 0)
                said.Add(MayBeThere(left));
            if (isDisabled && !_provider.DisablesBySession)
                said.Add("The constraints of the tables are still disabled: the connection is lost.");
            return string.Join(' ', said);
        }

        if (isDisabled)
        {
            try
            {
                EnableConstraints();
                if (_loads.Any(l => l.Kept > 0) && FindOrphans() is { } broken)
                    said.Add(broken);
            }
            catch (Exception e) when (Database.IsRefusal(e))
            {
                said.Add($"The foreign keys could not be put back: {_provider.Describe(e)}");
            }
        }

        left.RemoveAll(t => Quietly(() => again.Execute($"DROP TABLE {_dialect.NameOf(t)}")));
        if (left.Count > 0)
            said.Add(MayBeThere(left));
        Quietly(() => _restoreSession(again));
        return string.Join(' ', said);
    }

    // The connection to put things back by: another one where it is lost; null where none is needed then, or to be had.
    private Database? Again(Database database, bool isNeeded)
    {
        if (_target.IsOpen(database))
            return database;
        Database? again = null;
        if (isNeeded)
            Quietly(() => again = _target.Open(_options with { Timeout = 30 }, CancellationToken.None));
        if (again is null)
            return null;
        _database = again;
        database.Dispose();
        return again;
    }

    private static string MayBeThere(IEnumerable<Table> tables) =>
        $"The tables that it has created, {string.Join(", ", tables.Reverse().Select(t => t.Name))}, may still be there, without rows: they could not be dropped.";

    // Tables that this run has created and that no transaction takes back; all stay where all rows may have.
    private List<Table> Left() =>
        _options.Transaction == LoadTransaction.All && !_provider.HasTransactionalDdl && !_loads.Any(l => l.IsUnsure) ? [.. Enumerable.Reverse(_created)] : [];

    private string WhatIsKept()
    {
        string kept = string.Join(", ", _loads.Where(l => l.Kept > 0).Select(l => Invariant($"of {l.Table.Name} the rows 1 to {l.Kept:N0}")));
        string unsure = string.Join(", ", _loads.Where(l => l.IsUnsure).Select(l => Invariant($"of {l.Table.Name} the rows {l.Kept + 1:N0} to {l.Taken:N0}")));
        bool areTablesTakenBack = _created.Count == 0 || (_options.Transaction == LoadTransaction.All && (_provider.HasTransactionalDdl || unsure.Length == 0));
        string tables = areTablesTakenBack ? "" : $" The tables it created stay: {string.Join(", ", _created.Select(t => t.Name))}.";
        return (kept, unsure) switch
        {
            ("", "") => "Nothing of this run was kept.",
            ("", _) => $"Whether {unsure} were kept is not known; nothing else of this run was.",
            (_, "") => $"Kept are {kept}; nothing else of this run.",
            _ => $"Kept are {kept}; whether {unsure} were kept, too, is not known.",
        } + tables;
    }

    private static bool Quietly(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception e) when (Database.IsRefusal(e) || e is ExportException or OperationCanceledException)
        {
            // What is taken back stays taken back, whatever else fails; the first error is the one to tell.
            return false;
        }
    }
}
