using System.Data.Common;
using Npgsql;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Scripts for PostgreSQL, run by psql.</summary>
public sealed class PostgreSqlScriptTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ServerFact(Server.PostgreSql)]
    public void Awkward_values_come_back_as_they_were()
    {
        using DbConnection connection = Run(Script.Write(_folder, "postgres", AwkwardRows.Batch));
        ReadBack.AssertRows(connection, "SELECT * FROM t ORDER BY id", AwkwardRows.Batch, Read, (field, value) => field.Type.Kind == TypeKind.Json ? Compact(value) : ReadBack.Microseconds(value));
    }

    [ServerFact(Server.PostgreSql)]
    public void Awkward_names_are_names()
    {
        Schema schema = AwkwardNames.Schema();
        using DbConnection connection = Run(Script.Write(_folder, "postgres", schema, AwkwardNames.Rows));
        AwkwardNames.AssertTables(connection, schema, SqlDialects.Find("postgres")!);
    }

    [ServerFact(Server.PostgreSql)]
    public void Keys_and_defaults_of_any_measure_are_taken()
    {
        using DbConnection connection = Run(Script.Write(_folder, "postgres", AwkwardSchemas.Keys(), 50));
        Assert.Equal(50L, Value(connection, "SELECT count(*) FROM child"));
    }

    [ServerFact(Server.PostgreSql)]
    public void Checks_are_judged_as_the_language_judges_them()
    {
        using DbConnection connection = Run(CheckConditions.Write(_folder, "postgres"));
        CheckConditions.AssertJudgedAlike(connection, "postgres", "{0} IS NOT DISTINCT FROM {1}", "least(price, tax) > 1", "price / 2 > tax", "\"{a}\" == \"1\"");
    }

    private DbConnection Run(string script)
    {
        string database = server.NewDatabase();
        server.RunScript(database, script);
        var connection = new NpgsqlConnection(server.ConnectionString(database));
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
        TypeKind.Date => reader.GetFieldValue<DateOnly>(field.Index),
        TypeKind.Time => reader.GetFieldValue<TimeOnly>(field.Index),
        TypeKind.Timestamp => reader.GetFieldValue<DateTimeOffset>(field.Index),
        TypeKind.Json => Compact(reader.GetString(field.Index)),
        _ => reader.GetValue(field.Index),
    };

    // A jsonb has blanks of its own.
    internal static object Compact(object json) => System.Text.Json.Nodes.JsonNode.Parse((string)json)!.ToJsonString();
}
