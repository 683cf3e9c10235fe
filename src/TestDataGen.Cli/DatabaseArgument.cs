using TestDataGen.Export;

namespace TestDataGen.Cli;

/// <summary>A database as an option names it: <c>sqlite:FILE</c>, a server's kind and its connection string, or <c>connection:</c> and the name of a saved one.</summary>
internal static class DatabaseArgument
{
    /// <summary>What stands before the name of a saved connection.</summary>
    public const string Saved = "connection";

    private const string Variable = "env:";

    /// <summary>The database of a text. The text may hold a password, so no message shows it.</summary>
    public static DatabaseTarget Read(string option, string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? null : TryRead(text[..colon], text[(colon + 1)..]))
            ?? throw new UsageException($"{option} takes KIND:PLACE, as in sqlite:shop.db or postgres:env:SHOP, where the environment variable SHOP holds a connection string, or connection:NAME. There are: {string.Join(", ", SqlDialects.All.Select(d => d.Name))}.");
    }

    /// <summary>The database of a kind and a place; null: the kind is none, or the place is missing.</summary>
    public static DatabaseTarget? TryRead(string kind, string place)
    {
        if (place.Length == 0)
            return null;
        if (kind.Equals(Saved, StringComparison.OrdinalIgnoreCase))
            return DatabaseTarget.FromSaved(SavedConnections.OfUser().Find(place));
        if (SqlDialects.Find(kind) is not { } dialect)
            return null;
        string text = FromVariable(place);
        return dialect is SqliteDialect && !text.Contains('=', StringComparison.Ordinal)
            ? DatabaseTarget.FromSqliteFile(Path.GetFullPath(text))
            : DatabaseTarget.FromConnectionString(text, dialect.Name);
    }

    // A command line can be seen by everybody on the machine.
    private static string FromVariable(string text)
    {
        if (!text.StartsWith(Variable, StringComparison.OrdinalIgnoreCase))
            return text;
        string name = text[Variable.Length..];
        return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new UsageException($"There is no environment variable {name}.");
    }
}
