using MySqlConnector;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Rows go into MariaDB by <c>LOAD DATA LOCAL</c> where both sides allow it, and by <c>INSERT</c> where not.</summary>
public sealed class LocalInfileTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private const string Schema = "schema S { table t { id: bigint primary_key  name: string(20) } }";

    [ServerFact(Server.MariaDb)]
    public void Rows_are_loaded_as_both_sides_allow()
    {
        On(Server.MariaDb);
        Assert.Equal(1, LoadsDuring(Target));
        // The user's word.
        Assert.Equal(0, LoadsDuring(DatabaseTarget.FromConnectionString(Text + ";AllowLoadLocalInfile=false", "mysql")));
        Assert.Equal(0, LoadsDuring(DatabaseTarget.FromConnectionString(Text + ";Allow Load Local Infile=False", "mysql")));
        Assert.Equal(1, LoadsDuring(DatabaseTarget.FromConnectionString(Text + ";AllowLoadLocalInfile=true", "mysql")));
        // Also where it was saved.
        (SavedConnection saved, _) = DatabaseTarget.FromConnectionString(Text + ";AllowLoadLocalInfile=false", "mysql").ToSaved("x", null);
        Assert.Equal(0, LoadsDuring(DatabaseTarget.FromSaved(saved)));
        // The server's word.
        Run("SET GLOBAL local_infile = 0");
        Assert.Equal(0, LoadsDuring(Target));
        Run("SET GLOBAL local_infile = 1");
        // A connection of one's own is used as it is.
        using var open = new MySqlConnection(Text);
        Assert.Equal(0, LoadsDuring(DatabaseTarget.FromConnection(open)));
    }

    [ServerFact(Server.MariaDb)]
    public void What_only_reads_allows_the_server_no_files()
    {
        On(Server.MariaDb);
        Assert.False(Allows(Target.OpenToRead(new LoadOptions(), CancellationToken.None)));
        Assert.True(Allows(Target.Open(new LoadOptions(), CancellationToken.None)));

        static bool Allows(Database database)
        {
            using (database)
                return new MySqlConnectionStringBuilder(database.Connection.ConnectionString).AllowLoadLocalInfile;
        }
    }

    private long LoadsDuring(DatabaseTarget target)
    {
        long before = Loads();
        using (var sink = new DatabaseSink(target, new LoadOptions { Truncate = true }))
            Exporter.Run(Generation.Plan.Create(Given.Schema(Schema), new Generation.PlanOptions { Count = 50 }), sink, 1);
        Assert.Equal(50, Count("t"));
        return Loads() - before;
    }

    private long Loads() => long.Parse(Rows("SHOW GLOBAL STATUS LIKE 'Com_load'")[0].Split('|')[1], System.Globalization.CultureInfo.InvariantCulture);
}
