namespace TestDataGen.Export;

/// <summary>All dialects, by name.</summary>
public static class SqlDialects
{
    /// <summary>The dialects in the order in which they are offered.</summary>
    public static IReadOnlyList<SqlDialect> All { get; } = [new SqliteDialect(), new PostgreSqlDialect(), new MySqlDialect(), new SqlServerDialect()];

    /// <summary>The dialect of a name, without regard to case; null where there is none.</summary>
    public static SqlDialect? Find(string name) => All.FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase));
}
