using System.Data.Common;
using MySqlConnector;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Scripts for MySQL, run by MariaDB's client on MariaDB.</summary>
public sealed class MariaDbScriptTests(MariaDbServer server) : IClassFixture<MariaDbServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ServerFact(Server.MariaDb)]
    public void Awkward_values_come_back_as_they_were()
    {
        using DbConnection connection = Run(Script.Write(_folder, "mysql", AwkwardRows.Batch));
        // The protocol shows six digits of a FLOAT; as a DOUBLE it has them all.
        string columns = string.Join(", ", AwkwardRows.Table.Fields.Select(f => f.Type.Kind == TypeKind.Float ? $"CAST({f.Name} AS DOUBLE)" : f.Name));
        ReadBack.AssertRows(connection, $"SELECT {columns} FROM t ORDER BY id", AwkwardRows.Batch, Read, (_, value) => ReadBack.Microseconds(value));
    }

    [ServerFact(Server.MariaDb)]
    public void Texts_come_back_whatever_mode_the_session_is_in()
    {
        RowBatch batch = Given.Batch(Given.Table("id: bigint primary_key\nlabel: text"), [1L, "a\\' \"b\" || \n"], [2L, "\\"]);
        string script = Script.Write(_folder, "mysql", batch);
        File.WriteAllText(script, "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT';\n" + File.ReadAllText(script));
        using DbConnection connection = Run(script);
        ReadBack.AssertRows(connection, "SELECT * FROM t ORDER BY id", batch, Read);
    }

    [ServerFact(Server.MariaDb)]
    public void Awkward_names_are_names()
    {
        Schema schema = AwkwardNames.Schema();
        using DbConnection connection = Run(Script.Write(_folder, "mysql", schema, AwkwardNames.Rows));
        AwkwardNames.AssertTables(connection, schema, SqlDialects.Find("mysql")!);
    }

    [ServerFact(Server.MariaDb)]
    public void Keys_and_defaults_of_any_measure_are_taken()
    {
        using DbConnection connection = Run(Script.Write(_folder, "mysql", AwkwardSchemas.Keys(), 50));
        Assert.Equal(50L, Value(connection, "SELECT count(*) FROM child"));
    }

    [ServerFact(Server.MariaDb)]
    public void Checks_are_judged_as_the_language_judges_them()
    {
        using DbConnection connection = Run(CheckConditions.Write(_folder, "mysql"));
        CheckConditions.AssertJudgedAlike(connection, "mysql", "{0} <=> {1}", "least(price, tax) > 1", "price / 2 > tax", "\"{a}\" == \"1\"");
    }

    private DbConnection Run(string script)
    {
        string database = server.NewDatabase();
        server.RunScript(database, script);
        var connection = new MySqlConnection(server.ConnectionString(database));
        connection.Open();
        return connection;
    }

    private static object? Value(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    internal static object Read(DbDataReader reader, Field field) => field.Type.Kind switch
    {
        TypeKind.Float => (float)reader.GetDouble(field.Index),
        TypeKind.Boolean => reader.GetBoolean(field.Index),
        TypeKind.Date => reader.GetFieldValue<DateOnly>(field.Index),
        TypeKind.Time => reader.GetFieldValue<TimeOnly>(field.Index),
        TypeKind.Timestamp => new DateTimeOffset(reader.GetDateTime(field.Index), TimeSpan.Zero),
        TypeKind.Uuid => reader.GetGuid(field.Index),
        _ => reader.GetValue(field.Index),
    };
}
