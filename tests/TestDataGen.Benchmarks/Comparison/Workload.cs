namespace TestDataGen.Benchmarks.Comparison;

/// <summary>The users workload by this project.</summary>
internal static class Workload
{
    /// <summary>The schema in the repository, found from where this program is built.</summary>
    public static string DefaultSchemaPath => Path.Combine(RepositoryRoot, "examples", "users", "users.tdg");

    /// <summary>The folder of the solution.</summary>
    /// <exception cref="InvalidOperationException">The program was copied elsewhere.</exception>
    public static string RepositoryRoot
    {
        get
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "TestDataGen.slnx")))
                    return folder.FullName;
            }

            throw new InvalidOperationException("The repository is not above this program; name the schema with --schema.");
        }
    }
}
