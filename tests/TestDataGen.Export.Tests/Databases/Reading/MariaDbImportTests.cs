using System.Data.Common;
using MySqlConnector;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>MariaDB databases become text, and rows made by it go into them.</summary>
public sealed class MariaDbImportTests(MariaDbServer server) : IClassFixture<MariaDbServer>
{
    internal const string Shop = """
        CREATE TABLE customers (
          id int unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL, email varchar(80) NOT NULL UNIQUE, state enum('new', 'it''s old') NOT NULL DEFAULT 'new', hobbies set('chess', 'golf', 'go'),
          born year, score tinyint unsigned NOT NULL CHECK (score BETWEEN 10 AND 90), points tinyint, active tinyint(1) NOT NULL DEFAULT 1, balance decimal(8,2) unsigned NOT NULL CHECK (balance > 0),
          extra json, referred_by int unsigned, FOREIGN KEY (referred_by) REFERENCES customers (id)
        );
        CREATE TABLE orders (
          id bigint AUTO_INCREMENT PRIMARY KEY, customer_id int unsigned NOT NULL, starts date NOT NULL, ends date NOT NULL, net decimal(8,2) NOT NULL, gross decimal(9,2) AS (net * 1.2) STORED,
          code char(8) NOT NULL, changed timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
          FOREIGN KEY (customer_id) REFERENCES customers (id), UNIQUE KEY (customer_id, code), CHECK (ends >= starts), CONSTRAINT form CHECK (code REGEXP '^[A-Z]{3}-[0-9]{4}$')
        );
        CREATE TABLE order_items (order_id bigint, line_no smallint unsigned, kind varchar(10) NOT NULL CHECK (kind IN ('a', 'b')), note text CHECK (char_length(note) > 4), PRIMARY KEY (order_id, line_no), FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE);
        CREATE VIEW old AS SELECT * FROM orders;
        """;

    [ServerFact(Server.MariaDb)]
    public void A_shop_is_read_and_filled()
    {
        using MySqlConnection connection = Create(Shop);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal(3, counts.Count);
        Assert.Equal(counts["orders"], (long)Imported.Rows(connection, "SELECT count(*) FROM orders")[0][0]!);
    }

    [ServerFact(Server.MariaDb)]
    public void A_script_says_what_the_server_says()
    {
        ImportedSchema imported = Imported.ReadScript("mysql", Shop);
        Assert.Empty(imported.Notes);
        using MySqlConnection connection = Create(Shop);
        ImportedSchema live = Imported.Read(connection);
        Assert.Equal(Imported.Lines(live), Imported.Lines(imported));
        Assert.NotEmpty(Imported.Fill(connection, imported));
    }

