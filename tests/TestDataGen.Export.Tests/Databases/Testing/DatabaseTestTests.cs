using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Each constraint that is broken in a database is found there, and none that is not.</summary>
public sealed class DatabaseTestTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private const string Shop = """
        enum Level { low, high }
        schema Shop {
          table p {
            id: integer primary_key
            code: string(8) unique = "c{id}"
            level: Level
            age: integer between(18, 99)
            born: date between(2000-01-01, 2001-12-31) nullable
            note: string(20) nullable one_of("short")
          }
          table c { a: integer unique sequence  b: integer sequence(101)  low: integer between(0, 5)  high: integer between(6, 9)
            primary_key(a, b)
            check low < high
          }
          table d {
            id: integer primary_key
            p_id: integer nullable(20%) references(p.id) as p
            c_a: integer
            c_b: integer
            x: integer nullable
            references(c_a, c_b -> c.a, b) as c
            unique(id, x)
            check length("{p.code}") < 9
          }
        }
        """;

    // Tables of somebody who declares nothing: here every constraint can be broken.
    private const string Loose = """
        CREATE TABLE p (id integer, code varchar(50), level varchar(10), age integer, born date, note varchar(50));
        CREATE TABLE c (a integer, b integer, low integer, high integer);
        CREATE TABLE d (id integer, p_id integer, c_a integer, c_b integer, x integer);
        """;

    private const int RowsEach = 30;

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void What_was_loaded_is_as_its_schema_says(Server? server)
    {
        OnAny(server);
        Load(Shop, RowsEach);
        IReadOnlyList<ConstraintResult> results = Test(Given.Schema(Shop), RowsEach);
        Assert.DoesNotContain(results, r => r.IsMet == false);
        // A parent's field can't be asked for, and it is said.
        ConstraintResult unasked = Assert.Single(results, r => r.IsMet is null);
        Assert.Equal(ConstraintKind.Check, unasked.Kind);
        Assert.NotEqual("", unasked.Note);
        Assert.Equal(
            [ConstraintKind.NotNull, ConstraintKind.PrimaryKey, ConstraintKind.Unique, ConstraintKind.ForeignKey, ConstraintKind.Values, ConstraintKind.Check, ConstraintKind.Rows],
            results.Select(r => r.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Every_broken_constraint_is_found_and_no_other(Server? server)
    {
        OnAny(server);
        Run(Loose);
        Load(Shop, RowsEach, new LoadOptions { CreateTable = TableCreation.Never });
        Schema schema = Given.Schema(Shop);
        Assert.DoesNotContain(Test(schema, RowsEach), r => r.IsMet == false);

        Broken("UPDATE p SET age = NULL WHERE id IN (3, 4)", ConstraintKind.NotNull, "age is not null", 2, ["3", "4"]);
        Broken("UPDATE p SET code = 'c7' WHERE id = 8", ConstraintKind.Unique, "unique (code)", 1, ["c7"]);
        Broken("UPDATE p SET age = 17 WHERE id = 5", ConstraintKind.Values, "age is between 18 and 99", 1, ["5"]);
        Broken("UPDATE p SET level = 'middle' WHERE id = 5", ConstraintKind.Values, "level is a value of Level", 1, ["5"]);
        Broken("UPDATE p SET born = '1999-12-31' WHERE id IN (5, 6)", ConstraintKind.Values, "born is between 2000-01-01 and 2001-12-31", 2, ["5", "6"]);
        Broken("UPDATE p SET note = 'as long as no note may be' WHERE id = 9", ConstraintKind.Values, "note has at most 20 characters", 1, ["9"]);
        Broken("UPDATE c SET low = 5, high = 5 WHERE a = 2", ConstraintKind.Values, "high is between 6 and 9", 1, ["2, 102"], also: ["check low < high"]);
        Broken("INSERT INTO c VALUES (1, 101, 1, 6)", ConstraintKind.PrimaryKey, "primary key (a, b)", 1, ["1, 101"], also: ["unique (a)", "30 rows"]);
        Broken("UPDATE d SET p_id = 99 WHERE id = 4", ConstraintKind.ForeignKey, "(p_id) references p (id)", 1, ["4"]);
        // Both are there, but not in one row.
        Broken("UPDATE d SET c_a = 1, c_b = 102 WHERE id = 4", ConstraintKind.ForeignKey, "(c_a, c_b) references c (a, b)", 1, ["4"]);
        // No parent is no orphan, and nulls are no duplicates.
        Run("UPDATE d SET p_id = NULL, x = NULL");
        Assert.DoesNotContain(Test(schema, RowsEach), r => r.IsMet == false);

        void Broken(string statement, ConstraintKind kind, string words, long violations, string[] examples, string[]? also = null)
        {
            Run(statement);
            IReadOnlyList<ConstraintResult> unmet = [.. Test(schema, RowsEach).Where(r => r.IsMet == false)];
            Assert.Equal(((string[])[words, .. also ?? []]).Order(), unmet.Select(r => r.Constraint).Order());
            ConstraintResult found = unmet.Single(r => r.Constraint == words);
            Assert.Equal((kind, violations), (found.Kind, found.Violations));
            Assert.Equal(examples, found.Examples.Order());
            Load(Shop, RowsEach, new LoadOptions { CreateTable = TableCreation.Never, Truncate = true });
        }
    }

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void What_is_missing_is_found_and_the_rest_is_asked_for(Server? server)
    {
        OnAny(server);
        Run("CREATE TABLE p (id integer, name varchar(20)); CREATE TABLE y (a integer)");
        Run("INSERT INTO p VALUES (1, 'x')");
        Run("INSERT INTO p VALUES (1, 'x')");
        Schema schema = Given.Schema("""
            schema S {
              table p { id: integer primary_key  name: string(20)  gone: integer between(1, 3) }
              table `x"; drop table y; --` { id: integer primary_key  `"); drop table y; --`: integer references(p.id) as p }
              table `x``; drop table y; --` { id: integer primary_key }
            }
            """);
        IReadOnlyList<ConstraintResult> found = [.. Test(schema, null).Where(r => r.IsMet == false)];
        Assert.Equal(
            [("p", ConstraintKind.Column), ("p", ConstraintKind.PrimaryKey), ("x\"; drop table y; --", ConstraintKind.Table), ("x`; drop table y; --", ConstraintKind.Table)],
            found.Select(r => (r.Table, r.Kind)));
        Assert.True(server is null || Has("y"));
        Assert.Equal(0, Count("y"));
    }

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Awkward_names_are_names_in_questions_too(Server? server)
    {
        OnAny(server);
        Schema schema = AwkwardNames.Schema();
        Load(schema, AwkwardNames.Rows);
        IReadOnlyList<ConstraintResult> results = Test(schema, AwkwardNames.Rows);
        Assert.All(results, r => Assert.True(r.IsMet, $"{r.Table}: {r.Constraint}: {r.Note}"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    public void What_a_server_can_not_compare_is_found(Server server)
    {
        OnAny(server);
        Run("CREATE TABLE p (id text); CREATE TABLE c (id integer, p_id integer)");
        Schema schema = Given.Schema("schema S { table p { id: integer primary_key } table c { id: integer primary_key p_id: integer references(p.id) } }");
        ConstraintResult found = Assert.Single(Test(schema, null), r => r.IsMet == false);
        Assert.Equal(ConstraintKind.ForeignKey, found.Kind);
        Assert.Contains("42883", found.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made()
    {
        string path = Folder["none.db"];
        Assert.Contains("none.db", Assert.Throws<ExportException>(() => new DatabaseTest(DatabaseTarget.FromSqliteFile(path)).Run([]).Count()).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    private IReadOnlyList<ConstraintResult> Test(Schema schema, long? rows) =>
        [.. new DatabaseTest(Target).Run(schema.Tables, rows is { } count ? schema.Tables.ToDictionary(t => t, _ => count) : null)];
}
