using TestDataGen.Export;

namespace TestDataGen.Cli;

/// <summary>A database as an option names it: <c>sqlite:FILE</c>, or a server's kind and its connection string.</summary>
internal static class DatabaseArgument
{
    private const string Variable = "env:";

    /// <summary>The database of a text. The text may hold a password, so no message shows it.</summary>
    public static DatabaseTarget Read(string option, string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string kind = colon < 0 ? "" : text[..colon];
        string place = text[(colon + 1)..];
        if (SqlDialects.Find(kind) is not { } dialect || place.Length == 0)
            throw new UsageException($"{option} takes KIND:PLACE, as in sqlite:shop.db or postgres:env:SHOP, where the environment variable SHOP holds a connection string. There are: {string.Join(", ", SqlDialects.All.Select(d => d.Name))}.");
        return dialect is SqliteDialect ? DatabaseTarget.FromSqliteFile(Path.GetFullPath(place)) : DatabaseTarget.FromConnectionString(ConnectionString(place), dialect.Name);
    }

    /// <summary>A connection string, or with <c>env:NAME</c> what the environment variable holds: a command line can be seen by everybody on the machine.</summary>
    public static string ConnectionString(string text)
    {
        if (!text.StartsWith(Variable, StringComparison.OrdinalIgnoreCase))
            return text;
        string name = text[Variable.Length..];
        return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new UsageException($"There is no environment variable {name}.");
    }
}
