using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Loads that fail, in every way a server can: what stays is what was asked for, and the error says what that is.</summary>
public sealed class LoadFailureTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    // Row 30,001 of c has the code of its first row.
    private const string Twice = """
        schema S {
          table p { id: integer primary_key }
          table c { id: integer primary_key  p_id: integer references(p.id) as p  code: integer = if(row_number == 30001, 1, row_number) }
        }
        """;

    private const string Plain = """
        schema S {
          table p { id: integer primary_key }
          table c { id: integer primary_key  p_id: integer references(p.id) as p  code: integer = row_number }
        }
        """;

    private static readonly string[] Reasons = ["duplicate key value violates unique constraint", MariaDbServer.IsMySql ? "Duplicate entry '1' for key 'c.code'" : "Duplicate entry '1' for key 'code'"];

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Table)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.PostgreSql, LoadTransaction.None)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Table)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.None)]
    public void A_late_row_that_is_not_unique(Server server, LoadTransaction transaction)
    {
        On(server);
        CreateTables();
        var e = Assert.Throws<ExportException>(() => Load(Twice, 50_000, new LoadOptions { Transaction = transaction, BatchSize = 7000 }));
        Assert.Contains(Reasons[(int)server], e.Message, StringComparison.Ordinal);
        if (server == Server.PostgreSql)
            Assert.Contains("row 30,001 of c", e.Message, StringComparison.Ordinal);
        (long parents, long children) = (Count("p"), Count("c"));
        switch (transaction)
        {
            case LoadTransaction.All:
                Assert.Equal((0, 0), (parents, children));
                Assert.EndsWith("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
                break;
            case LoadTransaction.Table:
                Assert.Equal((50_000, 0), (parents, children));
                Assert.EndsWith("Kept are of p the rows 1 to 50,000; nothing else of this run.", e.Message, StringComparison.Ordinal);
                break;
            case LoadTransaction.Batch:
                Assert.Equal((50_000, 28_000), (parents, children));
                Assert.EndsWith("of c the rows 1 to 28,000; nothing else of this run.", e.Message, StringComparison.Ordinal);
                Assert.Equal(["28000"], Rows("SELECT max(code) FROM c"));
                break;
            default:
                // As far as statements were done, and that is what it says.
                Assert.Equal(children == 0, !e.Message.Contains("of c the rows 1 to", StringComparison.Ordinal));
                Assert.InRange(children, 0, 30_000);
                break;
        }
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Tables_that_the_run_has_created_go_with_its_rows(Server server)
    {
        On(server);
        Run("CREATE TABLE stays (a integer)");
        // A value that no cell can be.
        Assert.Throws<GenerationException>(() => Load(Plain.Replace("= row_number", "= if(row_number == 30001, round(1 / (row_number - row_number), 0), row_number)", StringComparison.Ordinal), 50_000));
        Assert.False(Has("p") || Has("c"));
        Assert.True(Has("stays"));
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    public void A_server_killed_in_the_middle(Server server, LoadTransaction transaction)
    {
        On(server);
        CreateTables();
        DatabaseServer running = Running(server);
        Connection.Close();
        var e = Assert.Throws<ExportException>(() => Load(Plain, 200_000, new LoadOptions { Transaction = transaction, BatchSize = 10_000 }, p =>
        {
            if (p is { Table: "c", Rows: 40_960 })
                running.Crash();
        }));
        running.Restart();
        Connection.Open();
        (long parents, long children) = (Count("p"), Count("c"));
        if (transaction == LoadTransaction.All)
        {
            Assert.Equal((0, 0), (parents, children));
            Assert.Contains("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
        }
        else
        {
            // Whole batches; the last of them the server may have kept without an answer.
            Assert.Equal(200_000, parents);
            Assert.InRange(children, 40_000, 60_000);
            long told = e.Message.Contains("is not known", StringComparison.Ordinal) && !e.Message.Contains(FormattableString.Invariant($"to {children:N0};"), StringComparison.Ordinal) ? children - 10_000 : children;
            Assert.Contains(FormattableString.Invariant($"of c the rows 1 to {told:N0};"), e.Message, StringComparison.Ordinal);
            Assert.Equal(0, children % 10_000);
        }
    }

    [Theory]
    [InlineData(null, LoadTransaction.All)]
    [InlineData(null, LoadTransaction.Batch)]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    public void Row_900_000_is_not_unique(Server? server, LoadTransaction transaction)
    {
        OnAny(server);
        Run("CREATE TABLE t (code integer, CONSTRAINT code UNIQUE (code))");
        var e = Assert.Throws<ExportException>(() => Load(
            "schema S { table t { code: integer = if(row_number == 900_000, 1, row_number) } }", 1_000_000, new LoadOptions { Transaction = transaction, BatchSize = 100_000 }));
        Assert.Matches("duplicate key|Duplicate entry|UNIQUE constraint failed", e.Message);
        // The server names the row, or the rows are named that it was asked to take.
        Assert.Matches(server == Server.PostgreSql ? "row 900,000 of t" : "one of the rows 89[0-9],[0-9]{3} to 90[0-9],[0-9]{3} of t", e.Message);
        Assert.EndsWith(transaction == LoadTransaction.All ? "Nothing of this run was kept." : "Kept are of t the rows 1 to 800,000; nothing else of this run.", e.Message, StringComparison.Ordinal);
        Assert.Equal(transaction == LoadTransaction.All ? ["0|null"] : ["800000|800000"], Rows("SELECT count(*), max(code) FROM t"));
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All, "5,000")]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch, "1,000")]
    public void A_connection_that_is_lost_while_rows_are_to_be_kept(Server server, LoadTransaction transaction, string last)
    {
        On(server);
        Run("""
            CREATE TABLE t (code integer);
            CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER leaves AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION leave()
            """);
        var e = Assert.Throws<ExportException>(() => Load("schema S { table t { code: integer = row_number } }", 5000, new LoadOptions { Transaction = transaction, BatchSize = 1000 }));
        Assert.Contains("was lost while PostgreSQL was asked to keep the rows sent last", e.Message, StringComparison.Ordinal);
        Assert.EndsWith($"Whether of t the rows 1 to {last} were kept is not known; nothing else of this run was.", e.Message, StringComparison.Ordinal);
        Assert.Equal("Look what is there before you load again.", e.Advice);
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_connection_that_is_cut(Server server)
    {
        On(server);
        bool isCut = false;
        var e = Assert.Throws<ExportException>(() => Load(Plain, 100_000, default, p =>
        {
            if (p is not { Table: "c", Rows: > 20_000 } || isCut)
                return;
            isCut = true;
            if (server == Server.PostgreSql)
                Run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            else
                Run($"KILL {Rows("SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")[0]}");
        }));
        Assert.Contains("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
        Assert.False(Has("p") || Has("c"));
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    public async Task A_deadlock_of_which_the_load_is_the_victim(Server server, LoadTransaction transaction)
    {
        On(server);
        CreateTables();
        await using DbConnection other = Connect(Text);
        await other.OpenAsync();
        await using DbTransaction theirs = await other.BeginTransactionAsync();
        // PostgreSQL's victim is who looks first, MariaDB's who has written less.
        if (server == Server.PostgreSql)
            Execute("SET LOCAL deadlock_timeout = '1min'");
        else
            Execute($"INSERT INTO p (id) SELECT -1 - (a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n + 100000 * f.n) FROM {Numbers(10)} a, {Numbers(10)} b, {Numbers(10)} c, {Numbers(10)} d, {Numbers(10)} e, {Numbers(2)} f");
        Execute("INSERT INTO c (id, p_id, code) VALUES (-1, NULL, 30001)");
        // The other has c.code 30,001 and waits for 25,000, which the load has; the load comes to 30,001.
        Task? waiting = null;
        var options = new LoadOptions { OnConflict = ConflictAction.Ignore, Transaction = transaction, BatchSize = 16_384 };
        var e = Assert.Throws<ExportException>(() => Load(Plain, 50_000, options, p =>
        {
            if (p is { Table: "c", Rows: 28_672 })
                waiting = Task.Run(() => Execute("INSERT INTO c (id, p_id, code) VALUES (-2, NULL, 25000)"));
        }));
        // Theirs goes through.
        await waiting!;
        await theirs.RollbackAsync();
        Assert.Contains("deadlock", e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Load again: others were in the way.", e.Advice);
        Assert.EndsWith(transaction == LoadTransaction.All ? "Nothing of this run was kept." : "of c the rows 1 to 16,384; nothing else of this run.", e.Message, StringComparison.Ordinal);
        Assert.Equal(transaction == LoadTransaction.All ? (0, 0) : (50_000, 16_384), (Count("p"), Count("c")));

        void Execute(string sql)
        {
            using DbCommand command = other.CreateCommand();
            command.CommandText = sql;
            command.Transaction = theirs;
            command.ExecuteNonQuery();
        }

        static string Numbers(int count) => $"({string.Join(" UNION ALL ", Enumerable.Range(0, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"SELECT {n} AS n")))})";
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    public void A_wait_for_others_that_the_server_ends(Server server, LoadTransaction transaction)
    {
        On(server);
        CreateTables();
        Run(server == Server.PostgreSql ? $"ALTER DATABASE {Connection.Database} SET lock_timeout = '500ms'" : "SET GLOBAL innodb_lock_wait_timeout = 1");
        using DbConnection other = Connect(Text);
        other.Open();
        using DbTransaction theirs = other.BeginTransaction();
        using (DbCommand command = other.CreateCommand())
        {
            command.Transaction = theirs;
            command.CommandText = "INSERT INTO c (id, code) VALUES (-1, 25000)";
            command.ExecuteNonQuery();
        }

        var e = Assert.Throws<ExportException>(() => Load(Plain, 50_000, new LoadOptions { Transaction = transaction, BatchSize = 10_000 }));
        theirs.Rollback();
        // MariaDB itself takes back no more than the statement.
        Assert.Matches("lock timeout|Lock wait timeout", e.Message);
        Assert.Equal("Load again: others were in the way.", e.Advice);
        Assert.EndsWith(transaction == LoadTransaction.All ? "Nothing of this run was kept." : "of c the rows 1 to 20,000; nothing else of this run.", e.Message, StringComparison.Ordinal);
        Assert.Equal(transaction == LoadTransaction.All ? (0, 0) : (50_000, 20_000), (Count("p"), Count("c")));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Ctrl_C_in_the_middle_ends_it_and_leaves_nothing(Server server)
    {
        On(server);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Load(
            Plain,
            100_000,
            default,
            p =>
            {
                if (p is { Table: "c", Rows: > 20_000 })
                    stop.Cancel();
            },
            stop.Token));
        Assert.False(Has("p") || Has("c"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Ctrl_C_ends_a_wait_for_others(Server server)
    {
        On(server);
        CreateTables();
        using DbConnection other = Connect(Text);
        other.Open();
        using DbTransaction transaction = other.BeginTransaction();
        using (DbCommand command = other.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO c (id, code) VALUES (-1, 5)";
            command.ExecuteNonQuery();
        }

        using var stop = new CancellationTokenSource();
        Task run = Task.Run(() => Load(Plain, 20, default, p =>
        {
            if (p.Table == "p")
                stop.CancelAfter(TimeSpan.FromSeconds(1));
        }, stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => run.GetAwaiter().GetResult());
        transaction.Rollback();
        Assert.Equal((0, 0), (Count("p"), Count("c")));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Keys_that_do_not_hold_are_found_where_they_were_disabled(Server server)
    {
        On(server);
        Run("CREATE TABLE p (id integer PRIMARY KEY)");
        Run("CREATE TABLE c (id integer PRIMARY KEY, p_id integer, CONSTRAINT c_to_p FOREIGN KEY (p_id) REFERENCES p (id))");
        const string schema = "schema S { table c { id: integer primary_key  p_id: integer = 7 } }";
        var e = Assert.Throws<ExportException>(() => Load(schema, 5, new LoadOptions { DisableConstraints = true }));
        Assert.Contains("The foreign key c_to_p does not hold: 5 rows", e.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing of this run was kept", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, Count("c"));
        e = Assert.Throws<ExportException>(() => Load(schema, 5, new LoadOptions { DisableConstraints = true, Transaction = LoadTransaction.Table }));
        Assert.Contains("c_to_p does not hold", e.Message, StringComparison.Ordinal);
        Assert.Contains("of c the rows 1 to 5", e.Message, StringComparison.Ordinal);
        Assert.Equal(5, Count("c"));
        Run("DELETE FROM c");
        Run("INSERT INTO p (id) VALUES (7)");
        Load(schema, 5, new LoadOptions { DisableConstraints = true });
        Assert.ThrowsAny<DbException>(() => Run("INSERT INTO c (id, p_id) VALUES (9, 9)"));
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.PostgreSql, LoadTransaction.None)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.None)]
    public void Refused_rows_go_to_their_file_with_the_reason_and_all_others_in(Server server, LoadTransaction transaction)
    {
        On(server);
        CreateTables();
        Run("INSERT INTO c (id, code) VALUES (-1, 3)");
        string path = Folder["bad.ndjson"];
        IReadOnlyList<ExportResult> results = Load(Twice, 31_000, new LoadOptions { Transaction = transaction, BatchSize = 10_000, BadRowPath = path });
        Assert.Equal(30_998, results[1].Rows);
        Assert.Equal(30_999, Count("c"));
        JsonNode[] bad = [.. File.ReadAllLines(path).Select(l => JsonNode.Parse(l)!)];
        Assert.Equal([3, 30_001], bad.Select(b => (int)b["row"]!));
        Assert.All(bad, b => Assert.Contains("uplicate", (string)b["reason"]!, StringComparison.Ordinal));
        Assert.Equal(["c", "c"], bad.Select(b => (string)b["table"]!));
        Assert.Equal([3, 1], bad.Select(b => (int)b["values"]!["code"]!));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Thousands_of_rows_may_be_refused_within_one_transaction(Server server)
    {
        On(server);
        Run("CREATE TABLE c (id integer PRIMARY KEY, n integer, CHECK (n > 0))");
        Load("schema S { table c { id: integer primary_key  n: integer = row_number % 2 } }", 12_000, new LoadOptions { BadRowPath = Folder["bad.ndjson"] });
        Assert.Equal(6_000, Count("c"));
        Assert.Equal(6_000, File.ReadLines(Folder["bad.ndjson"]).Count());
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Rows_that_break_a_check_or_a_reference_or_are_too_long_are_refused_each_by_itself(Server server)
    {
        On(server);
        Run("CREATE TABLE q (id integer PRIMARY KEY)");
        Run("INSERT INTO q (id) VALUES (1)");
        Run("CREATE TABLE t (id integer PRIMARY KEY, q_id integer REFERENCES q (id), n integer, word varchar(3), CHECK (n < 10))");
        if (server == Server.MariaDb)
            Run("ALTER TABLE t ADD FOREIGN KEY (q_id) REFERENCES q (id)");
        Table table = Given.Table("id: integer primary_key\nq_id: integer\nn: integer\nword: string(9)");
        string path = Folder["bad.ndjson"];
        Load(new LoadOptions { BadRowPath = path }, Given.Batch(table, [1, 1, 1, "ok"], [2, 7, 1, "ok"], [3, 1, 11, "ok"], [4, 1, 1, "long"], [5, 1, 1, "ok"]));
        Assert.Equal(["1", "5"], Rows("SELECT id FROM t ORDER BY id"));
        Assert.Equal([2, 3, 4], File.ReadAllLines(path).Select(l => (int)JsonNode.Parse(l)!["row"]!));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Without_a_refused_row_there_is_no_file(Server server)
    {
        On(server);
        Load(Plain, 10, new LoadOptions { BadRowPath = Folder["bad.ndjson"] });
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder.Path));
        Assert.Equal(10, Count("c"));
    }

    private void CreateTables()
    {
        Run("CREATE TABLE p (id integer PRIMARY KEY)");
        Run("CREATE TABLE c (id integer PRIMARY KEY, p_id integer, code integer, CONSTRAINT code UNIQUE (code), FOREIGN KEY (p_id) REFERENCES p (id))");
    }
}
