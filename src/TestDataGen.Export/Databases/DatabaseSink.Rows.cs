using System.Data.Common;
using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <content>Rows: in statements and transactions of their size, the refused ones set apart where that is asked for.</content>
public sealed partial class DatabaseSink
{
    private void Write(TableLoad load, RowBatch batch, int from, int count, EncodedRows? encoded)
    {
        if (_current != load)
        {
            Guard(_current, EndTable);
            _current = load;
        }

        while (count > 0)
        {
            if (_options.Transaction is LoadTransaction.Table or LoadTransaction.Batch)
                Guard(load, Connected.Begin);
            int part = Math.Min(count, RowsTogether - load.Open);
            int first = from;
            EncodedRows? bytes = part == batch.Count ? encoded : null;
            if (_badRows is null)
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
            _badRows!.Add(batch, from, number, _provider.Describe(refusal));
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
        DbTransaction? transaction = Connected.Transaction;
        transaction?.Save(savepoint);
        try
        {
            Send(load, batch, from, count, null);
            load.Writer.End();
            Release();
            return null;
        }
        catch (DbException e) when (!_stopped.IsCancellationRequested && _provider.IsAboutRows(e))
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

    private void EndTable()
    {
        EndStatement();
        if (_options.Transaction == LoadTransaction.Table)
            Keep();
        _current = null;
    }

    private void Keep()
    {
        try
        {
            Connected.Commit();
        }
        catch (Exception e) when (Database.IsRefusal(e) && Connected.Connection.State != System.Data.ConnectionState.Open)
        {
            foreach (TableLoad load in _loads)
                load.IsUnsure = load.Taken > load.Kept;
            throw new ExportException($"The connection to {_target.Display} was lost while {_provider.Title} was asked to keep the rows sent last. {TakeBack()}", "Look what is there before you load again.", e);
        }

        foreach (TableLoad load in _loads)
            load.Kept = load.Taken;
    }
}
