using System.Data.Common;
using System.Text.Json.Nodes;
using TestDataGen.Generation;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Several tables at the same time: the same rows, the same errors, and nobody who works on when the others have stopped.</summary>
public sealed class ParallelLoadTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    // Two that hang on one, one that hangs on both, and one on its own; and a circle.
    private const string Diamond = """
        schema S {
          table top   { id: integer primary_key  name: string(20) }
          table left  { id: integer primary_key  top_id: integer references(top.id) as t  n: integer }
          table right { id: integer primary_key  top_id: integer references(top.id) as t  prior: integer nullable references(right.id) as r }
          table foot  { id: integer primary_key  left_id: integer references(left.id) as l  right_id: integer references(right.id) as r  told: string(40) = "{l.n} {r.id}" }
          table alone { id: integer primary_key  day: date }
          table team   { id: integer primary_key  captain: integer nullable references(player.id) as cap }
          table player { id: integer primary_key  team_id: integer references(team.id) as t }
        }
        """;

    private const string Pair = """
        schema S {
          table a { code: integer = if(row_number == 30_001, 1, row_number) }
          table b { code: integer = row_number }
        }
        """;

    private static readonly LoadOptions Four = new() { Parallel = 4, Transaction = LoadTransaction.Table };

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void The_rows_are_those_of_a_load_of_one_table_after_the_other(Server server)
    {
        On(server);
        Load(Diamond, 10_000);
        string[][] before = All();
        foreach (LoadOptions options in (LoadOptions[])[Four, Four with { Transaction = LoadTransaction.Batch, BatchSize = 3000 }, Four with { Transaction = LoadTransaction.None }, Four with { DisableConstraints = true }, Four with { OnConflict = ConflictAction.Ignore }])
        {
            // Into tables that it creates, and into those, with the keys in force.
            On(server);
            foreach (bool truncate in (bool[])[false, true])
            {
                IReadOnlyList<ExportResult> results = Load(Diamond, 10_000, options with { Truncate = truncate });
                Assert.Equal(before, All());
                Assert.ThrowsAny<DbException>(() => Run("UPDATE foot SET left_id = -1 WHERE id = 1"));
                Assert.ThrowsAny<DbException>(() => Run("UPDATE team SET captain = -1 WHERE id = 1"));
                Assert.ThrowsAny<DbException>(() => Run("UPDATE player SET team_id = -1 WHERE id = 1"));
                Assert.All(results, r => Assert.Equal(10_000, r.Rows));
            }
        }
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_table_that_has_to_wait_holds_up_no_other(Server server)
    {
        On(server);
        CreateTables(server);
        using DbConnection other = Connect(Text);
        other.Open();
        DbTransaction? theirs = Hold(other, "a", 7);
        Load(Pair, 20_000, Four, p =>
        {
            // The load of a goes on when that of b is whole.
            if (p is { Table: "b", Rows: 20_000 })
                theirs.Rollback();
        });
        Assert.Equal((20_000, 20_000), (Count("a"), Count("b")));
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.Table)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.Table)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    public void The_first_error_stops_the_others(Server server, LoadTransaction transaction)
    {
        On(server);
        CreateTables(server);
        using DbConnection other = Connect(Text);
        other.Open();
        using DbTransaction theirs = Hold(other, "b", 15_000);
        var e = Assert.Throws<ExportException>(() => Load(Pair, 50_000, Four with { Transaction = transaction, BatchSize = 10_000 }));
        theirs.Rollback();
        Assert.Matches("duplicate key|Duplicate entry", e.Message);
        Assert.Contains(" of a: ", e.Message, StringComparison.Ordinal);
        // How far the others have come by then is a matter of time: one waits for what the other session holds.
        long ofB = Count("b");
        Assert.Contains(ofB, transaction == LoadTransaction.Table ? [0L] : new[] { 0L, 10_000L });
        Assert.Equal(transaction == LoadTransaction.Table ? 0 : 30_000, Count("a"));
        Assert.EndsWith(
            transaction == LoadTransaction.Table ? "Nothing of this run was kept." : $"Kept are of a the rows 1 to 30,000{(ofB == 0 ? "" : ", of b the rows 1 to 10,000")}; nothing else of this run.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Ctrl_C_stops_all(Server server)
    {
        On(server);
        CreateTables(server);
        using DbConnection other = Connect(Text);
        other.Open();
        using DbTransaction theirs = Hold(other, "a", 7);
        using (DbCommand command = other.CreateCommand())
        {
            command.Transaction = theirs;
            command.CommandText = "INSERT INTO b (code) VALUES (7)";
            command.ExecuteNonQuery();
        }

        using var stop = new CancellationTokenSource();
        stop.CancelAfter(TimeSpan.FromSeconds(1));
        Assert.ThrowsAny<OperationCanceledException>(() => Load(Pair, 50_000, Four, stop: stop.Token));
        theirs.Rollback();
        Assert.Equal((0, 0), (Count("a"), Count("b")));
        string sessions = server == Server.PostgreSql ? "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()" : "SELECT count(*) FROM information_schema.processlist WHERE db = DATABASE()";
        Assert.True(SpinWait.SpinUntil(() => Rows(sessions)[0] == "2", TimeSpan.FromSeconds(30)), "A connection of the load is still there.");
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Who_is_told_of_the_progress_may_stop_it_by_an_error(Server server)
    {
        On(server);
        CreateTables(server);
        using DbConnection other = Connect(Text);
        other.Open();
        using DbTransaction theirs = Hold(other, "b", 15_000);
        Assert.Throws<FormatException>(() => Load(Pair, 30_000, Four, p => throw new FormatException()));
        theirs.Rollback();
        Assert.Equal(0, Count("b"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_value_that_can_not_be_made_stops_the_others(Server server)
    {
        On(server);
        var e = Assert.Throws<GenerationException>(() => Load(Pair.Replace("if(row_number == 30_001, 1, row_number)", "if(row_number == 30_001, round(1 / (row_number - row_number), 0), row_number)", StringComparison.Ordinal), 5_000_000, Four));
        Assert.Contains("a.code, row 30001", e.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (Count("a"), Count("b")));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_server_killed_in_the_middle_has_whole_batches_of_each_table(Server server)
    {
        On(server);
        CreateTables(server);
        DatabaseServer running = Running(server);
        Connection.Close();
        var e = Assert.Throws<ExportException>(() => Load(Pair.Replace("30_001", "-1", StringComparison.Ordinal), 300_000, Four with { Transaction = LoadTransaction.Batch, BatchSize = 10_000 }, p =>
        {
            if (p is { Table: "b", Rows: 40_960 })
                running.Crash();
        }));
        running.Restart();
        Connection.Open();
        foreach (string table in (string[])["a", "b"])
        {
            long rows = Count(table);
            Assert.Equal(0, rows % 10_000);
            // What the server was asked to keep when it died it may have kept.
            string kept = FormattableString.Invariant($"of {table} the rows 1 to {rows:N0}");
            string perhaps = FormattableString.Invariant($"of {table} the rows {rows - 9_999:N0} to {rows:N0}");
            Assert.True(e.Message.Contains(kept, StringComparison.Ordinal) || e.Message.Contains(perhaps, StringComparison.Ordinal) || rows == 0, $"{table} has {rows} rows. {e.Message}");
        }
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Refused_rows_of_all_tables_go_to_one_file(Server server)
    {
        On(server);
        CreateTables(server);
        Run("INSERT INTO b (code) VALUES (3)");
        string path = Folder["bad.ndjson"];
        Load(Pair, 31_000, Four with { BadRowPath = path });
        string[] bad = [.. File.ReadAllLines(path).Select(l => JsonNode.Parse(l)!).Select(b => $"{b["table"]} {b["row"]}").Order(StringComparer.Ordinal)];
        Assert.Equal(["a 30001", "b 3"], bad);
        Assert.Equal((30_999, 31_000), (Count("a"), Count("b")));
    }

    [ServerFact(Server.PostgreSql)]
    public void Progress_is_told_on_the_calling_thread_of_each_table_from_its_first_row_to_its_last()
    {
        On(Server.PostgreSql);
        int caller = Environment.CurrentManagedThreadId;
        var rows = new Dictionary<string, List<long>>();
        Load(Diamond, 10_000, Four, p =>
        {
            Assert.Equal(caller, Environment.CurrentManagedThreadId);
            if (p.Finishing is not null)
                return;
            Assert.Equal(10_000, p.TotalRows);
            if (!rows.TryGetValue(p.Table, out List<long>? told))
                rows.Add(p.Table, told = []);
            told.Add(p.Rows);
        });
        Assert.Equal(7, rows.Count);
        Assert.All(rows.Values, told => Assert.Equal([4096, 8192, 10_000], told));
    }

    [Fact]
    public void What_can_not_be_done_at_the_same_time_is_refused()
    {
        var e = Assert.Throws<ExportException>(() => new DatabaseSink(DatabaseTarget.FromConnectionString("Host=db", "postgres"), new LoadOptions { Parallel = 2 }));
        Assert.Contains("no transaction goes over several", e.Message, StringComparison.Ordinal);
        Assert.Contains("-Transaction Table, Batch or None", e.Advice, StringComparison.Ordinal);
        e = Assert.Throws<ExportException>(() => new DatabaseSink(DatabaseTarget.FromConnectionString("Data Source=x.db", "sqlite"), Four));
        Assert.Contains("SQLite takes one writer at a time", e.Message, StringComparison.Ordinal);
        using var open = new Npgsql.NpgsqlConnection("Host=db");
        e = Assert.Throws<ExportException>(() => new DatabaseSink(DatabaseTarget.FromConnection(open), Four));
        Assert.Contains("takes the rows of one table at a time", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_server_that_has_no_connection_left_is_known_before_anything_is_written(Server server)
    {
        On(server);
        if (server == Server.PostgreSql)
        {
            Run($"ALTER DATABASE {Connection.Database} CONNECTION LIMIT 2; CREATE ROLE few LOGIN; GRANT ALL ON SCHEMA public TO few");
            Text = Text.Replace("Username=postgres", "Username=few", StringComparison.Ordinal);
        }
        else
        {
            Run($"CREATE USER few WITH MAX_USER_CONNECTIONS 2");
            Run($"GRANT ALL ON {Connection.Database}.* TO few");
            Text = Text.Replace("User ID=root", "User ID=few", StringComparison.Ordinal);
        }

        Target = DatabaseTarget.FromConnectionString(Text, Target.Provider.Name);
        var e = Assert.Throws<ExportException>(() => Load(Pair, 10, Four));
        Assert.Contains("Nothing was written.", e.Message, StringComparison.Ordinal);
        Assert.False(Has("a") || Has("b"));
    }

    private string[][] All() =>
        [.. new[] { "top", "left", "right", "foot", "alone", "team", "player" }.Select(t => Rows($"SELECT * FROM {Dialect.Quote(t)} ORDER BY id"))];

    private void CreateTables(Server server)
    {
        // Nobody waits for ever where tables are not loaded at the same time.
        Run(server == Server.PostgreSql ? $"ALTER DATABASE {Connection.Database} SET lock_timeout = '20s'" : "SET GLOBAL innodb_lock_wait_timeout = 20");
        Run("CREATE TABLE a (code integer UNIQUE)");
        Run("CREATE TABLE b (code integer UNIQUE)");
    }

    // Whoever brings that code, too, waits until the transaction is over.
    private static DbTransaction Hold(DbConnection other, string table, int code)
    {
        DbTransaction theirs = other.BeginTransaction();
        using DbCommand command = other.CreateCommand();
        command.Transaction = theirs;
        command.CommandText = FormattableString.Invariant($"INSERT INTO {table} (code) VALUES ({code})");
        command.ExecuteNonQuery();
        return theirs;
    }
}
