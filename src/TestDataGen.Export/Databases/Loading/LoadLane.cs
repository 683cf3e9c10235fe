using System.Data;
using System.Data.Common;
using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <summary>
/// One connection of a load, and what goes over it: rows of one table after the other, in statements and transactions of their size, the refused ones set apart where that is asked for.
/// </summary>
internal sealed class LoadLane(Database database, BadRowFile? badRows)
{
    // The server says what it thinks of rows at the end of a statement: after so many, an error is heard before all others are sent in vain.
    private const int RowsPerStatement = 32 * RowBatch.MaxRows;

    private readonly LoadOptions _options = database.Options;
    private readonly DatabaseProvider _provider = database.Provider;
    private readonly EncodedRows _encoded = new();
    private readonly List<TableLoad> _loads = [];
    private TableLoad? _current;

    public Database Database => database;

    private int RowsTogether => _options.Transaction switch
    {
        LoadTransaction.Batch => _options.BatchSize,
        // What is kept must be known.
        LoadTransaction.None => RowBatch.MaxRows,
        _ => RowsPerStatement,
    };

    /// <summary>Does work on the server, and turns its failure into what happened to which rows.</summary>
    /// <exception cref="LoadRefusal">The server refuses.</exception>
    /// <exception cref="OperationCanceledException">The load is stopped.</exception>
    public void Guard(TableLoad? load, Action work, int sending = 0)
    {
        try
        {
            work();
        }
        catch (Exception e) when (database.IsStopped && (e is OperationCanceledException || Database.IsRefusal(e)))
        {
            throw new OperationCanceledException("The load was stopped.", e);
        }
        catch (Exception e) when (Database.IsRefusal(e))
        {
            string what = load is null ? "" : RowsMeant(load, e, sending);
            throw new LoadRefusal($"{_provider.Title} refuses{what}: {_provider.Describe(e)}", AdviceFor(e), e);
        }
    }

    /// <summary>Writes a table's partition straight from the plan; where the rows go as bytes, they become bytes on the filling threads.</summary>
    public void WriteAll(TableLoad load, Plan plan, TablePlan table, int threads, Action<int> written, CancellationToken cancellationToken)
    {
        TurnTo(load);
        bool isEncodedAhead = load.LaterWriter is null && badRows is null;
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

    /// <summary>Writes rows.</summary>
    public void Write(TableLoad load, RowBatch batch, int from, int count, EncodedRows? encoded)
    {
        TurnTo(load);
        while (count > 0)
        {
            if (_options.Transaction is LoadTransaction.Table or LoadTransaction.Batch)
                Guard(load, database.Begin);
            int part = Math.Min(count, RowsTogether - load.Open);
            int first = from;
            EncodedRows? bytes = part == batch.Count ? encoded : null;
            if (badRows is null)
                Guard(load, () => Send(load, batch, first, part, bytes), part);
            else
                WriteTolerantly(load, batch, from, part, load.Taken + load.Open + 1);
            load.Open += part;
            from += part;
            count -= part;
            if (load.Open >= RowsTogether)
                Guard(load, EndStatement);
        }
    }

    /// <summary>Hears what the server says of the rows of the table written last, and keeps them where a transaction goes no further.</summary>
    public void EndTable() => Guard(_current, () =>
    {
        EndStatement();
        if (_options.Transaction == LoadTransaction.Table)
            Keep();
        _current = null;
    });

    /// <summary>Keeps what was written.</summary>
    public void Keep()
    {
        try
        {
            database.Commit();
        }
        catch (Exception e) when (database.IsGivenUp || (Database.IsRefusal(e) && database.Connection.State != ConnectionState.Open))
        {
            foreach (TableLoad load in _loads)
                load.IsUnsure = load.Taken > load.Kept;
            throw new LoadRefusal($"The connection to {database.Target.Display} was lost while {_provider.Title} was asked to keep the rows sent last.", "Look what is there before you load again.", e);
        }

        foreach (TableLoad load in _loads)
            load.Kept = load.Taken;
    }

    // The rows of a table end where those of another begin.
    private void TurnTo(TableLoad load)
    {
        if (_current == load)
            return;
        EndTable();
        if (!_loads.Contains(load))
        {
            Guard(load, () => load.Connect(database));
            _loads.Add(load);
        }

        _current = load;
    }

    private void Send(TableLoad load, RowBatch batch, int from, int count, EncodedRows? encoded)
    {
        if (load.LaterWriter is null)
        {
            Send(load.Writer, batch, from, count, encoded);
            return;
        }

        Send(load.Writer, load.WithoutLater(batch), from, count, null);
        load.Writer.End();
        Send(load.LaterWriter, batch, from, count, null);
        load.LaterWriter.End();
    }

    private void Send(RowWriter writer, RowBatch batch, int from, int count, EncodedRows? encoded)
    {
        if (encoded is null)
        {
            encoded = _encoded;
            encoded.Clear();
            writer.Encode(batch, from, count, encoded);
        }

        writer.Write(batch, from, count, encoded);
    }

    // Rows are halved until those that the server does not want stand alone.
    private void WriteTolerantly(TableLoad load, RowBatch batch, int from, int count, long number)
    {
        DbException? refusal = null;
        Guard(load, () => refusal = TrySend(load, batch, from, count), count);
        if (refusal is null)
            return;
        if (count == 1)
        {
            badRows!.Add(batch, from, number, _provider.Describe(refusal));
            load.Refused++;
            return;
        }

        WriteTolerantly(load, batch, from, count / 2, number);
        WriteTolerantly(load, batch, from + (count / 2), count - (count / 2), number + (count / 2));
    }

    private DbException? TrySend(TableLoad load, RowBatch batch, int from, int count)
    {
        const string savepoint = "tdg_rows";
        // Without a transaction each statement takes itself back.
        DbTransaction? transaction = database.Transaction;
        transaction?.Save(savepoint);
        try
        {
            Send(load, batch, from, count, null);
            load.Writer.End();
            Release();
            return null;
        }
        catch (DbException e) when (!database.IsStopped && _provider.IsAboutRows(e))
        {
            load.Writer.Cancel();
            load.LaterWriter?.Cancel();
            transaction?.Rollback(savepoint);
            Release();
            return e;
        }

        // Savepoints lie within each other until they are given up, and a server has room for some thousand.
        void Release()
        {
            if (_provider.ReleasesSavepoints)
                transaction?.Release(savepoint);
        }
    }

    // Hears what the server says about the rows sent, and keeps them where that is as far as a transaction goes.
    private void EndStatement()
    {
        if (_current is not { } load)
            return;
        load.Writer.End();
        load.Taken += load.Open;
        load.Open = 0;
        if (_options.Transaction == LoadTransaction.Batch)
            Keep();
        else if (_options.Transaction == LoadTransaction.None)
            load.Kept = load.Taken;
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
        : _provider.IsDuplicate(refused) ? "Where such rows are there from before, load behind them: -Append, tdg --append; or go on without (-OnConflict, -BadRowPath, tdg --on-conflict, --bad-rows)."
        : _provider.IsAboutRows(refused) ? "Correct the field in the schema, or go on without such rows (-BadRowPath, tdg --bad-rows)."
        : _provider.IsFullDisk(refused) ? "Make room on the server's disk, then load again."
        : _provider.IsOfOthers(refused) ? "Load again: others were in the way."
        : "Do what the server asks for, then load again.";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
