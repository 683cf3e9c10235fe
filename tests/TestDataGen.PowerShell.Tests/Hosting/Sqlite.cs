using SQLitePCL;

namespace TestDataGen.Tests.Hosting;

/// <summary>Reads a database that the module made.</summary>
internal static class Sqlite
{
    static Sqlite() => Batteries_V2.Init();

    /// <summary>The rows of a query as texts, with bars between the columns.</summary>
    public static IReadOnlyList<string> Query(string path, string sql)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(path, out sqlite3 database, raw.SQLITE_OPEN_READONLY, null));
        using (database)
        {
            Assert.True(raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt statement) == raw.SQLITE_OK, raw.sqlite3_errmsg(database).utf8_to_string());
            using (statement)
            {
                var rows = new List<string>();
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                    rows.Add(string.Join('|', Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => raw.sqlite3_column_text(statement, i).utf8_to_string())));
                return rows;
            }
        }
    }
}
