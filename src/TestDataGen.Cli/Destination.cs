using TestDataGen.Export;
using TestDataGen.Generation;

namespace TestDataGen.Cli;

/// <summary>What stands behind <c>--to</c>.</summary>
internal static class Destination
{
    private static readonly string[] Servers = ["postgres", "mysql", "sqlserver", DatabaseArgument.Saved];

    /// <summary>The database that a text names, whose rows the new ones join; null: it is not there yet.</summary>
    /// <param name="text"><c>kind:path</c>, or <c>kind:connection string</c>; null: a SQLite database named after the schema.</param>
    /// <param name="schema">The schema's name.</param>
    public static DatabaseTarget? Joined(string? text, string schema)
    {
        (string kind, string path) = Parts(text, schema);
        DatabaseTarget? target = Servers.Contains(kind) ? DatabaseArgument.TryRead(kind, path)
            : kind == "sqlite" ? SqliteSink.IsThere(Path.GetFullPath(path)) ? DatabaseTarget.FromSqliteFile(Path.GetFullPath(path)) : null
            : throw new UsageException("--append adds to a database: sqlite, postgres, mysql, sqlserver or connection. With other destinations it means nothing.");
        return target is { IsMissing: true } ? null : target;
    }

    /// <summary>Opens the sink that a text names.</summary>
    /// <param name="text"><c>kind:path</c>, or <c>kind:connection string</c>; null: a SQLite database named after the schema.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="dialect">The dialect of a script.</param>
    /// <param name="force">Whether files may be replaced.</param>
    /// <param name="append">Whether rows are added to a database that exists.</param>
    /// <param name="options">How a database on a server is loaded.</param>
    /// <param name="given">The options given for that.</param>
    /// <param name="stopped">Ends what a server is doing.</param>
    public static RowSink Open(string? text, Plan plan, string dialect, bool force, bool append, LoadOptions options, IReadOnlyList<string> given, CancellationToken stopped)
    {
        (string kind, string path) = Parts(text, plan.Schema.Name);
        if (Servers.Contains(kind))
            return new DatabaseSink(DatabaseArgument.TryRead(kind, path)!, options, stopped);
        bool isScript = kind == "sql";
        if (given.FirstOrDefault(o => !(isScript && LoadArguments.IsForScripts(o))) is { } option)
            throw new UsageException($"{option} is for postgres:, mysql:, sqlserver: and connection:; with other destinations it means nothing.");
        path = Path.GetFullPath(path);
        bool isFirst = plan.Partition == 1;
        return kind switch
        {
            "sqlite" => new SqliteSink(path, force, append),
            "csv" => new FileSink(path, new CsvFormat(), force, isFirst),
            "json" => new FileSink(path, new JsonFormat(), force, isFirst),
            "ndjson" => new FileSink(path, new JsonLinesFormat(), force, isFirst),
            "sql" => new SqlScriptSink(path, SqlDialects.Find(dialect)!, force, options.CreateTable),
            _ => throw new UsageException($"There is no destination {Shown(kind)}. There are: sqlite, csv, json, ndjson, sql, postgres, mysql, sqlserver, connection."),
        };
    }

    private static (string Kind, string Path) Parts(string? text, string schema)
    {
        text ??= $"sqlite:{new FileNames().For(schema)}.db";
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? (text[..colon].ToLowerInvariant(), text[(colon + 1)..])
            : throw new UsageException($"--to takes KIND:PATH, as in sqlite:shop.db or csv:out, not {Shown(text)}.");
    }

    // It may be a connection string that lacks its kind.
    private static string Shown(string text) => $"'{Secrets.Hide(text)}'";
}
