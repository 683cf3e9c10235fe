using System.Reflection;

namespace TestDataGen.Loader;

/// <summary>What the module's script calls when it is imported.</summary>
public static class ModuleLoader
{
    private static readonly Dictionary<string, Assembly> Loaded = [];

    /// <summary>Loads an assembly in a context of its own, once for each path: another import in the same process finds the one loaded before.</summary>
    /// <param name="assemblyPath">The assembly with the cmdlets, beside it its <c>.deps.json</c>.</param>
    public static Assembly Load(string assemblyPath)
    {
        string path = Path.GetFullPath(assemblyPath);
        // Several runspaces may import the module at the same time.
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(path, out Assembly? assembly))
                Loaded[path] = assembly = new ModuleLoadContext(path).LoadFromAssemblyPath(path);
            return assembly;
        }
    }
}
