using System.Data.Common;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Rows into databases: every value, every name, tables of one's own and tables that are there.</summary>
public sealed class LoadTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private const string Shop = """
        schema Shop {
          table p { id: integer primary_key  code: string(20) unique = "c{id}" }
          table c { id: integer primary_key  p_id: integer references(p.id) as p  n: integer }
        }
        """;

    // A team has a captain, who is in a team.
    private const string Circle = """
        schema Circle {
          table team   { id: integer primary_key  captain: integer nullable references(player.id) as cap  name: string(20) }
          table player { id: integer primary_key  team_id: integer references(team.id) as t  coach: integer nullable references(player.id) as co }
        }
        """;

    [Theory]
    [OnServer(Server.PostgreSql, ConflictAction.Error)]
    [OnServer(Server.PostgreSql, ConflictAction.Ignore)]
    [OnServer(Server.MariaDb, ConflictAction.Error)]
    [OnServer(Server.MariaDb, ConflictAction.Ignore)]
    public void Awkward_values_come_back_as_they_were(Server server, ConflictAction conflict)
    {
        On(server);
        Load(new LoadOptions { OnConflict = conflict }, AwkwardRows.Batch);
        if (server == Server.PostgreSql)
        {
            ReadBack.AssertRows(
                Connection,
                "SELECT * FROM t ORDER BY id",
                AwkwardRows.Batch,
                PostgreSqlScriptTests.Read,
                (field, value) => field.Type.Kind == TypeKind.Json ? PostgreSqlScriptTests.Compact(value) : ReadBack.Microseconds(value));
        }
        else
        {
            string columns = string.Join(", ", AwkwardRows.Table.Fields.Select(f => f.Type.Kind == TypeKind.Float ? $"CAST({f.Name} AS DOUBLE)" : f.Name));
            ReadBack.AssertRows(Connection, $"SELECT {columns} FROM t ORDER BY id", AwkwardRows.Batch, MariaDbScriptTests.Read, (_, value) => ReadBack.Microseconds(value));
        }
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Awkward_names_are_names(Server server)
    {
        On(server);
        Schema schema = AwkwardNames.Schema();
        Load(schema, AwkwardNames.Rows);
        AwkwardNames.AssertTables(Connection, schema, Dialect);
        // And once more into tables that are there.
        Load(schema, AwkwardNames.Rows, new LoadOptions { Truncate = true, CreateTable = TableCreation.Never });
        AwkwardNames.AssertTables(Connection, schema, Dialect);
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_name_that_is_an_attack_is_a_name(Server server)
    {
        On(server);
        Run("CREATE TABLE y (a integer)");
        Load("schema S { table `x\"; drop table y; --` { `id\"); drop table y; --`: integer primary_key } table `x``; drop table y; --` { id: integer } }", 3);
        Assert.True(Has("y"));
        Assert.Equal(3, Count(Dialect.Quote("x\"; drop table y; --")));
        Assert.Equal(3, Count(Dialect.Quote("x`; drop table y; --")));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Keys_and_defaults_of_any_measure_are_taken(Server server)
    {
        On(server);
        Load(AwkwardSchemas.Keys(), 50);
        Assert.Equal(50, Count("child"));
        Assert.Equal(50, Count("wide"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Many_batches_are_all_there_with_their_keys_in_force(Server server)
    {
        On(server);
        IReadOnlyList<ExportResult> results = Load(Shop, 300_000);
        Assert.Equal([("p", 300_000L), ("c", 300_000L)], results.Select(r => (r.Table, r.Rows)));
        Assert.Equal(300_000, Count("p"));
        Assert.Equal(300_000, Count("c"));
        Assert.Empty(Warnings);
        Assert.ThrowsAny<DbException>(() => Run("INSERT INTO c (id, p_id, n) VALUES (-1, -1, 1)"));
        Assert.ThrowsAny<DbException>(() => Run("INSERT INTO p (id, code) VALUES (-1, 'c1')"));
        Assert.EndsWith(".c", results[1].Destination, StringComparison.Ordinal);
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Tables_in_a_circle_refer_to_each_other(Server server)
    {
        On(server);
        // Created, with the keys behind the rows; and into tables that are there, with one side of the circle set in the end.
        foreach (LoadOptions options in (LoadOptions[])[new(), new() { Truncate = true }, new() { Truncate = true, DisableConstraints = true }, new() { Truncate = true, Transaction = LoadTransaction.Batch, BatchSize = 1000 }])
        {
            Load(Circle, 9000, options);
            Assert.Equal(9000, Count("team t JOIN player p ON p.team_id = t.id"));
            Assert.Equal("0", Rows("SELECT count(*) FROM team WHERE captain IS NOT NULL AND NOT EXISTS (SELECT 1 FROM player WHERE player.id = captain)")[0]);
            Assert.NotEqual("0", Rows("SELECT count(*) FROM team WHERE captain IS NOT NULL")[0]);
            Assert.NotEqual("0", Rows("SELECT count(*) FROM player WHERE coach IS NOT NULL")[0]);
            Assert.ThrowsAny<DbException>(() => Run("UPDATE team SET captain = -1 WHERE id = 1"));
            Assert.ThrowsAny<DbException>(() => Run("UPDATE player SET team_id = -1 WHERE id = 1"));
        }
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Rows_are_the_same_whichever_way_a_circle_is_closed(Server server)
    {
        On(server);
        const string all = "SELECT t.id, t.captain, t.name, p.team_id, p.coach FROM team t JOIN player p ON p.id = t.id ORDER BY t.id";
        Load(Circle, 5000);
        string[] first = Rows(all);
        Load(Circle, 5000, new LoadOptions { Truncate = true });
        Assert.Equal(first, Rows(all));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Rows_of_a_pipeline_create_their_tables_as_they_come(Server server)
    {
        On(server);
        Schema schema = Given.Schema(Shop);
        RowBatch parents = Given.Batch(schema.Tables[0], [1, "a"], [2, "b"]);
        RowBatch children = Given.Batch(schema.Tables[1], [1, 2, 7]);
        RowBatch more = Given.Batch(schema.Tables[0], [3, "c"]);
        Load(default, parents, children, more, Given.Batch(schema.Tables[1], [2, 3, 8]));
        Assert.Equal(["1|2|7", "2|3|8"], Rows("SELECT * FROM c ORDER BY id"));
        Assert.Equal(3, Count("p"));
        Assert.ThrowsAny<DbException>(() => Run("INSERT INTO c (id, p_id, n) VALUES (3, 9, 1)"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_child_without_its_parents_table_is_created_without_the_key_and_says_so(Server server)
    {
        On(server);
        Plan plan = Plan.Create(Given.Schema(Shop), new PlanOptions { Count = 10, Tables = ["c"] });
        using var sink = new DatabaseSink(Target);
        Exporter.Run(plan, sink, 1);
        Assert.Contains("without its foreign key to p", Assert.Single(sink.Warnings), StringComparison.Ordinal);
        Assert.Equal(10, Count("c"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Truncate_takes_the_old_rows_with_the_new_ones(Server server)
    {
        On(server);
        Load(Shop, 20);
        Load(Shop, 10, new LoadOptions { Truncate = true });
        Assert.Equal((10, 10), (Count("p"), Count("c")));
        // The old ones are back where the new ones fail.
        Assert.Throws<ExportException>(() => Load(Shop.Replace("= \"c{id}\"", "nullable = if(id == 7, \"c1\", \"c{id}\")", StringComparison.Ordinal).Replace(" unique", "", StringComparison.Ordinal), 10, new LoadOptions { Truncate = true }));
        Assert.Equal((10, 10), (Count("p"), Count("c")));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Rows_that_are_there_are_an_error_or_stay_or_are_updated(Server server)
    {
        On(server);
        const string schema = "schema S { table t { id: integer primary_key sequence  word: string(20) = \"new\" } }";
        Run("CREATE TABLE t (id integer PRIMARY KEY, word varchar(20) NOT NULL)");
        Run("INSERT INTO t (id, word) VALUES (2, 'old'), (9, 'old')");
        Assert.Contains("Nothing of this run was kept", Assert.Throws<ExportException>(() => Load(schema, 3)).Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(Load(schema, 3, new LoadOptions { OnConflict = ConflictAction.Ignore })).Rows);
        Assert.Equal(["1|new", "2|old", "3|new", "9|old"], Rows("SELECT * FROM t ORDER BY id"));
        Assert.Equal(4, Assert.Single(Load(schema, 4, new LoadOptions { OnConflict = ConflictAction.Update })).Rows);
        Assert.Equal(["1|new", "2|new", "3|new", "4|new", "9|old"], Rows("SELECT * FROM t ORDER BY id"));
    }

    [Theory]
    [OnServer(Server.PostgreSql, "CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n integer NOT NULL, twice integer GENERATED ALWAYS AS (n * 2) STORED, made timestamp NOT NULL DEFAULT now())")]
    [OnServer(Server.PostgreSql, "CREATE SEQUENCE s; CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('s'), n integer NOT NULL, twice integer GENERATED ALWAYS AS (n * 2) STORED)")]
    [OnServer(Server.PostgreSql, "CREATE TABLE t (id serial PRIMARY KEY, n smallint NOT NULL, twice integer GENERATED ALWAYS AS (n * 2) STORED)")]
    [OnServer(Server.MariaDb, "CREATE TABLE t (id integer AUTO_INCREMENT PRIMARY KEY, n smallint NOT NULL, twice integer AS (n * 2) STORED, made timestamp NOT NULL DEFAULT now())")]
    public void The_servers_own_numbers_go_on_behind_the_keys_that_were_loaded(Server server, string create)
    {
        On(server);
        Run(create);
        const string schema = "schema S { table t { id: bigint primary_key sequence  n: integer between(1, 9)  twice: integer } }";
        Load(schema, 100);
        Run("INSERT INTO t (n) VALUES (1)");
        Assert.Equal(["101|1|2"], Rows("SELECT id, n, twice FROM t ORDER BY id DESC LIMIT 1"));
        // By INSERT statements; and a number that was given out is not given again.
        Load(schema, 101, new LoadOptions { Truncate = true, OnConflict = ConflictAction.Ignore });
        Run("INSERT INTO t (n) VALUES (1)");
        Assert.Equal(["102|1|2"], Rows("SELECT id, n, twice FROM t ORDER BY id DESC LIMIT 1"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Fewer_rows_than_before_do_not_take_numbers_back(Server server)
    {
        On(server);
        Run(server == Server.PostgreSql ? "CREATE TABLE t (id serial PRIMARY KEY, n integer)" : "CREATE TABLE t (id integer AUTO_INCREMENT PRIMARY KEY, n integer)");
        for (int i = 0; i < 20; i++)
            Run("INSERT INTO t (n) VALUES (1)");
        Run("DELETE FROM t");
        Load("schema S { table t { id: integer primary_key sequence  n: integer } }", 5);
        Run("INSERT INTO t (n) VALUES (1)");
        Assert.Equal(["21"], Rows("SELECT max(id) FROM t"));
    }

    [ServerFact(Server.PostgreSql)]
    public void Columns_of_PostgreSQLs_other_types_are_filled_from_text()
    {
        On(Server.PostgreSql);
        Run("""
            CREATE TYPE mood AS ENUM ('sad', 'it''s ok'); CREATE DOMAIN cents AS numeric(8, 2) CHECK (VALUE >= 0); CREATE DOMAIN deep AS cents;
            CREATE TABLE a (m mood, c cents, i integer, s smallint, j json, when_ timestamptz, n numeric, ch char(4));
            CREATE TABLE b (ip inet, r int4range, arr text[], d deep, i integer, bits bit(3), m mood, t text, raw bytea, at timestamptz, f double precision, ok boolean)
            """);
        Schema schema = Given.Schema("""
            schema S {
              table a { m: string(10) c: decimal(8, 2) i: integer s: bigint j: string(20) when_: datetime n: bigint ch: string(4) }
              table b { ip: string(20) r: string(10) arr: string(20) d: decimal(8, 2) i: bigint bits: string(3) m: string(8) t: text raw: binary(3) at: timestamp f: double ok: boolean }
            }
            """);
        Load(
            default,
            Given.Batch(schema.Tables[0], ["it's ok", 1.5m, -7, 8L, "[1]", new DateTime(2024, 1, 2, 3, 4, 5), 12345678901234L, "ab"]),
            Given.Batch(schema.Tables[1], ["10.0.0.1", "[1,5)", "{a,\"b\\\"c\"}", 2.25m, 9L, "101", "sad", "tab\there \\ \n", new byte[] { 1, 92, 255 }, new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), 0.1, true]));
        Run("SET TIME ZONE 'UTC'");
        Assert.Equal(["it's ok|1.50|-7|8|[1]|2024-01-02 03:04:05+00|12345678901234|ab  "], Rows("SELECT m::text, c, i, s, j, when_::text, n, ch FROM a"));
        Assert.Equal(["10.0.0.1/32|[1,5)|{a,\"b\\\"c\"}|2.25|9|101|sad|tab\there \\ \n|\\x015cff|2024-01-02 03:04:05+00|0.1|true"], Rows("SELECT ip::text, r::text, arr::text, d, i, bits::text, m::text, t, raw::text, at::text, f::text, ok::text FROM b"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_table_that_differs_is_refused_before_anything_is_written(Server server)
    {
        On(server);
        Run("CREATE TABLE p (id integer PRIMARY KEY, other varchar(9))");
        Assert.Contains("has no column code. It has: id, other", Assert.Throws<ExportException>(() => Load(Shop, 5, new LoadOptions { Truncate = true })).Message, StringComparison.Ordinal);
        Run("ALTER TABLE p ADD code varchar(20), ADD must integer NOT NULL");
        Assert.Contains("has a column must that takes no null", Assert.Throws<ExportException>(() => Load(Shop, 5)).Message, StringComparison.Ordinal);
        Assert.False(Has("c"));
        Run("ALTER TABLE p DROP must");
        Assert.Contains("has no table", Assert.Throws<ExportException>(() => Load(Shop, 5, new LoadOptions { CreateTable = TableCreation.Never })).Message, StringComparison.Ordinal);
        Load(Shop, 5);
        Assert.Equal(5, Count("p"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void What_would_be_done_is_told_and_not_done(Server server)
    {
        On(server);
        Run("CREATE TABLE p (id integer PRIMARY KEY, code varchar(20))");
        Run("INSERT INTO p (id, code) VALUES (1, 'mine')");
        Plan plan = Plan.Create(Given.Schema(Shop), new PlanOptions { Count = 5 });
        using (var sink = new DatabaseSink(Target, new LoadOptions { Truncate = true }))
        {
            IReadOnlyList<string> statements = sink.Explain(plan);
            Assert.Contains(statements, s => s.StartsWith("CREATE TABLE", StringComparison.Ordinal) && s.Contains("p_id", StringComparison.Ordinal));
            Assert.Contains(statements, s => s.StartsWith(server == Server.PostgreSql ? "TRUNCATE" : "DELETE", StringComparison.Ordinal));
            Assert.Contains(statements, s => s.EndsWith("-- 5 rows", StringComparison.Ordinal));
        }

        Assert.False(Has("c"));
        Assert.Equal(["1|mine"], Rows("SELECT * FROM p"));
    }
}
