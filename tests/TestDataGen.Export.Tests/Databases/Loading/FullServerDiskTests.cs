using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>A server whose disk fills up in the middle of a load.</summary>
public sealed class FullServerDiskTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private static readonly string Wide = $$"""
        schema S {
          table p { id: integer primary_key }
          table c { id: integer primary_key  p_id: integer references(p.id) as p  note: string(400) pattern("{{new string('?', 400)}}") }
        }
        """;

    [Theory]
    [OnServerWithSmallDisk(Server.PostgreSql, LoadTransaction.All)]
    [OnServerWithSmallDisk(Server.PostgreSql, LoadTransaction.Table)]
    [OnServerWithSmallDisk(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServerWithSmallDisk(Server.MariaDb, LoadTransaction.All)]
    [OnServerWithSmallDisk(Server.MariaDb, LoadTransaction.Table)]
    [OnServerWithSmallDisk(Server.MariaDb, LoadTransaction.Batch)]
    public void What_stays_is_what_was_asked_for_and_the_error_says_up_to_which_row(Server server, LoadTransaction transaction)
    {
        Running(server).SmallDiskMegabytes = 22;
        On(server);
        CreateTables(server);
        var e = Assert.Throws<ExportException>(() => Load(Wide, 50_000, new LoadOptions { Transaction = transaction, BatchSize = 2000 }));
        Assert.Contains(server == Server.PostgreSql ? "No space left on device" : "The table 'c' is full", e.Message, StringComparison.Ordinal);
        Assert.Equal("Make room on the server's disk, then load again.", e.Advice);
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
            default:
                Assert.Equal((50_000, 0), (parents, children % 2000));
                Assert.InRange(children, 2000, 48_000);
                Assert.EndsWith(FormattableString.Invariant($"of c the rows 1 to {children:N0}; nothing else of this run."), e.Message, StringComparison.Ordinal);
                Assert.Equal([children.ToString(System.Globalization.CultureInfo.InvariantCulture)], Rows("SELECT max(id) FROM c"));
                break;
        }

        // What was taken back makes room.
        DropTables();
        CreateTables(server);
        Load(Wide, 5000);
        Assert.Equal((5000, 5000), (Count("p"), Count("c")));
        DropTables();
    }

    private void DropTables()
    {
        Run("DROP TABLE c");
        Run("DROP TABLE p");
    }

    private void CreateTables(Server server)
    {
        string folder = Running(server).SmallDisk;
        string place = server == Server.PostgreSql ? "TABLESPACE small" : $"DATA DIRECTORY '{folder}'";
        if (server == Server.PostgreSql && Rows("SELECT spcname FROM pg_tablespace WHERE spcname = 'small'").Length == 0)
            Run($"CREATE TABLESPACE small LOCATION '{folder}'");
        Run($"CREATE TABLE p (id integer PRIMARY KEY) {place}");
        Run($"CREATE TABLE c (id integer PRIMARY KEY, p_id integer, note varchar(400), FOREIGN KEY (p_id) REFERENCES p (id)) {place}");
    }
}
