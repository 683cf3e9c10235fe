using System.Reflection;
using System.Runtime.Loader;

namespace TestDataGen.HelpBuilder;

/// <summary>Reads the cmdlets of an assembly from their attributes.</summary>
/// <remarks>Only as data: the reference assembly of the engine has no bodies that could answer for an attribute.</remarks>
internal static class CmdletAssembly
{
    private const string AllSets = "__AllParameterSets";

    public static IReadOnlyList<Cmdlet> Read(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            string beside = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : null;
        };
        Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path));
        return [.. assembly.GetExportedTypes()
            .Select(t => (Type: t, Cmdlet: Find(t.CustomAttributes, "CmdletAttribute")))
            .Where(t => t.Cmdlet is not null)
            .Select(t => Describe(t.Type, t.Cmdlet!))
            .OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    private static Cmdlet Describe(Type type, CustomAttributeData cmdlet) => new(
        (string)cmdlet.ConstructorArguments[0].Value!,
        (string)cmdlet.ConstructorArguments[1].Value!,
        Named(cmdlet, "DefaultParameterSetName", ""),
        Named(cmdlet, "SupportsShouldProcess", false),
        [.. Parameters(type).Concat(GivenOut(type).SelectMany(Parameters)).Select(Describe).OrderBy(p => p.Name, StringComparer.Ordinal)]);

    private static IEnumerable<PropertyInfo> Parameters(Type type) => type.GetProperties().Where(p => All(p, "ParameterAttribute").Any());

    // What a cmdlet gives out by IDynamicParameters it has in a field.
    private static IEnumerable<Type> GivenOut(Type type) => type.GetInterfaces().Any(i => i.Name == "IDynamicParameters")
        ? type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(f => f.FieldType)
        : [];

    private static Parameter Describe(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        CustomAttributeData? alias = Find(property.CustomAttributes, "AliasAttribute");
        return new Parameter(
            property.Name,
            type.Name,
            type.Name == "SwitchParameter",
            Find(property.CustomAttributes, "SupportsWildcardsAttribute") is not null,
            alias is null ? [] : [.. ((IEnumerable<CustomAttributeTypedArgument>)alias.ConstructorArguments[0].Value!).Select(a => (string)a.Value!)],
            All(property, "ParameterAttribute").ToDictionary(SetOf, RoleOf));
    }

    private static string SetOf(CustomAttributeData parameter)
    {
        string set = Named(parameter, "ParameterSetName", AllSets);
        return set == AllSets ? "" : set;
    }

    private static ParameterRole RoleOf(CustomAttributeData parameter)
    {
        int position = Named(parameter, "Position", int.MinValue);
        return new ParameterRole(
            Named(parameter, "Mandatory", false),
            position == int.MinValue ? null : position,
            Named(parameter, "ValueFromPipeline", false),
            Named(parameter, "ValueFromPipelineByPropertyName", false));
    }

    private static IEnumerable<CustomAttributeData> All(PropertyInfo property, string name) => property.CustomAttributes.Where(a => a.AttributeType.Name == name);

    private static CustomAttributeData? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => a.AttributeType.Name == name);

    private static T Named<T>(CustomAttributeData attribute, string name, T otherwise) =>
        attribute.NamedArguments.Where(a => a.MemberName == name).Select(a => (T)a.TypedValue.Value!).FirstOrDefault(otherwise);
}
