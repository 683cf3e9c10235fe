using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>What a database has otherwise than a schema says is found, each kind of change by itself.</summary>
public sealed class SchemaDriftTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private const string Schema = """
        enum state { open, closed }
        schema S {
          table p { id: integer primary_key  code: string(10) unique  name: string(40)  born: date nullable }
          table c {
            id: bigint primary_key
            p_id: integer references(p.id)
            amount: decimal(10, 2) between(0, 1000)
            qty: integer between(1, 9)
            state: state
            starts: date
            ends: date
            note: text nullable
            check ends >= starts
          }
        }
        """;

    [Theory]
    [OnServer(Server.PostgreSql, "DROP TABLE c", "The database has no table c.")]
    [OnServer(Server.PostgreSql, "CREATE TABLE audit (id int)", "The schema has no table audit, and the database has one.")]
    [OnServer(Server.PostgreSql, "CREATE SCHEMA other; CREATE TABLE other.c (id int)", "The schema has no table other.c, and the database has one.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP COLUMN note", "The database has no column c.note.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ADD COLUMN more varchar(7)", "The schema has no column c.more, and the database has one: character varying(7).")]
    [OnServer(Server.PostgreSql, "ALTER TABLE p ALTER COLUMN name TYPE varchar(60)", "p.name is character varying(60) in the database, and would be varchar(40) by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ALTER COLUMN amount TYPE numeric(12, 2)", "c.amount is numeric(12,2) in the database, and would be numeric(10, 2) by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ALTER COLUMN qty TYPE bigint", "c.qty is bigint in the database, and would be integer by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ALTER COLUMN note TYPE varchar(2000)", "c.note is character varying(2000) in the database, and would be text by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ALTER COLUMN starts TYPE timestamp", "c.starts is timestamp without time zone in the database, and would be date by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE p ALTER COLUMN name DROP NOT NULL", "p.name is nullable in the database, and not null by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE p ALTER COLUMN born SET NOT NULL", "p.born is not null in the database, and nullable by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP CONSTRAINT c_pkey", "c has no primary key (id) in the database.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP CONSTRAINT c_pkey, ADD PRIMARY KEY (id, p_id)", "c has primary key (id, p_id) in the database, and primary key (id) by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE p DROP CONSTRAINT p_code_key", "p has no unique key (code) in the database.")]
    [OnServer(Server.PostgreSql, "CREATE UNIQUE INDEX ON c (qty, id)", "c has unique key (qty, id) in the database, and the schema says nothing of it.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP CONSTRAINT fk_c_p_id", "c has no foreign key (p_id) to p (id) in the database.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ADD FOREIGN KEY (qty) REFERENCES p (id)", "c has foreign key (qty) to p (id) in the database, and the schema says nothing of it.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP CONSTRAINT c_qty_check", "c.qty has no check between(1, 9) in the database.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP CONSTRAINT c_qty_check, ADD CHECK (qty >= 1 AND qty < 100)", "c.qty has check between(1, 99) in the database, and check between(1, 9) by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE p ADD CHECK (born >= '1900-01-01')", "p.born has check min(1900-01-01) in the database, and the schema says nothing of it.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE p ADD CHECK (char_length(name) > 0)", "p.name has check at least 1 characters in the database, and the schema says nothing of it.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP CONSTRAINT c_state_check, ADD CHECK (state IN ('open', 'closed', 'lost'))", "c.state has check one_of(\"closed\", \"lost\", \"open\") in the database, and check one_of(\"closed\", \"open\") by the schema.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c DROP CONSTRAINT c_check", "c has no check ends >= starts in the database.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ADD CHECK (qty < amount + 100)", "c has check qty < (amount + 100) in the database, and the schema says nothing of it.")]
    [OnServer(Server.PostgreSql, "ALTER TABLE c ADD CHECK (pg_column_size(note) < 100000)", "c has check (pg_column_size(note) < 100000) in the database, and the schema says nothing of it.")]
    [OnServer(Server.MariaDb, "DROP TABLE c", "The database has no table c.")]
    [OnServer(Server.MariaDb, "CREATE TABLE audit (id int)", "The schema has no table audit, and the database has one.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c DROP COLUMN note", "The database has no column c.note.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c ADD COLUMN more varchar(7) NOT NULL", "The schema has no column c.more, and the database has one: varchar(7), not null.")]
    [OnServer(Server.MariaDb, "ALTER TABLE p MODIFY name varchar(60) NOT NULL", "p.name is varchar(60) in the database, and would be VARCHAR(40) by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c MODIFY amount decimal(12, 2) NOT NULL CHECK (amount BETWEEN 0 AND 1000)", "c.amount is decimal(12,2) in the database, and would be DECIMAL(10, 2) by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c MODIFY qty bigint NOT NULL CHECK (qty BETWEEN 1 AND 9)", "c.qty is bigint(20) in the database, and would be INT by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE p MODIFY name varchar(40)", "p.name is nullable in the database, and not null by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE p MODIFY born date NOT NULL", "p.born is not null in the database, and nullable by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c DROP PRIMARY KEY", "c has no primary key (id) in the database.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c DROP PRIMARY KEY, ADD PRIMARY KEY (id, p_id)", "c has primary key (id, p_id) in the database, and primary key (id) by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE p DROP INDEX code", "p has no unique key (code) in the database.")]
    [OnServer(Server.MariaDb, "CREATE UNIQUE INDEX u ON c (qty, id)", "c has unique key (qty, id) in the database, and the schema says nothing of it.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c DROP FOREIGN KEY c_ibfk_1", "c has no foreign key (p_id) to p (id) in the database.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c ADD FOREIGN KEY (qty) REFERENCES p (id)", "c has foreign key (qty) to p (id) in the database, and the schema says nothing of it.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c MODIFY qty int NOT NULL", "c.qty has no check between(1, 9) in the database.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c MODIFY qty int NOT NULL CHECK (qty >= 1 AND qty < 100)", "c.qty has check between(1, 99) in the database, and check between(1, 9) by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c MODIFY state enum('open', 'closed', 'lost') CHARACTER SET utf8mb4 NOT NULL", "c.state has check one_of(\"closed\", \"lost\", \"open\") in the database, and check one_of(\"closed\", \"open\") by the schema.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c DROP CONSTRAINT CONSTRAINT_1", "c has no check ends >= starts in the database.")]
    [OnServer(Server.MariaDb, "ALTER TABLE c ADD CHECK (qty < amount + 100)", "c has check qty < (amount + 100) in the database, and the schema says nothing of it.")]
    public void A_change_is_found(Server server, string change, string expected)
    {
        On(server);
        Load(Schema, 9);
        Assert.Empty(Drift());
        (change, expected) = server == Server.MariaDb && MariaDbServer.IsMySql ? InMySql(change, expected) : (change, expected);
        Run(change);
        Assert.Equal([expected], Drift());

        // MySQL keeps a column's check when the column is altered, and has no widths of integers.
        static (string, string) InMySql(string change, string expected) => (change
            .Replace("MODIFY qty int NOT NULL", "DROP CHECK c_chk_2, MODIFY qty int NOT NULL", StringComparison.Ordinal)
            .Replace("MODIFY state", "DROP CHECK c_chk_3, MODIFY state", StringComparison.Ordinal)
            .Replace("CONSTRAINT_1", "c_chk_4", StringComparison.Ordinal), expected.Replace("bigint(20)", "bigint", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DROP TABLE c", "The database has no table c.")]
    [InlineData("ALTER TABLE c DROP COLUMN note", "The database has no column c.note.")]
    [InlineData("ALTER TABLE c ADD COLUMN more BLOB", "The schema has no column c.more, and the database has one: BLOB.")]
    [InlineData("CREATE UNIQUE INDEX u ON c (qty, id)", "c has unique key (qty, id) in the database, and the schema says nothing of it.")]
    [InlineData("INTEGER NOT NULL CHECK (\"qty\" BETWEEN 1 AND 9)|NUMERIC(5, 1) NOT NULL CHECK (\"qty\" BETWEEN 1 AND 9)", "c.qty is NUMERIC(5, 1) in the database, and would be INTEGER by the schema.")]
    [InlineData("BETWEEN 1 AND 9|BETWEEN 1 AND 99", "c.qty has check between(1, 99) in the database, and check between(1, 9) by the schema.")]
    [InlineData("\"note\" TEXT NULL|\"note\" TEXT NOT NULL", "c.note is not null in the database, and nullable by the schema.")]
    [InlineData("INTEGER NOT NULL PRIMARY KEY|INTEGER NOT NULL", "c has no primary key (id) in the database.")]
    [InlineData("FOREIGN KEY (\"p_id\")|FOREIGN KEY (\"qty\")", "c has no foreign key (p_id) to p (id) in the database.,c has foreign key (qty) to p (id) in the database, and the schema says nothing of it.")]
    [InlineData("'closed')|'shut')", "c.state has check one_of(\"open\", \"shut\") in the database, and check one_of(\"closed\", \"open\") by the schema.")]
    [InlineData("\"ends\" >= \"starts\"|\"ends\" > \"starts\"", "c has no check ends >= starts in the database.,c has check ends > starts in the database, and the schema says nothing of it.")]
    public void A_change_is_found_in_SQLite(string change, string expected)
    {
        OnAny(null);
        Load(Schema, 9);
        Assert.Empty(Drift());
        // SQLite alters a column only by making the table anew.
        if (change.Split('|') is [var before, var after])
        {
            string create = Rows("SELECT sql FROM sqlite_master WHERE name = 'c'")[0];
            Assert.Contains(before, create, StringComparison.Ordinal);
            Run("DROP TABLE c");
            Run(create.Replace(before, after, StringComparison.Ordinal));
        }
        else
        {
            Run(change);
        }

        Assert.Equal(expected, string.Join(',', Drift()));
    }

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Example_in_SQL_Server_shows_no_drift(string name)
    {
        var schema = Examples.Read(name);
        var dialect = new SqlServerDialect();
        IEnumerable<string> statements = schema.Tables.Where(t => t.DatabaseSchema is not null).Select(t => $"CREATE SCHEMA {dialect.Quote(t.DatabaseSchema!)}")
            .Concat(schema.Tables.Select(t => dialect.CreateTable(t)))
            .Concat(schema.Tables.SelectMany(t => t.Keys.Where(k => !dialect.DeclaresUnique(k)).Select(k => dialect.CreateUniqueIndex(t, k))));
        DatabaseDescription database = dialect.Reader.DescribeScript(string.Join("\nGO\n", statements), "S");
        Assert.Equal(schema.Tables.Count, database.Tables.Count);
        Assert.Empty(SchemaDrift.Compare(schema.Tables, database, dialect).Select(d => d.Message));
    }

    [Fact]
    public void Checks_as_SQL_Server_keeps_them_show_no_drift()
    {
        var schema = Given.Schema("""
            enum state { open, closed }
            schema S {
              table p {
                id: integer primary_key
                code: string(10) unique nullable
                amount: decimal(10, 2) between(-5, 1000)
                state: state
                starts: datetime
                ends: date min(2020-01-01)
                check date(starts) <= ends
                check not (amount < 0) or state == open
                check month(ends) != 2 and starts + 2d > ends
              }
            }
            """);
        var dialect = new SqlServerDialect();
        const string script = """
            CREATE TABLE [dbo].[p](
              [id] [int] NOT NULL PRIMARY KEY, [code] [nvarchar](10) COLLATE Latin1_General_100_BIN2 NULL, [amount] [decimal](10, 2) NOT NULL, [state] [nvarchar](max) NOT NULL,
              [starts] [datetime2](7) NOT NULL, [ends] [date] NOT NULL,
              CHECK (([amount]>=(-5) AND [amount]<=(1000))), CHECK (([state]=N'closed' OR [state]=N'open')), CHECK (([ends]>='2020-01-01')),
              CHECK ((CONVERT([datetime2],CONVERT([date],[starts]))<=[ends])), CHECK ((NOT [amount]<(0.00) OR [state]=N'open')), CHECK ((datepart(month,[ends])<>(2) AND dateadd(day,(2),[starts])>[ends]))
            )
            GO
            CREATE UNIQUE NONCLUSTERED INDEX [u] ON [dbo].[p]([code] ASC) WHERE ([code] IS NOT NULL)
            GO
            """;
        Assert.Equal("", Drift(script));
        Assert.Equal("p.amount has check between(-5, 999) in the database, and check between(-5, 1000) by the schema.", Drift(script.Replace("(1000)", "(999)", StringComparison.Ordinal)));
        Assert.Equal(
            "p has no check month(ends) != 2 in the database.\np has check month(ends) != 3 in the database, and the schema says nothing of it.",
            Drift(script.Replace("<>(2)", "<>(3)", StringComparison.Ordinal)));

        string Drift(string sql) => string.Join('\n', SchemaDrift.Compare(schema.Tables, dialect.Reader.DescribeScript(sql, "S"), dialect).Select(d => d.Message));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    [InlineData(null)]
    public void Awkward_names_types_and_keys_show_no_drift(Server? server)
    {
        OnAny(server);
        foreach (Language.Schema schema in (Language.Schema[])[AwkwardNames.Schema(), AwkwardSchemas.Keys()])
            Load(schema, 5);
        Assert.Empty(new SchemaDrift(Target).Compare([.. AwkwardNames.Schema().Tables, .. AwkwardSchemas.Keys().Tables]).Select(d => d.Message));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    [InlineData(null)]
    public void However_a_server_writes_a_check_it_is_the_same(Server? server)
    {
        OnAny(server);
        Language.Schema schema = CheckConditions.Read(CheckConditions.Columns + string.Concat(CheckConditions.All.Select(c => $"\ncheck {c}")));
        Run(Dialect.CreateTable(schema.Tables[0]));
        Assert.Equal("", string.Join('\n', new SchemaDrift(Target).Compare(schema.Tables).Select(d => d.Message)));
    }

    [ServerFact(Server.PostgreSql)]
    public void What_was_imported_from_PostgreSQL_shows_no_drift()
    {
        On(Server.PostgreSql);
        Run(PostgreSqlImportTests.Shop);
        AssertImportedShowsNoDrift();
    }

    [Fact]
    public void A_form_that_the_schema_meets_without_a_word_is_no_drift()
    {
        OnAny(null);
        Run("CREATE TABLE users (id INTEGER PRIMARY KEY, first_name TEXT NOT NULL, email TEXT NOT NULL UNIQUE CHECK (email LIKE '%_@_%'), starts DATE NOT NULL, ends DATE NOT NULL CHECK (ends > starts))");
        AssertImportedShowsNoDrift();
        var schema = Given.Schema("schema S { table users { id: integer primary_key  first_name: text  email: text unique pattern(\"?????\")  starts: date  ends: date = starts + (1d..30d)  check ends > starts } }");
        Assert.Equal(
            ["users.email has check regex(/[a-z0-9]{0,6}[a-z0-9]@[a-z0-9][a-z0-9]{0,6}/) in the database, and the schema says nothing of it."],
            new SchemaDrift(Target).Compare(schema.Tables).Select(d => d.Message));
    }

    [ServerFact(Server.PostgreSql)]
    public void Bytes_of_one_length_are_those_of_a_domain()
    {
        On(Server.PostgreSql);
        Run("CREATE DOMAIN hash AS bytea CHECK (octet_length(VALUE) = 20); CREATE TABLE t (id hash PRIMARY KEY, other hash)");
        AssertImportedShowsNoDrift();
        string text = SchemaImport.From(Target, new ImportOptions()).Text;
        Run("ALTER DOMAIN hash DROP CONSTRAINT hash_check; ALTER DOMAIN hash ADD CHECK (octet_length(VALUE) = 16) NOT VALID");
        Assert.Contains("t.id has check at most 16 bytes in the database, and the schema says nothing of it.", new SchemaDrift(Target).Compare(Given.Schema(text).Tables).Select(d => d.Message));
    }

    [ServerFact(Server.MariaDb)]
    public void What_was_imported_from_MariaDB_shows_no_drift()
    {
        On(Server.MariaDb);
        Run(MariaDbImportTests.Shop);
        AssertImportedShowsNoDrift();
    }

    [Fact]
    public void What_was_imported_from_SQLite_shows_no_drift()
    {
        OnAny(null);
        Run(SqliteImportTests.Shop);
        AssertImportedShowsNoDrift();
    }

    private void AssertImportedShowsNoDrift()
    {
        var schema = Given.Schema(SchemaImport.From(Target, new ImportOptions()).Text);
        Assert.Empty(new SchemaDrift(Target).Compare(schema.Tables).Select(d => d.Message));
    }

    private IReadOnlyList<string> Drift() => [.. new SchemaDrift(Target).Compare(Given.Schema(Schema).Tables).Select(d => d.Message)];
}
