namespace TestDataGen.Cli;

/// <summary>Where the built module is.</summary>
internal static class ModuleLocation
{
    private const string Manifest = "TestDataGen.psd1";

    /// <summary>
    /// The path of the manifest: in the folder that <c>TDG_MODULE_PATH</c> names, else in <c>TestDataGen</c> beside the program, else in <c>out/TestDataGen</c> of the checkout
    /// that the program was built in.
    /// </summary>
    /// <exception cref="UsageException">It is in none of them.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("TDG_MODULE_PATH") is { Length: > 0 } named)
        {
            string given = Path.Combine(named, Manifest);
            return File.Exists(given) ? given : throw new UsageException($"TDG_MODULE_PATH is {named}, where there is no {Manifest}.");
        }

        string beside = Path.Combine(AppContext.BaseDirectory, "TestDataGen", Manifest);
        if (File.Exists(beside))
            return beside;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string built = Path.Combine(folder.FullName, "out", "TestDataGen", Manifest);
            if (File.Exists(built))
                return built;
        }

        throw new UsageException($"The module TestDataGen is not to be found near {AppContext.BaseDirectory}. Build it by dotnet build, or name its folder in TDG_MODULE_PATH.");
    }
}
