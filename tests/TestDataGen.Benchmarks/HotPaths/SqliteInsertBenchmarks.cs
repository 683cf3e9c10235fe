using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TestDataGen.Benchmarks.HotPaths;

/// <summary>
/// Ready rows of eight columns into SQLite: by Microsoft.Data.Sqlite, which boxes each value and makes UTF-8 of each string, and by the provider under it, which takes
/// UTF-8 spans.
/// </summary>
[MemoryDiagnoser]
public class SqliteInsertBenchmarks
{
    private const int Rows = 100_000;
    private const string CreateTable = "create table t (id integer primary key, name text, email text, city text, born text, balance real, state text, admin integer)";
    private const string Insert = "insert into t values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    private static readonly string[] Texts = ["Josefina Barton", "josefina.barton1@example.com", "Port Jedediah", "1958-04-11", "active"];
    private static readonly byte[][] Utf8 = [.. Texts.Select(System.Text.Encoding.UTF8.GetBytes)];

    [GlobalSetup]
    public void Setup() => Batteries_V2.Init();

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public long MicrosoftDataSqlite()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using (SqliteCommand create = connection.CreateCommand())
        {
            create.CommandText = CreateTable;
            create.ExecuteNonQuery();
        }

        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = Insert;
        SqliteParameter[] p = [.. Enumerable.Range(1, 8).Select(i => insert.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" }))];
        insert.Prepare();
        for (int i = 0; i < Rows; i++)
        {
            p[0].Value = i;
            p[1].Value = Texts[0];
            p[2].Value = Texts[1];
            p[3].Value = Texts[2];
            p[4].Value = Texts[3];
            p[5].Value = i * 0.25;
            p[6].Value = Texts[4];
            p[7].Value = (i & 1) == 0;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return Rows;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public long RawProvider()
    {
        Check(raw.sqlite3_open(":memory:", out sqlite3 database));
        Check(raw.sqlite3_exec(database, CreateTable));
        Check(raw.sqlite3_exec(database, "begin"));
        Check(raw.sqlite3_prepare_v2(database, Insert, out sqlite3_stmt insert));
        for (int i = 0; i < Rows; i++)
        {
            raw.sqlite3_bind_int64(insert, 1, i);
            raw.sqlite3_bind_text(insert, 2, Utf8[0]);
            raw.sqlite3_bind_text(insert, 3, Utf8[1]);
            raw.sqlite3_bind_text(insert, 4, Utf8[2]);
            raw.sqlite3_bind_text(insert, 5, Utf8[3]);
            raw.sqlite3_bind_double(insert, 6, i * 0.25);
            raw.sqlite3_bind_text(insert, 7, Utf8[4]);
            raw.sqlite3_bind_int(insert, 8, i & 1);
            if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
            raw.sqlite3_reset(insert);
        }

        Check(raw.sqlite3_exec(database, "commit"));
        insert.Dispose();
        database.Dispose();
        return Rows;
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite error {code}.");
    }
}
