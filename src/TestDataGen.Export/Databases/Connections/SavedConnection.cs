namespace TestDataGen.Export;

/// <summary>A connection that a user has given a name. It never holds a password.</summary>
/// <param name="Name">The name.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="ConnectionString">The connection string without what is secret in it.</param>
/// <param name="PasswordVariable">The environment variable from which the password is taken; null: none.</param>
public sealed record SavedConnection(string Name, string Provider, string ConnectionString, string? PasswordVariable = null)
{
    /// <summary>Server and database, for people.</summary>
    public string Place => DatabaseProvider.Find(Provider).Display(null, null, ConnectionString);

    /// <summary>Only its name and place.</summary>
    public override string ToString() => $"{Name} ({Place})";
}
