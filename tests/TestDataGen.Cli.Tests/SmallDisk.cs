using System.Diagnostics;
using TestDataGen.Servers;

namespace TestDataGen.Cli.Tests;

/// <summary>Runs <c>tdg</c> where only four megabytes can be written.</summary>
internal static class SmallDisk
{
    // "$0" is the test's folder, "$@" the command. What it leaves is copied to where the test can see it.
    private const string InTheFolder = """
        mkdir "$0/left" && cp "$0/disk.db" "$0/disk/x.db" 2>/dev/null; cp "$0/shop.tdg" "$0/disk" && cd "$0/disk" && "$@"
        code=$?; cp -R "$0/disk/." "$0/left"; exit $code
        """;

    /// <summary>In a file system of four megabytes, which is full like a disk.</summary>
    public static Tdg.Result RunOnMount(Tdg tdg, params string[] arguments) =>
        Run(tdg, $"mount -t tmpfs -o size=4m tdg \"$0/disk\" || exit 99\n{InTheFolder}", [.. SmallMount.Unshared, "sh"], arguments);

    /// <summary>With files limited to four megabytes each, which any user can set for a process; the error is another one than that of a full disk, the way to it is the same.</summary>
    public static Tdg.Result RunWithLimit(Tdg tdg, params string[] arguments) =>
        Run(tdg, InTheFolder.Replace("\"$@\"", "(trap '' XFSZ; ulimit -f 8192; exec \"$@\")", StringComparison.Ordinal), ["sh"], arguments);

    private static Tdg.Result Run(Tdg tdg, string script, string[] shell, string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(tdg.Folder, "disk"));
        ProcessStartInfo program = Tdg.StartInfo(tdg.Folder, arguments);
        var info = new ProcessStartInfo(shell[0], [.. shell[1..], "-c", script, tdg.Folder, program.FileName, .. program.ArgumentList])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime's own files in memory count as files, too.
        info.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Tdg.Run(info);
    }
}
