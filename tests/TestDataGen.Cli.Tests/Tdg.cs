using System.Diagnostics;

namespace TestDataGen.Cli.Tests;

/// <summary>The built program, run as a process in a folder of its own.</summary>
internal sealed class Tdg : IDisposable
{
    public Tdg()
    {
        Folder = Directory.CreateTempSubdirectory("tdg-cli-").FullName;
        File.WriteAllText(Path.Combine(Folder, "shop.tdg"), Schema);
    }

    public const string Schema = """
        schema Shop {
          table customers { id: bigint primary_key  name: string(50) format(full_name) }
          table orders { id: bigint primary_key  customer_id: bigint references(customers.id) as customer }
        }
        generate Shop { seed 42 now 2026-01-01 customers 100 orders 1..3 per customers }
        """;

    public string Folder { get; }

    public static ProcessStartInfo StartInfo(string folder, string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "tdg.dll"));
        foreach (string argument in arguments)
            info.ArgumentList.Add(argument);
        return info;
    }

    public Result Run(params string[] arguments) => Run(StartInfo(Folder, arguments));

    public static Result Run(ProcessStartInfo info)
    {
        using Process process = Process.Start(info)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Result(process.ExitCode, output.Result, error.Result);
    }

    public string[] Files() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal sealed record Result(int ExitCode, string Output, string Error);
}
