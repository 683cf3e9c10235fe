using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Scripts for SQLite, and databases made without one: both hold the same.</summary>
public sealed class SqliteScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Awkward_values_come_back_from_a_script()
    {
        using SqliteConnection connection = Run(Script.Write(_folder, "sqlite", AwkwardRows.Batch));
        ReadBack.AssertRows(connection, "SELECT * FROM t ORDER BY id", AwkwardRows.Batch, Read, Kept);
    }

    [ProgramFact("sqlite3")]
    public void Awkward_values_come_back_from_a_script_that_the_shell_has_read()
    {
        string script = Script.Write(_folder, "sqlite", AwkwardRows.Batch);
        using (Process shell = Process.Start(new ProcessStartInfo("sqlite3", ["-bail", _folder["shell.db"], $".read {script}"]))!)
        {
            shell.WaitForExit();
            Assert.Equal(0, shell.ExitCode);
        }

        using SqliteConnection connection = Open("shell.db");
        ReadBack.AssertRows(connection, "SELECT * FROM t ORDER BY id", AwkwardRows.Batch, Read, Kept);
    }

    [Fact]
    public void Awkward_values_come_back_from_a_database()
    {
        using (var sink = new SqliteSink(_folder["direct.db"]))
        {
            sink.Begin([AwkwardRows.Table]);
            sink.Write(AwkwardRows.Batch, 0, AwkwardRows.Batch.Count);
            sink.Complete();
        }

        using SqliteConnection connection = Open("direct.db");
        ReadBack.AssertRows(connection, "SELECT * FROM t ORDER BY id", AwkwardRows.Batch, Read, Kept);
    }

    [Fact]
    public void A_zero_in_a_text_comes_back_from_both()
    {
        RowBatch batch = Given.Batch(Given.Table("id: bigint primary_key\nlabel: text"), [1L, "a\0b"], [2L, "\0"]);
        using SqliteConnection script = Run(Script.Write(_folder, "sqlite", batch));
        using (var sink = new SqliteSink(_folder["direct.db"]))
        {
            sink.Begin([batch.Table]);
            sink.Write(batch, 0, batch.Count);
            sink.Complete();
        }

        using SqliteConnection direct = Open("direct.db");
        foreach (SqliteConnection connection in new[] { script, direct })
            ReadBack.AssertRows(connection, "SELECT id, CAST(label AS BLOB) FROM t ORDER BY id", batch, (reader, field) => field.Index == 0 ? reader.GetInt64(0) : System.Text.Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(1)));
    }

    [Fact]
    public void Awkward_names_are_names_in_both()
    {
        Schema schema = AwkwardNames.Schema();
        using SqliteConnection script = Run(Script.Write(_folder, "sqlite", schema, AwkwardNames.Rows));
        AwkwardNames.AssertTables(script, schema, SqlDialects.Find("sqlite")!);
        using (var sink = new SqliteSink(_folder["direct.db"]))
            Exporter.Run(Plan.Create(schema, new PlanOptions { Count = AwkwardNames.Rows }), sink, 1);
        using SqliteConnection direct = Open("direct.db");
        AwkwardNames.AssertTables(direct, schema, SqlDialects.Find("sqlite")!);
        Assert.Equal(Indexes(script), Indexes(direct));
        // One for each reference.
        Assert.Equal(schema.Tables.Sum(t => t.Fields.Count(f => f.Reference is not null)), Indexes(direct).Count);
    }

    [Fact]
    public void Keys_and_defaults_of_any_measure_are_taken()
    {
        using SqliteConnection connection = Run(Script.Write(_folder, "sqlite", AwkwardSchemas.Keys(), 50));
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM child, pragma_foreign_key_check ON true";
        Assert.Equal(0L, command.ExecuteScalar());
        command.CommandText = "SELECT count(*) FROM child";
        Assert.Equal(50L, command.ExecuteScalar());
        command.CommandText = "INSERT INTO defaults DEFAULT VALUES RETURNING a || b || c || d || e || f || g || h || i || j || k || l || hex(m) || n";
        Assert.Equal("-11.50.11it's \\ {}x2024-02-2912:30:002024-02-29 12:30:002024-02-29 12:30:00Z00112233-4455-6677-8899-aabbccddeeff{}CAFElow", command.ExecuteScalar());
    }

    private static List<string> Indexes(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
        using SqliteDataReader reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private SqliteConnection Run(string script)
    {
        SqliteConnection connection = Open("script.db");
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(script);
        command.ExecuteNonQuery();
        return connection;
    }

    private SqliteConnection Open(string name)
    {
        var connection = new SqliteConnection($"Data Source={_folder[name]};Pooling=False");
        connection.Open();
        return connection;
    }

    // SQLite has no decimals: of a number with a fraction there are 15 digits, which is what a double has.
    private static object Kept(Field field, object value) => value is decimal ? double.Parse(CellValue.ToText(value), CultureInfo.InvariantCulture) : value;

    private static object Read(DbDataReader reader, Field field)
    {
        string Text() => reader.GetString(field.Index);
        return field.Type.Kind switch
        {
            TypeKind.SmallInt => reader.GetInt16(field.Index),
            TypeKind.Integer => reader.GetInt32(field.Index),
            TypeKind.Decimal => reader.GetDouble(field.Index),
            TypeKind.Float => (float)reader.GetDouble(field.Index),
            TypeKind.Boolean => reader.GetBoolean(field.Index),
            TypeKind.Date => DateOnly.ParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            TypeKind.Time => TimeOnly.ParseExact(Text(), "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            TypeKind.DateTime => DateTime.ParseExact(Text(), "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            TypeKind.Timestamp => DateTimeOffset.ParseExact(Text(), "yyyy-MM-dd HH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            TypeKind.Uuid => Guid.ParseExact(Text(), "D"),
            TypeKind.Binary => reader.GetFieldValue<byte[]>(field.Index),
            _ => reader.GetValue(field.Index),
        };
    }
}
