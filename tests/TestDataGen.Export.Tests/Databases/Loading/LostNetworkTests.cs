using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>A network that is lost in the middle of a load, for a moment or for good, with or without a word.</summary>
public sealed class LostNetworkTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private const string Plain = """
        schema S {
          table p { id: integer primary_key }
          table c { id: integer primary_key  p_id: integer references(p.id) as p  code: integer = row_number }
        }
        """;

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Lost_for_a_moment_nothing_stays_with_All(Server server)
    {
        using NetworkLine line = Through(server);
        ExportException e = Lose(new LoadOptions(), line.Cut);
        Assert.EndsWith("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
        Assert.False(Has("p") || Has("c"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Lost_for_good_with_All_no_row_stays_and_tables_that_may_stay_are_named(Server server)
    {
        using NetworkLine line = Through(server);
        ExportException e = Lose(new LoadOptions(), line.Dispose);
        Assert.Contains("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
        if (server == Server.PostgreSql)
        {
            Assert.EndsWith("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
            Assert.False(Has("p") || Has("c"));
        }
        else
        {
            Assert.EndsWith("The tables that it has created, p, c, may still be there, without rows: they could not be dropped.", e.Message, StringComparison.Ordinal);
            Assert.Equal((0, 0), (Count("p"), Count("c")));
        }
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void With_Batch_whole_batches_stay_and_the_error_says_up_to_which_row(Server server)
    {
        using NetworkLine line = Through(server);
        ExportException e = Lose(new LoadOptions { Transaction = LoadTransaction.Batch, BatchSize = 10_000 }, line.Cut);
        AssertWholeBatches(e);
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    public void Silent_it_is_given_up_after_the_time_that_a_statement_may_take(Server server, LoadTransaction transaction)
    {
        using NetworkLine line = Through(server);
        CreateTables();
        ExportException e = Lose(new LoadOptions { Transaction = transaction, BatchSize = 10_000, Timeout = 4 }, line.FallSilent);
        // The server has not heard of it.
        line.Dispose();
        if (transaction == LoadTransaction.Batch)
        {
            AssertWholeBatches(e);
            return;
        }

        Assert.Contains("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (Count("p"), Count("c")));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Ctrl_C_ends_a_wait_for_a_silent_network(Server server)
    {
        using NetworkLine line = Through(server);
        CreateTables();
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Load(
            Plain,
            200_000,
            default,
            p =>
            {
                if (p is not { Table: "c", Rows: 40_960 })
                    return;
                line.FallSilent();
                stop.CancelAfter(TimeSpan.FromSeconds(1));
            },
            stop.Token));
        line.Dispose();
        Assert.Equal((0, 0), (Count("p"), Count("c")));
    }

    // A new database, to which loads go through a line that can be broken, and the test's own look does not.
    private NetworkLine Through(Server server)
    {
        On(server);
        var line = new NetworkLine(Running(server).Port);
        string text = Text.Replace(FormattableString.Invariant($"Port={Running(server).Port}"), FormattableString.Invariant($"Port={line.Port};{(server == Server.PostgreSql ? "Timeout" : "Connection Timeout")}=2"), StringComparison.Ordinal);
        Target = DatabaseTarget.FromConnectionString(text, Target.Provider.Name);
        return line;
    }

    private ExportException Lose(LoadOptions options, Action lose) => Assert.Throws<ExportException>(() => Load(Plain, 200_000, options, p =>
    {
        if (p is { Table: "c", Rows: 40_960 })
            lose();
    }));

    private void AssertWholeBatches(ExportException e)
    {
        (long parents, long children) = (Count("p"), Count("c"));
        Assert.Equal((200_000, 0), (parents, children % 10_000));
        Assert.InRange(children, 40_000, 60_000);
        // What the server was asked to keep when the network was lost it may have kept.
        bool isUnsure = e.Message.Contains(FormattableString.Invariant($"whether of c the rows {children - 9_999:N0} to {children:N0} were kept, too, is not known"), StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"of c the rows 1 to {(isUnsure ? children - 10_000 : children):N0};"), e.Message, StringComparison.Ordinal);
    }

    private void CreateTables()
    {
        Run("CREATE TABLE p (id integer PRIMARY KEY)");
        Run("CREATE TABLE c (id integer PRIMARY KEY, p_id integer, code integer, FOREIGN KEY (p_id) REFERENCES p (id))");
    }
}
