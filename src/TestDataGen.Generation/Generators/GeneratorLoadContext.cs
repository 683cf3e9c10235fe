using System.Reflection;
using System.Runtime.Loader;

namespace TestDataGen.Generation;

/// <summary>
/// The load context of an assembly with generators: what it depends on comes from its own folder, but the interface and all else of ours from where this assembly is, or its
/// types would implement another interface of the same name.
/// </summary>
internal sealed class GeneratorLoadContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private static readonly AssemblyLoadContext Ours = GetLoadContext(typeof(ITdgGenerator).Assembly)!;
    private readonly AssemblyDependencyResolver _resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is "TestDataGen.Generation" or "TestDataGen.Language" ? Ours.LoadFromAssemblyName(assemblyName)
        : _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file)
        : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
}
