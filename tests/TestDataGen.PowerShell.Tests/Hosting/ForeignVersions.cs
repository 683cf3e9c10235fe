using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace TestDataGen.Tests.Hosting;

/// <summary>
/// Before any test: other modules of the session have loaded what our module depends on, in a version that it can't use. All tests run beside them.
/// </summary>
internal static class ForeignVersions
{
    public static readonly string[] Names = ["Microsoft.Data.Sqlite", "Pidgin", "Bogus", "System.IO.Hashing"];

    [ModuleInitializer]
    internal static void Load()
    {
        foreach (string name in Names)
        {
            var assembly = new PersistedAssemblyBuilder(new AssemblyName(name) { Version = new Version(1, 0, 0, 0) }, typeof(object).Assembly);
            assembly.DefineDynamicModule(name).DefineType("Foreign", TypeAttributes.Public).CreateType();
            using var image = new MemoryStream();
            assembly.Save(image);
            image.Position = 0;
            AssemblyLoadContext.Default.LoadFromStream(image);
        }
    }
}