    [ServerFact(Server.MariaDb)]
    public void Values_of_all_types_are_taken()
    {
        // Two types that MySQL does not have.
        string own = MariaDbServer.IsMySql ? "" : "d7 uuid NOT NULL, d8 inet6 NOT NULL, ";
        using MySqlConnection connection = Create($"""
            CREATE TABLE all_types (
              id binary(16) PRIMARY KEY, a1 tinyint NOT NULL, a2 tinyint unsigned NOT NULL, a3 smallint unsigned NOT NULL, a4 mediumint NOT NULL, a5 mediumint unsigned NOT NULL, a6 int unsigned zerofill NOT NULL, a7 bigint unsigned NOT NULL,
              a8 decimal(65,30) NOT NULL, a9 decimal NOT NULL, a10 float NOT NULL, a11 double unsigned NOT NULL, a12 bit NOT NULL, a13 bit(6) NOT NULL, a14 bit(64) NOT NULL, a15 boolean NOT NULL,
              b1 char(1) NOT NULL, b2 varchar(5) NOT NULL, b3 tinytext NOT NULL, b4 text NOT NULL, b5 mediumtext NOT NULL, b6 longtext NOT NULL, b7 varchar(100) CHARACTER SET latin1 NOT NULL,
              c1 date NOT NULL, c2 time(3) NOT NULL, c3 datetime NOT NULL, c4 timestamp(6) NOT NULL, c5 year NOT NULL,
              d1 binary(4) NOT NULL, d2 varbinary(9) NOT NULL, d3 tinyblob NOT NULL, d4 blob NOT NULL, d5 longblob NOT NULL, d6 json NOT NULL, {own}d9 enum('x') NOT NULL, d10 set('a','b','c') NOT NULL,
              e1 point, e2 geometry, f1 int AS (a1 + 1) VIRTUAL
            );
            CREATE TABLE places (id int PRIMARY KEY, at point NOT NULL);
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Equal(["e1", "e2", "at"], imported.Notes.Select(n => n.Column));
        Assert.Contains("the server will refuse", imported.Notes[2].Reason);
        Execute(connection, "DROP TABLE places");
        imported = Imported.Read(connection);
        Assert.Equal(200, Imported.Fill(connection, imported)["all_types"]);
    }

    [ServerFact(Server.MariaDb)]
    public void Names_in_keys_stay_names_and_differ_beyond_case()
    {
        using MySqlConnection connection = Create("""
            CREATE TABLE users (id int AUTO_INCREMENT PRIMARY KEY, username varchar(80) NOT NULL, mail_host varchar(80) NOT NULL, ticket varchar(2) NOT NULL UNIQUE CHECK (ticket REGEXP '^[A-Za-z]{2}$'), UNIQUE (username, mail_host));
            CREATE TABLE files (user_id int NOT NULL, filename varchar(128) NOT NULL, body text NOT NULL, PRIMARY KEY (user_id, filename), FOREIGN KEY (user_id) REFERENCES users (id));
            CREATE TABLE nodes (
              id binary(20) PRIMARY KEY, host_id binary(20), service_id binary(20), group_id binary(20), UNIQUE (host_id, service_id, group_id),
              CHECK (IF(group_id IS NULL, host_id IS NOT NULL, host_id IS NULL AND service_id IS NULL) = 1)
            );
            CREATE TABLE genres (id int PRIMARY KEY);
            CREATE TABLE formats (id int PRIMARY KEY);
            CREATE TABLE tracks (id int PRIMARY KEY, format_id int NOT NULL, genre_id int, FOREIGN KEY (format_id) REFERENCES formats (id), FOREIGN KEY (genre_id) REFERENCES genres (id));
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Assert.DoesNotContain("pattern", imported.Text, StringComparison.Ordinal);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal(200, counts["nodes"]);
        // Of two parents neither owns its rows.
        Assert.Equal(200, counts["tracks"]);
    }

    [ServerFact(Server.MariaDb)]
    public void A_trigger_that_may_refuse_rows_is_named()
    {
        using MySqlConnection connection = Create("""
            CREATE TABLE strict (id int AUTO_INCREMENT PRIMARY KEY, n int);
            CREATE TRIGGER refuses BEFORE INSERT ON strict FOR EACH ROW SET NEW.n = IF(NEW.n > 10, 10, NEW.n);
            CREATE TABLE stricter (id int AUTO_INCREMENT PRIMARY KEY, n int);
            CREATE TRIGGER signals BEFORE INSERT ON stricter FOR EACH ROW SIGNAL SQLSTATE '45000';
            """);
        Assert.Equal(["stricter: a rule that the language has no words for, and that rows may break: those of the trigger signals"], Imported.Read(connection).Notes.Select(n => n.ToString()));
    }

    [ServerFact(Server.MariaDb)]
    public void Keys_of_all_kinds_hold()
    {
        // Letters in upper and lower case are the same in these keys.
        using MySqlConnection connection = Create("""
            CREATE TABLE countries (code char(2) PRIMARY KEY, name varchar(60) NOT NULL UNIQUE);
            CREATE TABLE cities (country char(2), name varchar(60), mayor_id int, PRIMARY KEY (country, name), FOREIGN KEY (country) REFERENCES countries (code));
            CREATE TABLE people (id int AUTO_INCREMENT PRIMARY KEY, country char(2) NOT NULL, city varchar(60) NOT NULL, login varchar(20) NOT NULL UNIQUE, FOREIGN KEY (country, city) REFERENCES cities (country, name));
            ALTER TABLE cities ADD FOREIGN KEY (mayor_id) REFERENCES people (id);
            CREATE TABLE passports (person_id int PRIMARY KEY, nr char(9) NOT NULL UNIQUE, FOREIGN KEY (person_id) REFERENCES people (id));
            CREATE TABLE logs (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (year(at)) (PARTITION a VALUES LESS THAN (2025), PARTITION b VALUES LESS THAN (2026));
            """);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal(5, counts.Count);
        Assert.Equal(0L, Imported.Rows(connection, "SELECT count(*) FROM people p LEFT JOIN cities c ON c.country = p.country AND c.name = p.city WHERE c.name IS NULL")[0][0]);
        Assert.Equal(0L, Imported.Rows(connection, "SELECT count(*) FROM cities c LEFT JOIN people p ON p.id = c.mayor_id WHERE p.id IS NULL AND c.mayor_id IS NOT NULL")[0][0]);
    }

    private MySqlConnection Create(string sql)
    {
        var connection = new MySqlConnection(server.ConnectionString(server.NewDatabase()));
        connection.Open();
        Execute(connection, "SET time_zone = '+00:00'");
        Execute(connection, sql);
        return connection;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
