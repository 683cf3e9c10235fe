using System.Reflection;
using System.Text.RegularExpressions;

namespace TestDataGen.Generation;

/// <summary>Makes the generators that an assembly holds: its public classes that implement <see cref="ITdgGenerator"/> and can be made without arguments.</summary>
public static partial class GeneratorAssembly
{
    /// <summary>All generators of an assembly, named after their types: <c>LicensePlateGenerator</c> is <c>license_plate</c>.</summary>
    /// <exception cref="ArgumentException">It can't be loaded, or has none.</exception>
    public static IReadOnlyDictionary<string, ITdgGenerator> Load(string path)
    {
        Type[] types = TypesOf(path);
        return types.Length > 0
            ? types.ToDictionary(NameOf, Create, StringComparer.OrdinalIgnoreCase)
            : throw new ArgumentException($"'{path}' has no public class that implements {nameof(ITdgGenerator)} and has a constructor without parameters.", nameof(path));
    }

    /// <summary>One generator of an assembly.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="typeName">The class, with or without its namespace.</param>
    /// <exception cref="ArgumentException">The assembly can't be loaded, or has no such generator.</exception>
    public static ITdgGenerator Create(string path, string typeName)
    {
        Type[] types = TypesOf(path);
        Type type = types.FirstOrDefault(t => t.FullName == typeName) ?? types.FirstOrDefault(t => t.Name == typeName)
            ?? throw new ArgumentException(
                $"'{path}' has no public class {typeName} that implements {nameof(ITdgGenerator)} and has a constructor without parameters."
                + (types.Length == 0 ? "" : $" It has: {string.Join(", ", types.Select(t => t.FullName))}."),
                nameof(typeName));
        return Create(type);
    }

    private static Type[] TypesOf(string path)
    {
        try
        {
            string file = Path.GetFullPath(path);
            return [.. new GeneratorLoadContext(file).LoadFromAssemblyPath(file).GetExportedTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(ITdgGenerator)) && t.GetConstructor(Type.EmptyTypes) is not null)
                .OrderBy(t => t.FullName, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException or TypeLoadException or InvalidOperationException)
        {
            throw new ArgumentException($"'{path}' can't be loaded: {e.Message}", nameof(path), e);
        }
    }

    private static ITdgGenerator Create(Type type)
    {
        try
        {
            return (ITdgGenerator)Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException e)
        {
            throw new ArgumentException($"{type.FullName} can't be made: {e.InnerException!.Message}", e.InnerException);
        }
    }

    private static string NameOf(Type type) => WordStart().Replace(
        type.Name.EndsWith("Generator", StringComparison.Ordinal) && type.Name.Length > "Generator".Length ? type.Name[..^"Generator".Length] : type.Name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])")]
    private static partial Regex WordStart();
}
