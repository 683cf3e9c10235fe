using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>From a database to a <c>.tdg</c> text.</summary>
public static class SchemaImport
{
    /// <summary>Asks a database for all its tables and writes them as text.</summary>
    /// <param name="target">The database.</param>
    /// <param name="options">How it becomes a text.</param>
    /// <param name="stopped">Ends the asking when the user stops the run.</param>
    /// <exception cref="ExportException">The database can't be connected to or asked, or has no tables.</exception>
    public static ImportedSchema From(DatabaseTarget target, ImportOptions options, CancellationToken stopped = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Ask(target, stopped, (reader, database) =>
        {
            DatabaseDescription description = reader.Describe(database.Connection);
            if (options.WithLookupRows)
                LookupRows.Read(database.Connection, database.Dialect, description);
            return Write(reader, description, options, target.Display);
        });
    }

    /// <summary>Asks a database about itself.</summary>
    /// <exception cref="ExportException">It can't be connected to, or does not answer.</exception>
    internal static T Ask<T>(DatabaseTarget target, CancellationToken stopped, Func<DatabaseReader, Database, T> ask)
    {
        using Database database = target.OpenToRead(new LoadOptions(), stopped);
        try
        {
            return ask(target.Provider.Dialect.Reader, database);
        }
        catch (Exception e) when (Database.IsRefusal(e))
        {
            throw new ExportException($"{target.Provider.Title} did not say what is in {target.Display}: {target.Provider.Describe(e)}", "Ask for the right to read the catalog, or import the database's own .sql script.", e);
        }
    }

    /// <summary>Reads the tables that a script creates and writes them as text. Nothing of the script is run.</summary>
    /// <param name="path">The script.</param>
    /// <param name="dialect">In whose SQL it is written.</param>
    /// <param name="options">How it becomes a text.</param>
    /// <exception cref="ExportException">The script can't be read, or creates no table.</exception>
    public static ImportedSchema FromScript(string path, SqlDialect dialect, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string script;
        try
        {
            script = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExportException($"{path} can't be read: {e.Message}", "Give the path of a script.", e);
        }

        DatabaseDescription description = dialect.Reader.DescribeScript(script, Path.GetFileNameWithoutExtension(path));
        return Write(dialect.Reader, description, options, path);
    }

    /// <summary>Writes a schema's text to a file, in the canonical form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file.</param>
    /// <param name="mayReplace">Whether a file that is there may be replaced.</param>
    /// <exception cref="ExportException">The file is there, or can't be written.</exception>
    public static void Save(SourceText text, string path, bool mayReplace)
    {
        using var file = new StagedFile(path, mayReplace);
        file.CreateFolder();
        file.Write(Encoding.UTF8.GetBytes(SchemaFormatter.Format(text).Text ?? text.Text));
        file.Close();
        file.Move();
    }

    private static ImportedSchema Write(DatabaseReader reader, DatabaseDescription description, ImportOptions options, string from)
    {
        var draft = new SchemaDraft(reader, description, options);
        if (draft.Tables.Count == 0)
            throw new ExportException($"There are no tables in {from} that could be filled.", "Choose the database or the script that has them; of a database, the user must have the right to see its tables.");
        return new SchemaWriter(draft).Write();
    }
}
