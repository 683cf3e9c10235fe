namespace TestDataGen.Servers;

/// <summary>The servers that tests can start.</summary>
public enum Server
{
    /// <summary>PostgreSQL, of Debian's package <c>postgresql</c>.</summary>
    PostgreSql,

    /// <summary>MariaDB, of Debian's package <c>mariadb-server</c>; MySQL itself where <c>TDG_TEST_MYSQL</c> is set.</summary>
    MariaDb,
}
