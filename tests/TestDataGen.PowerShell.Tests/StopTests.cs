using System.Diagnostics;
using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>Ctrl+C in the middle of each export.</summary>
public sealed class StopTests : IDisposable
{
    private readonly Engine _engine = new();

    public StopTests() => _engine.Run("$s = Import-TdgSchema $args[0]", _engine.Schema("shop.tdg"));

    public static TheoryData<string> Pipelines
    {
        get
        {
            var pipelines = new TheoryData<string>();
            foreach (string exporter in (string[])["Export-TdgCsv ./out", "Export-TdgJson ./out", "Export-TdgJson ./out -AsLines", "Export-TdgSql -Path ./out.sql -Dialect postgres", "Export-TdgSql"])
            {
                pipelines.Add($"$s | {exporter} -Count 2e6");
                pipelines.Add($"$s | New-TdgData -Count 2e6 | {exporter}");
                pipelines.Add($"$s | New-TdgData -Count 2e6 | Where-Object {{ $_.id % 2 }} | {exporter}");
            }

            return pipelines;
        }
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Stopped_export_leaves_nothing(string pipeline)
    {
        using System.Management.Automation.PowerShell shell = _engine.Create(pipeline);
        IAsyncResult run = shell.BeginInvoke();
        // A generous limit, only so that a failure does not hang.
        var patience = Stopwatch.StartNew();
        while (!_engine.Files().Any(f => f.EndsWith(".tmp", StringComparison.Ordinal)) && !run.IsCompleted && patience.Elapsed < TimeSpan.FromMinutes(2))
            Thread.Sleep(5);
        Assert.Contains(_engine.Files(), f => f.EndsWith(".tmp", StringComparison.Ordinal));

        shell.Stop();
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Equal(["shop.tdg"], _engine.Files());
    }
}
