using System.Reflection;
using System.Runtime.Loader;

namespace TestDataGen.Loader;

/// <summary>
/// The assembly load context of the module: its assemblies and their dependencies, native ones too, come from what the module ships,
/// whatever versions other modules of the session have loaded.
/// </summary>
/// <remarks>
/// Places come from the <c>.deps.json</c> beside the assembly. A rule such as "the file of that name beside me" would miss native libraries and would
/// find reference stubs instead of the implementation for the platform. What the file does not name (the engine, the framework) comes from the default context.
/// </remarks>
internal sealed class ModuleLoadContext(string assemblyPath) : AssemblyLoadContext("TestDataGen")
{
    private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
