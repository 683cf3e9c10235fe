using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>An open connection: statements on it, one after the other, in a transaction or without; each of them ends at once when the user stops the run.</summary>
internal sealed class Database : IDisposable
{
    // Of a user who has stopped the run: with what is to end, and with what must be done then; to take rows back takes a server about as long as to take them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(30);

    private readonly bool _isOurs;
    private readonly bool _closes;
    private readonly CancellationToken _stops;

    internal Database(DatabaseTarget target, DbConnection connection, LoadOptions options, CancellationToken stopped, bool isOurs = true, bool closes = true)
    {
        (Target, Connection, Options, Stopped) = (target, connection, options, stopped);
        (_isOurs, _closes, _stops) = (isOurs, closes, stopped);
    }

    public DatabaseTarget Target { get; }

    public DatabaseProvider Provider => Target.Provider;

    public SqlDialect Dialect => Provider.Dialect;

    public DbConnection Connection { get; }

    public DbTransaction? Transaction { get; private set; }

    public LoadOptions Options { get; }

    /// <summary>Whether the load is stopped.</summary>
    public bool IsStopped => _stops.IsCancellationRequested;

    /// <summary>Whether the server did not answer any more when the user had stopped the run, so that the connection was given up.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>Stops statements; what takes a load back must not be stopped any more.</summary>
    public CancellationToken Stopped { get; set; }

    /// <summary>Where statements that would change something are gathered instead of being executed; null: they are.</summary>
    public List<string>? Told { get; set; }

    /// <summary>A connection that somebody else owns.</summary>
    public static Database Borrow(DatabaseTarget target, DbConnection connection, LoadOptions options, CancellationToken stopped)
    {
        bool isClosed = connection.State == ConnectionState.Closed;
        try
        {
            if (isClosed)
                connection.OpenAsync(stopped).GetAwaiter().GetResult();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new ExportException($"The connection can't be opened ({target.Display}): {target.Provider.Describe(e)} Nothing was written.", "Open it first, or give a connection string.", e);
        }

        return new Database(target, connection, options, stopped, isOurs: false, closes: isClosed);
    }

    /// <summary>Whether an exception is a driver's way to say that something can't be.</summary>
    public static bool IsRefusal(Exception e) => e is DbException or InvalidOperationException or IOException or SocketException or TimeoutException;

    /// <summary>Executes a statement, or several, that change something; gives the number of rows, or less than 0.</summary>
    public int Execute(string sql)
    {
        if (Told is not null)
        {
            Told.Add(sql);
            return -1;
        }

        using DbCommand command = CommandOf(sql);
        using CancellationTokenRegistration interrupting = Stopped.Register(() => Provider.Interrupt(Connection));
        return Await(command.ExecuteNonQueryAsync(Stopped));
    }

    /// <summary>The rows of a query, null for NULL.</summary>
    public List<object?[]> Read(string sql) => [.. Stream(sql).Select(row => (object?[])row.Clone())];

    /// <summary>The rows of a query one after the other, each in the place of the one before.</summary>
    public IEnumerable<object?[]> Stream(string sql)
    {
        using DbCommand command = CommandOf(sql);
        using CancellationTokenRegistration interrupting = Stopped.Register(() => Provider.Interrupt(Connection));
        using DbDataReader reader = Await(command.ExecuteReaderAsync(Stopped));
        var row = new object?[reader.FieldCount];
        while (reader.Read())
        {
            for (int i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            yield return row;
        }
    }

    /// <summary>The first value of a query; null where there is none.</summary>
    public object? ReadValue(string sql) => Read(sql) is [[var value, ..], ..] ? value : null;

    /// <summary>A name or another text as a literal.</summary>
    public string Literal(string text) => Dialect.Literal(text);

    /// <summary>Tables' quoted names as literals with commas between.</summary>
    public string Literals(IEnumerable<Table> tables) => string.Join(", ", tables.Select(t => Literal(Dialect.NameOf(t))));

    public void Begin()
    {
        if (Told is null && Transaction is null)
            Transaction = Await(Connection.BeginTransactionAsync(Stopped).AsTask());
    }

    public void Commit()
    {
        if (Transaction is null)
            return;
        // From here on the server decides, and it must be known how.
        Await(Transaction.CommitAsync(CancellationToken.None), LongPatience);
        EndTransaction();
    }

    /// <summary>Takes the transaction back; a connection that is gone has done so.</summary>
    public void Rollback()
    {
        if (Transaction is null)
            return;
        try
        {
            if (!IsGivenUp)
                Await(Transaction.RollbackAsync(CancellationToken.None), LongPatience);
        }
        catch (Exception e) when (IsRefusal(e) || e is OperationCanceledException)
        {
            // The server takes back whose connection ends.
        }

        EndTransaction();
    }

    /// <summary>Waits for what the driver does, and no longer than is decent when the user has stopped the run: a network that is silent answers no request to stop either.</summary>
    /// <exception cref="OperationCanceledException">The driver was stopped, or is given up together with its connection.</exception>
    public void Await(Task work) => Await(work, Stopped.CanBeCanceled ? Patience : LongPatience);

    /// <summary>As <see cref="Await(Task)"/>, for what has a result.</summary>
    public T Await<T>(Task<T> work)
    {
        Await((Task)work);
        return work.Result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rollback();
        if (IsGivenUp)
            _ = Task.Run(Close, CancellationToken.None);
        else
            Close();
    }

    private void Await(Task work, TimeSpan patience)
    {
        try
        {
            work.WaitAsync(_stops).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            IsGivenUp = Task.WaitAny([work], patience) < 0;
            if (IsGivenUp)
                throw;
            work.GetAwaiter().GetResult();
        }
    }

    private void Close()
    {
        if (_isOurs)
            Connection.Dispose();
        else if (_closes)
            Connection.Close();
    }

    private DbCommand CommandOf(string sql)
    {
        DbCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = Options.Timeout;
        command.Transaction = Transaction;
        return command;
    }

    private void EndTransaction()
    {
        if (!IsGivenUp)
            Transaction?.Dispose();
        Transaction = null;
    }
}
