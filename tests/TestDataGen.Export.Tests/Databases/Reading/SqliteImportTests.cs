using Microsoft.Data.Sqlite;

namespace TestDataGen.Export.Tests;

/// <summary>SQLite databases become text, and rows made by it go into them.</summary>
public sealed class SqliteImportTests
{
    internal const string Shop = """
        CREATE TABLE customers (
          id INTEGER PRIMARY KEY AUTOINCREMENT, name NVARCHAR(40) NOT NULL, email TEXT COLLATE NOCASE UNIQUE, active BOOLEAN NOT NULL DEFAULT 1, balance DECIMAL(8,2) NOT NULL CHECK (balance >= 0 AND balance < 500),
          kind TEXT NOT NULL CHECK (kind IN ('private', 'business')), born DATE, seen DATETIME, photo BLOB, score REAL NOT NULL CHECK(score BETWEEN 0 AND 1), anything, small TINYINT NOT NULL, big BIGINT NOT NULL,
          referred_by INTEGER REFERENCES customers
        );
        CREATE TABLE orders (
          id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), starts DATE NOT NULL, ends DATE NOT NULL, code VARCHAR(8) NOT NULL CHECK (length(code) = 8), -- check (this is none)
          twice INTEGER GENERATED ALWAYS AS (id * 2) VIRTUAL, [odd name] TEXT CHECK ("odd name" LIKE 'x%'), CHECK (ends >= starts)
        );
        CREATE TABLE order_items (order_id INTEGER NOT NULL, line_no SMALLINT NOT NULL, note TEXT, PRIMARY KEY (order_id, line_no), FOREIGN KEY (order_id) REFERENCES orders (id)) WITHOUT ROWID;
        CREATE UNIQUE INDEX one ON orders (customer_id) WHERE ends IS NULL;
        CREATE UNIQUE INDEX two ON order_items (order_id, lower(note));
        CREATE VIRTUAL TABLE words USING fts5(word);
        """;

    [Fact]
    public void A_shop_is_read_and_filled()
    {
        using SqliteConnection connection = Create(Shop);
        ImportedSchema imported = Imported.Read(connection);
        Assert.Empty(imported.Notes);
        Dictionary<string, long> counts = Imported.Fill(connection, imported);
        Assert.Equal(["customers", "order_items", "orders"], counts.Keys.Order());
        Assert.Empty(Imported.Rows(connection, "PRAGMA foreign_key_check"));
        Assert.Equal([["ok"]], Imported.Rows(connection, "PRAGMA integrity_check"));
    }

    [Fact]
    public void A_script_says_what_the_server_says()
    {
        ImportedSchema imported = Imported.ReadScript("sqlite", Shop);
        Assert.Empty(imported.Notes);
        using SqliteConnection connection = Create(Shop);
        ImportedSchema live = Imported.Read(connection);
        Assert.Equal(Imported.Lines(live), Imported.Lines(imported));
        Assert.NotEmpty(Imported.Fill(connection, imported));
    }

    private static SqliteConnection Create(string sql)
    {
        var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return connection;
    }
}
