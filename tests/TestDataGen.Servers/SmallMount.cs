using System.ComponentModel;
using System.Diagnostics;

namespace TestDataGen.Servers;

/// <summary>Small file systems that a process mounts for itself, so that a test can fill a disk.</summary>
public static class SmallMount
{
    private static readonly Lazy<string?> Failure = new(TryToMount);

    /// <summary>Why none can be mounted here; null where one can.</summary>
    public static string? WhyNot => Failure.Value;

    /// <summary>What stands before a command whose mounts nobody else sees.</summary>
    public static string[] Unshared => Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--mount", "--map-root-user"];

    private static string? TryToMount()
    {
        if (!OperatingSystem.IsLinux())
            return "Only Linux lets a process mount a small file system of its own.";
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tdg-mount-");
        try
        {
            using Process mount = Process.Start(new ProcessStartInfo(Unshared[0], [.. Unshared[1..], "mount", "-t", "tmpfs", "-o", "size=1m", "tdg", folder.FullName]) { RedirectStandardError = true })!;
            string error = mount.StandardError.ReadToEnd();
            mount.WaitForExit();
            return mount.ExitCode == 0 ? null : $"No small file system can be mounted here: {error.Trim()}";
        }
        catch (Win32Exception e)
        {
            return $"No small file system can be mounted here: {e.Message}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
