using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>The connections that a user has saved, in a file that nobody else may read. What else stands in the file stays there.</summary>
/// <param name="path">The file; it need not be there.</param>
public sealed class SavedConnections(string path)
{
    private const string List = "connections";
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Those of the user who runs this: in <c>APPDATA</c>, <c>XDG_CONFIG_HOME</c> or <c>~/.config</c>.</summary>
    /// <exception cref="ExportException">The user has no such folder.</exception>
    public static SavedConnections OfUser()
    {
        string? folder = Environment.GetEnvironmentVariable(OperatingSystem.IsWindows() ? "APPDATA" : "XDG_CONFIG_HOME");
        if (!Path.IsPathFullyQualified(folder ?? ""))
            folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (folder!.Length == 0)
            throw new ExportException("There is no folder for a user's configuration.", "Set HOME, or XDG_CONFIG_HOME to a folder.");
        return new SavedConnections(Path.Combine(folder, "TestDataGen", "connections.json"));
    }

    /// <summary>All of them, by name.</summary>
    /// <exception cref="ExportException">The file can't be read, or is damaged.</exception>
    public IReadOnlyList<SavedConnection> All()
    {
        JsonObject root = Read();
        return Reading(() => (IReadOnlyList<SavedConnection>)[.. Connections(root).Select(c => Of(c.Key, c.Value!.AsObject())).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The connection of a name, without regard to case.</summary>
    /// <exception cref="ExportException">There is none, or the file is damaged.</exception>
    public SavedConnection Find(string name)
    {
        IReadOnlyList<SavedConnection> all = All();
        return all.FirstOrDefault(c => IsNamed(c.Name, name)) ?? throw Unknown(name, all);
    }

    /// <summary>Keeps a connection, in place of one of the same name.</summary>
    /// <exception cref="ExportException">The name is none, the file is damaged or can't be written.</exception>
    public void Set(SavedConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Name.Length == 0 || !connection.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'))
            throw new ExportException($"'{connection.Name}' can't be the name of a connection.", "Use letters, digits, _, - and . only.");
        using FileStream held = Hold();
        // Not even beside one that is damaged.
        All();
        JsonObject root = Read();
        Reading(() =>
        {
            JsonObject connections = Connections(root);
            // What a newer version keeps of it beside this is its own.
            string key = connections.Select(c => c.Key).FirstOrDefault(k => IsNamed(k, connection.Name)) ?? connection.Name;
            JsonObject saved = connections[key]?.AsObject() ?? [];
            saved["provider"] = connection.Provider;
            saved["connectionString"] = connection.ConnectionString;
            if (connection.PasswordVariable is { } variable)
                saved["passwordVariable"] = variable;
            else
                saved.Remove("passwordVariable");
            connections.Remove(key);
            connections[connection.Name] = saved;
            return connections;
        });
        Write(root);
    }

    /// <summary>Forgets the connection of a name.</summary>
    /// <exception cref="ExportException">There is none, the file is damaged or can't be written.</exception>
    public void Remove(string name)
    {
        using FileStream held = Hold();
        SavedConnection connection = Find(name);
        JsonObject root = Read();
        Connections(root).Remove(connection.Name);
        Write(root);
    }

    /// <summary>An error that names the connection that was probably meant.</summary>
    private static ExportException Unknown(string name, IReadOnlyList<SavedConnection> all)
    {
        string advice = Nearest.Hint(name, all.Select(c => c.Name))
            ?? (all.Count == 0 ? "None is saved: Set-TdgConnection saves one." : $"There are: {string.Join(", ", all.Select(c => c.Name))}.");
        return new ExportException($"There is no saved connection `{name}`.", advice);
    }

    private static bool IsNamed(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static SavedConnection Of(string name, JsonObject saved) => new(
        name,
        saved["provider"]!.GetValue<string>(),
        DatabaseProvider.Find(saved["provider"]!.GetValue<string>()).WithoutSecrets(saved["connectionString"]!.GetValue<string>()).ConnectionString,
        saved["passwordVariable"]?.GetValue<string>());

    private static JsonObject Connections(JsonObject root)
    {
        if (root[List] is null)
            root[List] = new JsonObject();
        return root[List]!.AsObject();
    }

    private JsonObject Read() => Reading(() => File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : []);

    private T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExportException($"{path} can't be read: {e.Message}", "See who owns the file and may read it.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException or ExportException)
        {
            throw new ExportException($"{path}, where connections are saved, is damaged: {e.Message} It was left as it is.", "Correct it, or move it away to begin anew.");
        }
    }

    // Two that change the file at once would each keep only their own.
    private FileStream Hold()
    {
        string name = Path.ChangeExtension(path, ".lock");
        for (int tries = 1; ; tries++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                return new FileStream(name, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (tries < 100 && File.Exists(name))
            {
                Thread.Sleep(50);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw StagedFile.CannotWrite(path, e);
            }
        }
    }

    private void Write(JsonObject root)
    {
        using var file = new StagedFile(path, mayReplace: true) { IsPrivate = true };
        file.Write(Encoding.UTF8.GetBytes(root.ToJsonString(Layout) + "\n"));
        file.Close();
        file.Move();
    }
}
