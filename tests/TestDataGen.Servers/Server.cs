namespace TestDataGen.Servers;

/// <summary>The servers that tests can start.</summary>
public enum Server
{
    /// <summary>PostgreSQL, of Debian's package <c>postgresql</c>.</summary>
    PostgreSql,

    /// <summary>MariaDB, of Debian's package <c>mariadb-server</c>.</summary>
    MariaDb,
}
