using System.Data.Common;
using Npgsql;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>PostgreSQL databases become text, and rows made by it go into them.</summary>
public sealed class PostgreSqlImportTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    internal const string Shop = """
        CREATE TYPE mood AS ENUM ('happy', 'so so', 'sad');
        CREATE DOMAIN email AS text CHECK (VALUE ~ '^[a-z]+@[a-z]+\.example$');
        CREATE DOMAIN percentage AS numeric(5,2) NOT NULL CHECK (VALUE >= 0 AND VALUE <= 100);
        CREATE TABLE customers (
          id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          name varchar(40) NOT NULL,
          address email,
          state mood NOT NULL DEFAULT 'happy',
          discount percentage,
          born date CHECK (born > '1900-01-01'),
          rank smallint NOT NULL DEFAULT 3 CHECK (rank BETWEEN 1 AND 5),
          code char(6) NOT NULL UNIQUE,
          kind text NOT NULL CHECK (kind IN ('private', 'business')),
          nick text CHECK (length(nick) >= 3 AND length(nick) <= 12),
          phone text CHECK (phone LIKE '+49%'),
          referred_by integer REFERENCES customers
        );
        CREATE TABLE orders (
          id bigserial PRIMARY KEY,
          customer_id integer NOT NULL REFERENCES customers (id),
          placed timestamptz NOT NULL DEFAULT now(),
          starts date NOT NULL, ends date NOT NULL, CHECK (ends >= starts),
          low numeric(8,2) NOT NULL CHECK (low > 0), high numeric(8,2) NOT NULL, CONSTRAINT spread CHECK (high > low),
          total numeric(10,2) GENERATED ALWAYS AS (low + high) STORED,
          paid boolean NOT NULL, paid_at timestamp, CHECK (NOT paid OR paid_at IS NOT NULL)
        );
        CREATE TABLE order_items (
          order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
          line_no smallint NOT NULL,
          quantity integer NOT NULL CHECK (quantity > 0),
          PRIMARY KEY (order_id, line_no)
        );
        CREATE TABLE tags (id serial PRIMARY KEY, label text NOT NULL);
        CREATE UNIQUE INDEX ON tags (lower(label));
        CREATE TABLE order_tags (order_id bigint REFERENCES orders, tag_id integer REFERENCES tags, PRIMARY KEY (order_id, tag_id));
        CREATE VIEW big_orders AS SELECT * FROM orders WHERE low > 100;
        """;

    [ServerFact(Server.PostgreSql)]
    public void A_shop_is_read_and_filled()
    {
        using NpgsqlConnection connection = Create(Shop);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal(["customers", "order_items", "order_tags", "orders", "tags"], counts.Keys.Order());
        Assert.All(counts.Values, c => Assert.InRange(c, 100, 10_000));
        Assert.Equal(counts["customers"], Value(connection, "SELECT count(*) FROM customers"));
    }

    [ServerFact(Server.PostgreSql)]
    public void A_script_says_what_the_server_says()
    {
        ImportedSchema imported = Imported.ReadScript("postgres", Shop);
        Assert.Empty(imported.Notes);
        using NpgsqlConnection connection = Create(Shop);
        ImportedSchema live = Imported.Read(connection);
        Assert.Equal(Imported.Lines(live), Imported.Lines(imported));
        Assert.NotEmpty(Imported.Fill(connection, imported));
    }

    [Fact]
    public void Scripts_may_nest_inherit_and_copy()
    {
        ImportedSchema imported = Imported.ReadScript("postgres", """
            \\set ON_ERROR_STOP on
            CREATE SCHEMA Person CREATE TABLE People (PersonID serial PRIMARY KEY, Name varchar(20) NOT NULL) CREATE TABLE "Pets" (ID int PRIMARY KEY, Owner int NOT NULL REFERENCES People);
            COPY person.people (personid, name) FROM stdin;
            1	It's; all
            \\.
            CREATE TABLE base (id bigint NOT NULL, kind text CHECK (kind IN ('a', 'b')));
            CREATE TABLE part (more date, CONSTRAINT k PRIMARY KEY (id)) INHERITS (base);
            CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN CREATE TABLE none (id int); END; $$ LANGUAGE plpgsql;
            """.Replace("\\\\", "\\"));
        Assert.Empty(imported.Notes);
        Assert.Equal(
            ["base id: bigint", "base kind: text one_of(\"a\", \"b\") nullable", "part id: bigint primary_key", "part kind: text one_of(\"a\", \"b\") nullable", "part more: date nullable", "person.Pets id: integer primary_key", "person.Pets owner: integer references(person.people.personid)", "person.people personid: integer primary_key", "person.people name: string(20)"],
            Imported.Lines(imported).Aggregate((Table: "", Lines: new List<string>()), (a, l) => l.Contains(':') ? (a.Table, [.. a.Lines, $"{a.Table} {l}"]) : (l, a.Lines)).Lines);
    }

    [ServerFact(Server.PostgreSql)]
    public void Values_of_all_types_are_taken()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TYPE mood AS ENUM ('sad', 'glad');
            CREATE TYPE pair AS (a integer, b text);
            CREATE TYPE floats AS RANGE (subtype = double precision);
            CREATE DOMAIN zip AS varchar(5) CHECK (VALUE ~ '^\d{5}$');
            CREATE TABLE all_types (
              id uuid PRIMARY KEY, a1 smallint NOT NULL, a2 integer NOT NULL, a3 bigint NOT NULL, a4 numeric NOT NULL, a5 numeric(38,10) NOT NULL, a6 numeric(3,2) NOT NULL, a7 real NOT NULL, a8 double precision NOT NULL,
              a9 money NOT NULL, a10 numeric(12,0) NOT NULL,
              b1 char NOT NULL, b2 char(3) NOT NULL, b3 varchar NOT NULL, b4 varchar(7) NOT NULL, b5 text NOT NULL, b6 name NOT NULL, b7 "char" NOT NULL, b8 zip NOT NULL,
              c1 date NOT NULL, c2 time NOT NULL, c3 time(3) NOT NULL, c4 timetz NOT NULL, c5 timestamp(0) NOT NULL, c6 timestamptz NOT NULL, c7 interval NOT NULL, c8 interval day to second NOT NULL,
              d1 boolean NOT NULL, d2 bytea NOT NULL, d3 bit(5) NOT NULL, d4 varbit(9) NOT NULL, d5 bit varying NOT NULL, d6 json NOT NULL, d7 jsonb NOT NULL, d8 xml NOT NULL, d9 jsonpath NOT NULL,
              e1 inet NOT NULL, e2 cidr NOT NULL, e3 macaddr NOT NULL, e4 macaddr8 NOT NULL, e5 tsvector NOT NULL, e6 tsquery NOT NULL, e7 oid NOT NULL, e8 pg_lsn NOT NULL,
              f1 point NOT NULL, f2 line NOT NULL, f3 lseg NOT NULL, f4 box NOT NULL, f5 path NOT NULL, f6 polygon NOT NULL, f7 circle NOT NULL,
              g1 int4range NOT NULL, g2 int8range NOT NULL, g3 numrange NOT NULL, g4 daterange NOT NULL, g5 tsrange NOT NULL, g6 tstzrange NOT NULL, g7 floats NOT NULL,
              h1 integer[] NOT NULL, h2 text[] NOT NULL, h3 varchar(4)[] NOT NULL, h4 numeric(3,2)[] NOT NULL, h5 date[] NOT NULL, h6 timestamptz[] NOT NULL, h7 mood[] NOT NULL, h8 boolean[][] NOT NULL, h9 uuid[] NOT NULL,
              i1 mood NOT NULL, i2 pair NOT NULL, i3 zip[], i4 regclass, i5 txid_snapshot
            )
            """);
        ImportedSchema imported = Imported.Read(connection);
        // Of these the server alone knows what they can be: they are left out.
        Assert.Equal(["i3", "i4", "i5"], imported.Notes.Select(n => n.Column));
        Assert.Equal(200, Imported.Fill(connection, imported)["all_types"]);
        Assert.Equal(200L, Value(connection, "SELECT count(DISTINCT id) FROM all_types"));
    }

    [ServerFact(Server.PostgreSql)]
    public void Keys_of_all_kinds_hold()
    {
        using NpgsqlConnection connection = Create("""
            CREATE SCHEMA sales;
            CREATE TABLE tenants (id integer PRIMARY KEY, "odd ""name" text NOT NULL UNIQUE, "check" integer, "Größe" numeric(5,1));
            CREATE TABLE users (tenant_id integer NOT NULL REFERENCES tenants, nr smallint NOT NULL, login citext_like NOT NULL, PRIMARY KEY (tenant_id, nr));
            CREATE TABLE sales.orders (id bigint PRIMARY KEY, tenant_id integer NOT NULL REFERENCES tenants, user_nr smallint NOT NULL, approved_nr smallint,
              FOREIGN KEY (tenant_id, user_nr) REFERENCES users, FOREIGN KEY (tenant_id, approved_nr) REFERENCES users);
            CREATE TABLE sales.order_details (order_id bigint PRIMARY KEY REFERENCES sales.orders, note text);
            CREATE TABLE folders (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES folders, name text NOT NULL, UNIQUE (parent_id, name));
            CREATE TABLE departments (id integer PRIMARY KEY, head_id integer);
            CREATE TABLE employees (id integer PRIMARY KEY, department_id integer NOT NULL REFERENCES departments);
            ALTER TABLE departments ADD FOREIGN KEY (head_id) REFERENCES employees;
            CREATE TABLE addresses (id integer PRIMARY KEY, employee_id integer NOT NULL REFERENCES employees, is_main boolean NOT NULL, kind text NOT NULL CHECK (kind IN ('home', 'work')), deleted_at timestamp);
            CREATE UNIQUE INDEX ON addresses (employee_id) WHERE is_main;
            CREATE UNIQUE INDEX ON addresses (employee_id, kind) WHERE deleted_at IS NULL;
            CREATE TABLE flags (code char(1) PRIMARY KEY, on_off boolean NOT NULL UNIQUE, amount numeric(10,2) NOT NULL UNIQUE, seen timestamp UNIQUE);
            CREATE TABLE a (x integer NOT NULL, y integer NOT NULL, PRIMARY KEY (x, y));
            CREATE TABLE b (x integer NOT NULL, y integer NOT NULL, z integer NOT NULL, PRIMARY KEY (x, y, z), FOREIGN KEY (x, y) REFERENCES a);
            CREATE TABLE c (id integer PRIMARY KEY, x integer, y integer, z integer, FOREIGN KEY (x, y, z) REFERENCES b, FOREIGN KEY (x, y) REFERENCES a);
            """.Replace("citext_like", "text"));
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal(12, counts.Count);
        Assert.All(counts, c => Assert.True(c.Value > 0, c.Key));
    }

    [ServerFact(Server.PostgreSql)]
    public void Rows_fall_into_the_partitions_that_there_are()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TABLE readings (id bigint NOT NULL, at timestamp NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
            CREATE TABLE readings_2 PARTITION OF readings FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
            CREATE TABLE sales (id bigint NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
            CREATE TABLE sales_1 PARTITION OF sales FOR VALUES IN ('north', 'south');
            CREATE TABLE sales_2 PARTITION OF sales FOR VALUES IN ('west');
            CREATE TABLE spread (id bigint PRIMARY KEY) PARTITION BY HASH (id);
            CREATE TABLE spread_0 PARTITION OF spread FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE spread_1 PARTITION OF spread FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Assert.Equal(3, Imported.Fill(connection, imported).Count);
        Assert.NotEqual(0L, Value(connection, "SELECT count(*) FROM readings_2"));
        Assert.NotEqual(0L, Value(connection, "SELECT count(*) FROM sales_2"));
    }

    [ServerFact(Server.PostgreSql)]
    public void Keys_of_partitions_are_the_tables()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TABLE customers (id integer PRIMARY KEY);
            CREATE TABLE payments (id integer NOT NULL, customer_id integer NOT NULL, paid date NOT NULL, receipt integer NOT NULL) PARTITION BY RANGE (paid);
            CREATE TABLE payments_1 PARTITION OF payments FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
            CREATE TABLE payments_2 PARTITION OF payments FOR VALUES FROM ('2025-07-01') TO ('2026-01-01');
            ALTER TABLE payments_1 ADD FOREIGN KEY (customer_id) REFERENCES customers, ADD UNIQUE (receipt);
            ALTER TABLE payments_2 ADD FOREIGN KEY (customer_id) REFERENCES customers, ADD UNIQUE (receipt);
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Table payments = Given.Schema(imported.Text).Tables.Single(t => t.Name == "payments");
        Assert.Equal("customers", Assert.Single(payments.References).Parent.Name);
        Assert.Equal(["receipt"], payments.Keys.Select(k => string.Join(",", k.Fields.Select(f => f.Name))));
        Assert.InRange(Imported.Fill(connection, imported)["payments"], 200, 1000);
    }

    [ServerFact(Server.PostgreSql)]
    public void Domains_may_be_null_and_have_bytes()
    {
        using NpgsqlConnection connection = Create("""
            CREATE DOMAIN digest AS bytea CONSTRAINT exactly_20 CHECK (VALUE IS NULL OR octet_length(VALUE) = 20);
            CREATE DOMAIN tiny AS smallint CHECK (VALUE IS NULL OR VALUE BETWEEN 0 AND 255);
            CREATE TABLE nodes (id digest PRIMARY KEY, name_digest digest NOT NULL, level tiny NOT NULL, key bytea NOT NULL UNIQUE CHECK (length(key) = 6));
            CREATE TABLE branches (uuid bytea PRIMARY KEY CHECK (length(uuid) = 16));
            CREATE TABLE commits (id serial PRIMARY KEY, branch_uuid bytea NOT NULL REFERENCES branches CHECK (length(branch_uuid) = 16), parent bytea, hash bytea NOT NULL, CHECK (parent IS NULL OR length(hash) = 20));
            CREATE TABLE edges (id digest PRIMARY KEY, source digest NOT NULL, target digest NOT NULL, UNIQUE (source, target));
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal((200, 200), (counts["nodes"], counts["edges"]));
    }

    [ServerFact(Server.PostgreSql)]
    public void Texts_in_one_case_are_made_in_it()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TABLE zones (
              id serial PRIMARY KEY, label varchar(255) CHECK (label = lower(label)), email text NOT NULL CHECK (lower(email) = email), mark char(2) NOT NULL CHECK (mark = upper(mark)),
              remark text NOT NULL CHECK (remark = upper(remark))
            );
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Assert.DoesNotContain("regex", imported.Text.Split('\n').Single(l => l.Contains("email:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Imported.Fill(connection, imported);
        Assert.InRange((long)Value(connection, "SELECT count(*) FROM zones WHERE label IS NOT NULL")!, 100, 200);
    }

    [ServerFact(Server.PostgreSql)]
    public void What_a_check_asks_of_one_row_alone_is_asked_of_none()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TABLE artists (id serial PRIMARY KEY, kind integer, born date, CHECK (id <> 1 OR (kind = 3 AND born IS NULL)));
            CREATE TABLE albums (id serial PRIMARY KEY, artist_id integer NOT NULL REFERENCES artists);
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Assert.Equal(200, Imported.Fill(connection, imported)["artists"]);
        Assert.Equal(2, Value(connection, "SELECT min(id) FROM artists"));
    }

    [ServerFact(Server.PostgreSql)]
    public void A_table_whose_rows_a_check_would_refuse_is_named_and_gets_none()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TABLE tags (id integer PRIMARY KEY);
            CREATE TABLE friends (one integer REFERENCES tags, other integer REFERENCES tags, PRIMARY KEY (one, other), CHECK (one <> other));
            CREATE TABLE codes (code char(15) PRIMARY KEY CHECK (code ~ '^T-?[0-9]{3}.?[0-9]{3}.?[0-9]{3}[-.]?[0-9]$'));
            CREATE TABLE tag_pairs (first integer REFERENCES tags, second integer REFERENCES tags, PRIMARY KEY (first, second), CHECK (first < second));
            """);
        ImportedSchema imported = Imported.Read(connection);
        ImportNote note = Assert.Single(imported.Notes);
        Assert.Equal("tag_pairs", note.Table);
        Assert.StartsWith("it gets no rows here", note.Reason, StringComparison.Ordinal);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal((200, 200, 200), (counts["tags"], counts["friends"], counts["codes"]));
    }

    [ServerFact(Server.PostgreSql)]
    public void Rows_of_tables_that_inherit_have_numbers_of_their_own()
    {
        const string sql = """
            CREATE TABLE payments (id serial PRIMARY KEY, paid date NOT NULL);
            CREATE TABLE payments_1 (CHECK (paid >= '2025-01-01' AND paid < '2025-07-01')) INHERITS (payments);
            CREATE TABLE payments_2 (PRIMARY KEY (id), CHECK (paid >= '2025-07-01' AND paid < '2026-01-01')) INHERITS (payments);
            """;
        using NpgsqlConnection connection = Create(sql);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Equal(Imported.Lines(imported), Imported.Lines(Imported.ReadScript("postgres", sql)));
        Imported.Fill(connection, imported);
        Assert.Equal(600L, Value(connection, "SELECT count(DISTINCT id) FROM payments"));
    }

    [ServerFact(Server.PostgreSql)]
    public void A_trigger_that_may_refuse_rows_is_named()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TABLE quiet (id serial PRIMARY KEY, changed timestamp);
            CREATE TABLE strict (id serial PRIMARY KEY, n integer);
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RAISE NOTICE 'touched'; RETURN NEW; END $$;
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n > 10 THEN RAISE EXCEPTION 'too many'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER touches BEFORE INSERT ON quiet FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE TRIGGER refuses BEFORE INSERT ON strict FOR EACH ROW EXECUTE FUNCTION refuse();
            """);
        ImportNote note = Assert.Single(Imported.Read(connection).Notes);
        Assert.Equal(("strict", "a rule that the language has no words for, and that rows may break: those of the trigger refuses"), (note.Table, note.Reason));
    }

    [ServerFact(Server.PostgreSql)]
    public void What_is_not_kept_is_named()
    {
        using NpgsqlConnection connection = Create("""
            CREATE DOMAIN odd AS integer CHECK (VALUE % 2 = 1);
            CREATE TABLE t (
              id integer PRIMARY KEY, a text NOT NULL, b odd, c regclass NOT NULL,
              CHECK (md5(a) > '8'), CHECK (a SIMILAR TO 'x%'), EXCLUDE USING gist (int4range(id, id + 1) WITH &&)
            );
            CREATE UNIQUE INDEX ON t (md5(a));
            """);
        ImportedSchema imported = Imported.Read(connection);
        string notes = string.Join('\n', imported.Notes);
        Assert.Contains("the domain odd is not kept", notes);
        Assert.Contains("t.c: it can't be filled", notes);
        Assert.Contains("md5(a) > '8'", notes);
        Assert.Contains("similar_to", notes);
        Assert.Contains("EXCLUDE USING gist", notes);
        Assert.Contains("a unique key over an expression", notes);
        Assert.Equal(6, imported.Notes.Count);
        // Where it belongs in the text, too.
        Assert.Contains("// c: regclass", imported.Text);
        Assert.Contains("// not kept: CHECK", imported.Text);
    }

    [ServerFact(Server.PostgreSql)]
    public void Rows_of_small_tables_are_kept_where_that_is_asked_for()
    {
        using NpgsqlConnection connection = Create("""
            CREATE TYPE side AS ENUM ('left', 'right side');
            CREATE TABLE roles (id integer PRIMARY KEY, name text NOT NULL, since date, side side NOT NULL, weight numeric(5,2), active boolean NOT NULL);
            INSERT INTO roles VALUES (3, 'a "quoted" {name}', '2020-05-01', 'left', 1.50, true), (1, 'user', NULL, 'right side', NULL, false);
            CREATE TABLE users (id integer PRIMARY KEY, role_id integer NOT NULL REFERENCES roles);
            """);
        Assert.DoesNotContain("quoted", Imported.Read(connection).Text);
        ImportedSchema imported = Imported.Read(connection, new ImportOptions { WithLookupRows = true });
        Assert.Contains("""(1, "user", null, `right side`, null, false)""", imported.Text);
        Assert.Equal(2, Given.Schema(imported.Text).FindTable("roles")!.Rows.Count);
        Assert.DoesNotContain("  roles ", imported.Text.Split("generate")[1]);
    }

    private NpgsqlConnection Create(string sql)
    {
        var connection = new NpgsqlConnection(server.ConnectionString(server.NewDatabase()));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
        return connection;
    }

    private static object? Value(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
