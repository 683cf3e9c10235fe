using Microsoft.Data.SqlClient;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Rows by SqlBulkCopy, which keeps identities and nulls, and looks at constraints unless they are disabled.</summary>
internal sealed class SqlServerBulkCopy : RowWriter
{
    private readonly Database _database;
    private readonly SqlConnection _connection;
    private readonly string _name;
    private readonly IReadOnlyList<Field> _fields;
    private readonly SqlBulkCopyOptions _options;
    private RowFeed? _feed;
    private CancellationTokenSource? _cancel;
    private Task? _copy;

    public SqlServerBulkCopy(Database database, SqlConnection connection, string name, IReadOnlyList<Field> fields)
    {
        (_database, _connection, _name, _fields) = (database, connection, name, fields);
        _options = SqlBulkCopyOptions.KeepIdentity | SqlBulkCopyOptions.KeepNulls
            | (database.Options.DisableConstraints ? 0 : SqlBulkCopyOptions.CheckConstraints)
            | (database.Options.TableLock ? SqlBulkCopyOptions.TableLock : 0);
        Statement = $"INSERT BULK {name} ({string.Join(", ", fields.Select(f => database.Dialect.Quote(f.Name)))}) WITH ({_options})";
    }

    public override string Statement { get; }

    public override bool IsAnsweredLate => true;

    public override void Write(RowBatch batch, int from, int count, EncodedRows encoded)
    {
        if (_copy is null)
            Begin();
        _feed!.Give(batch, from, count);
        // The server has refused something before the end.
        if (_feed.IsAbandoned)
            End();
    }

    public override void End()
    {
        if (_copy is not { } copy)
            return;
        _copy = null;
        _feed!.End();
        try
        {
            _database.Await(copy);
        }
        finally
        {
            _feed.Dispose();
            _cancel!.Dispose();
            _cancel = null;
        }
    }

    public override void Cancel()
    {
        try
        {
            _cancel?.Cancel();
            End();
        }
        catch (Exception e) when (Database.IsRefusal(e) || e is OperationCanceledException)
        {
            // It is given up; the transaction says what becomes of it.
        }
    }

    private void Begin()
    {
        RowFeed feed = _feed = new RowFeed();
        CancellationToken cancelled = (_cancel = CancellationTokenSource.CreateLinkedTokenSource(_database.Stopped)).Token;
        _copy = Task.Run(async () =>
        {
            try
            {
                using var bulk = new SqlBulkCopy(_connection, _options, (SqlTransaction?)_database.Transaction)
                {
                    DestinationTableName = _name,
                    BulkCopyTimeout = _database.Options.Timeout,
                    EnableStreaming = true,
                };
                // It takes brackets off a name, but does not know of doubled ones.
                for (int i = 0; i < _fields.Count; i++)
                    bulk.ColumnMappings.Add(i, $"[{_fields[i].Name}]");
                using var reader = new RowBatchReader(_fields, feed.Slices(cancelled));
                await bulk.WriteToServerAsync(reader, cancelled).ConfigureAwait(false);
            }
            finally
            {
                feed.Abandon();
            }
        });
    }
}
