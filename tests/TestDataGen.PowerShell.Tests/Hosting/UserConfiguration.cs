using System.Runtime.CompilerServices;

namespace TestDataGen.Tests.Hosting;

/// <summary>Before any test: the user's configuration is in a folder of the run, so that nobody's own is touched.</summary>
internal static class UserConfiguration
{
    [ModuleInitializer]
    internal static void Move()
    {
        string folder = Directory.CreateTempSubdirectory("tdg-config-").FullName;
        Environment.SetEnvironmentVariable(OperatingSystem.IsWindows() ? "APPDATA" : "XDG_CONFIG_HOME", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
