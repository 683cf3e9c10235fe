namespace TestDataGen.Export;

/// <summary>Where a database is, as its parts.</summary>
/// <param name="Server">The host; with SQLite the file.</param>
/// <param name="Database">The database; null: the server's default for the user.</param>
/// <param name="Port">The port; null: the provider's own.</param>
/// <param name="User">The user; null: whom the system says one is.</param>
/// <param name="Password">The password. It goes nowhere but into the connection.</param>
public sealed record ServerAddress(string Server, string? Database = null, int? Port = null, string? User = null, string? Password = null)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Server}{(Port is { } port ? $":{port}" : "")}{(Database is null ? "" : $"/{Database}")}";
}
