using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TestDataGen.Servers;

/// <summary>
/// A server of SQL Server's protocol (MS-TDS 7.4), as far as a load needs one: it takes any login without encryption, has every batch read by SQL Server's own parser, keeps the tables that
/// are created and the rows that bulk loads bring, and takes back what a transaction takes back. It knows the queries of the loader, and answers the simplest of others.
/// </summary>
public sealed partial class TdsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TdsTable> _tables = [];
    private readonly List<string> _statements = [];
    private readonly object _state = new();

    /// <summary>Starts it.</summary>
    public TdsServer()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Data Source=127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port};Initial Catalog=test;User ID=sa;Password=any;Encrypt=Optional;Pooling=false;Connect Timeout=10");

    /// <summary>The batches that came, in order.</summary>
    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (_state)
                return [.. _statements];
        }
    }

    /// <summary>A table by its name.</summary>
    public TdsTable Table(string name)
    {
        lock (_state)
            return _tables.First(t => t.Name == name);
    }

    /// <summary>The names of the tables.</summary>
    public IReadOnlyList<string> Tables
    {
        get
        {
            lock (_state)
                return [.. _tables.Select(t => t.Name)];
        }
    }

    /// <summary>Cuts the connection as soon as so many rows have come; 0: never.</summary>
    public int CutAfterRows { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Serve(client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end of the tests.
        }
    }

    private void Serve(TcpClient client)
    {
        using (client)
        {
            var packets = new TdsPackets(client.GetStream());
            var session = new Session();
            try
            {
                while (packets.Read() is { } message)
                    packets.Write(TryAnswer(session, message.Type, message.Data));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // The client has gone, or was cut off.
            }
            finally
            {
                lock (_state)
                    session.Rollback(_tables);
            }
        }
    }

    // What goes wrong here the client is told, too.
    private byte[] TryAnswer(Session session, byte type, byte[] data)
    {
        try
        {
            return Answer(session, type, data);
        }
        catch (Exception e) when (e is not IOException or EndOfStreamException)
        {
            var tokens = new TdsTokens();
            tokens.Error(50_000, $"The tests' server can't do that: {e}"[..Math.Min(1000, e.ToString().Length)]);
            tokens.Done(2);
            return tokens.ToArray();
        }
    }

    private byte[] Answer(Session session, byte type, byte[] data)
    {
        var tokens = new TdsTokens();
        lock (_state)
        {
            switch (type)
            {
                case TdsPackets.PreLogin:
                    return TdsTokens.PreLogin();
                case TdsPackets.Login:
                    tokens.LoginAck();
                    break;
                case TdsPackets.Attention:
                    tokens.Done(0x20);
                    return tokens.ToArray();
                case TdsPackets.TransactionRequest:
                    Transact(session, data.AsSpan(BitConverter.ToInt32(data)), tokens);
                    break;
                case TdsPackets.BulkLoad:
                    Load(session, data, tokens);
                    return tokens.ToArray();
                default:
                    Execute(session, Encoding.Unicode.GetString(data.AsSpan(BitConverter.ToInt32(data))), tokens);
                    return tokens.ToArray();
            }
        }

        tokens.Done();
        return tokens.ToArray();
    }

    private void Transact(Session session, ReadOnlySpan<byte> request, TdsTokens tokens)
    {
        switch (request[0])
        {
            case 5:
                session.Begin(_tables);
                tokens.TransactionChange(8);
                break;
            case 7:
                session.Commit();
                tokens.TransactionChange(9);
                break;
            case 8 when request[2] == 0:
                session.Rollback(_tables);
                tokens.TransactionChange(10);
                break;
            case 8:
                session.RollbackTo(Encoding.Unicode.GetString(request.Slice(3, request[2])), _tables);
                break;
            case 9:
                session.Save(Encoding.Unicode.GetString(request.Slice(3, request[2])), _tables);
                break;
        }
    }

    private void Execute(Session session, string sql, TdsTokens tokens)
    {
        _statements.Add(sql);
        if (sql.StartsWith("insert bulk ", StringComparison.OrdinalIgnoreCase))
        {
            session.Loading = Find(TableOfBulk().Match(sql).Groups["name"].Value);
            tokens.Done();
            return;
        }

        using var reader = new StringReader(sql);
        TSqlFragment parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out IList<ParseError> errors);
        if (errors.Count > 0)
        {
            tokens.Error(102, $"{errors[0].Message} In: {sql}");
            tokens.Done(2);
            return;
        }

        if (sql.Contains("FMTONLY", StringComparison.Ordinal))
        {
            Describe(sql, tokens);
            return;
        }

        foreach (TSqlStatement statement in ((TSqlScript)parsed).Batches.SelectMany(b => b.Statements))
            Change(statement);
        if (sql.Contains("FROM sys.columns", StringComparison.Ordinal))
            ListColumns(sql, tokens);
        else if (sql.Contains("FROM sys.foreign_keys UNION", StringComparison.Ordinal))
            ListConstraints(tokens);
        else if (sql.Contains("sys.foreign_key_columns", StringComparison.Ordinal))
            tokens.Rows(["name", "table", "column", "parent", "key"], []);
        else if (sql.Contains("sys.default_constraints", StringComparison.Ordinal))
            tokens.Rows(["column", "sequence"], []);
        else
            AnswerQuery((TSqlScript)parsed, tokens);
        tokens.Done();
    }

    private void Change(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                _tables.Add(TdsTable.Of(create));
                break;
            case SelectStatement { Into: { } name } select:
                var first = (QuerySpecification)((BinaryQueryExpression)select.QueryExpression).FirstQueryExpression;
                TdsTable source = Find(((NamedTableReference)first.FromClause.TableReferences[0]).SchemaObject.BaseIdentifier.Value)!;
                _tables.Add(source.Part(
                    name.BaseIdentifier.Value, first.SelectElements.Select(e => ((ColumnReferenceExpression)((SelectScalarExpression)e).Expression).MultiPartIdentifier.Identifiers[^1].Value)));
                break;
            case DropTableStatement drop:
                _tables.Remove(Find(drop.Objects[0].BaseIdentifier.Value)!);
                break;
            case AlterTableAddTableElementStatement add:
                Find(add.SchemaObjectName.BaseIdentifier.Value)!.Constraints.AddRange(add.Definition.TableConstraints.Select(c => c.ConstraintIdentifier.Value));
                break;
            case DeleteStatement delete when delete.DeleteSpecification.WhereClause is null:
                Find(((NamedTableReference)delete.DeleteSpecification.Target).SchemaObject.BaseIdentifier.Value)!.Clear();
                break;
        }
    }

    // What SqlBulkCopy asks first: @@trancount, the columns, their collations, and other names that they have.
    private void Describe(string sql, TdsTokens tokens)
    {
        string from = sql[sql.IndexOf("SET FMTONLY ON", StringComparison.Ordinal)..];
        TdsTable? table = _tables.FirstOrDefault(t => from.Contains($"[{t.Name.Replace("]", "]]", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}]'", StringComparison.Ordinal));
        tokens.Numbers("trancount", 0);
        tokens.Done(1);
        if (table is null)
        {
            tokens.Error(208, "Invalid object name.");
            tokens.Done(2);
            return;
        }

        tokens.Columns(table.Columns);
        tokens.Done(1);
        tokens.Rows(["colid", "name", "tds_collation_100", "collation_100"], table.Columns.Select((c, i) => new[] { $"{i + 1}", c.Name, "", "Latin1_General_100_BIN2" }));
        tokens.Done(1);
        tokens.Rows(["name", "alias"], []);
        tokens.Done();
    }

    private void ListColumns(string sql, TdsTokens tokens)
    {
        TdsTable? table = Find(ObjectId().Match(sql).Groups["name"].Value);
        tokens.ColumnList(table?.Columns ?? []);
    }

    private void ListConstraints(TdsTokens tokens) =>
        tokens.Rows(["table", "constraint"], _tables.SelectMany(t => t.Constraints.Select(c => new[] { $"[dbo].[{t.Name}]", $"[{c}]" })));

    private void Load(Session session, byte[] data, TdsTokens tokens)
    {
        TdsTable table = session.Loading!;
        List<object?[]> rows = TdsBulk.Read(data, table);
        if (CutAfterRows > 0 && table.Rows.Count + rows.Count >= CutAfterRows)
            throw new IOException("Cut off.");
        if (table.FindTwice(rows) is { } key)
        {
            tokens.Error(2627, $"Violation of PRIMARY KEY constraint 'PK'. Cannot insert duplicate key in object 'dbo.{table.Name}'. The duplicate key value is ({key}).");
            tokens.Done(2);
            return;
        }

        table.Add(rows);
        tokens.Done(0x10, rows.Count);
    }

    private TdsTable? Find(string name) => _tables.FirstOrDefault(t => t.Name == name.Replace("]]", "]", StringComparison.Ordinal));

    [GeneratedRegex(@"^insert bulk (\[dbo\]\.)?\[?(?<name>([^\]]|\]\])+)\]? \(", RegexOptions.IgnoreCase)]
    private static partial Regex TableOfBulk();

    [GeneratedRegex(@"OBJECT_ID\(N'(\[[^\]]+\]\.)?\[(?<name>([^\]]|\]\])+)\]'")]
    private static partial Regex ObjectId();

    // What a transaction of a connection takes back.
    private sealed class Session
    {
        private readonly Dictionary<string, Action<List<TdsTable>>> _savepoints = [];
        private Action<List<TdsTable>>? _restore;

        public TdsTable? Loading { get; set; }

        public void Begin(List<TdsTable> tables) => _restore = Snapshot(tables);

        public void Commit() => _restore = null;

        public void Rollback(List<TdsTable> tables)
        {
            _restore?.Invoke(tables);
            _restore = null;
        }

        public void Save(string name, List<TdsTable> tables) => _savepoints[name] = Snapshot(tables);

        public void RollbackTo(string name, List<TdsTable> tables) => _savepoints[name](tables);

        private static Action<List<TdsTable>> Snapshot(List<TdsTable> tables)
        {
            (TdsTable Table, List<object?[]> Rows)[] kept = [.. tables.Select(t => (t, t.Rows.ToList()))];
            return all =>
            {
                all.Clear();
                foreach ((TdsTable table, List<object?[]> rows) in kept)
                {
                    table.Clear();
                    table.Add(rows);
                    all.Add(table);
                }
            };
        }
    }
}
