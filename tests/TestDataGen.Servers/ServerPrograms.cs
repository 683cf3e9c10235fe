namespace TestDataGen.Servers;

/// <summary>Finds the programs of servers and their clients.</summary>
public static class ServerPrograms
{
    /// <summary>Why a server can't be started here; null where it can.</summary>
    public static string? WhyNot(Server server)
    {
        if (OperatingSystem.IsWindows())
            return "Servers are started on Linux and macOS only.";
        string[] programs = server == Server.PostgreSql ? PostgreSqlServer.Programs : MariaDbServer.Programs;
        string[] missing = [.. programs.Where(p => Find(p) is null)];
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} not installed (Debian: {(server == Server.PostgreSql ? "postgresql" : MariaDbServer.Package)}).";
    }

    /// <summary>The path of a program, null where there is none.</summary>
    public static string? Find(string program) =>
        Folders().Select(folder => Path.Combine(folder, program)).FirstOrDefault(Exists);

    // A link may lead nowhere.
    private static bool Exists(string path) => File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true);

    // Debian has mariadbd where only root looks, and PostgreSQL's own programs in a folder a version.
    private static IEnumerable<string> Folders()
    {
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        const string versions = "/usr/lib/postgresql";
        IEnumerable<string> postgres = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).OrderByDescending(v => int.TryParse(Path.GetFileName(v), out int number) ? number : 0).Select(v => Path.Combine(v, "bin"))
            : [];
        return [.. path, "/usr/sbin", "/usr/local/sbin", .. postgres];
    }
}
