using TestDataGen.Export;

namespace TestDataGen;

/// <summary>A connection that the user has saved.</summary>
public sealed class Connection
{
    internal Connection(SavedConnection saved)
    {
        Name = saved.Name;
        Provider = saved.Provider;
        Place = saved.Place;
        ConnectionString = saved.ConnectionString;
        PasswordVariable = saved.PasswordVariable;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The kind of database.</summary>
    public string Provider { get; }

    /// <summary>Server and database.</summary>
    public string Place { get; }

    /// <summary>The connection string, which has no password in it.</summary>
    public string ConnectionString { get; }

    /// <summary>The environment variable that has the password; null: none.</summary>
    public string? PasswordVariable { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
