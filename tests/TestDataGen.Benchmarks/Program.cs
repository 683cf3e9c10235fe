using System.CommandLine;
using BenchmarkDotNet.Running;
using TestDataGen.Benchmarks.Comparison;
using TestDataGen.Benchmarks.Loading;
using TestDataGen.Benchmarks.Pipeline;
using TestDataGen.Benchmarks.Schemas;

var hotPaths = new Command("hot-paths", "Runs the BenchmarkDotNet classes; takes their arguments: --filter '*', --list flat, --job short.")
{
    TreatUnmatchedTokensAsErrors = false,
};
hotPaths.SetAction(parsed =>
{
    BenchmarkSwitcher.FromAssembly(typeof(Workload).Assembly).Run([.. parsed.UnmatchedTokens]);
});

var root = new RootCommand("Measures TestDataGen: against its peers, in a PowerShell pipeline, and its hot paths one by one.")
{
    CompareCommand.Create(),
    PeerCommand.Create(),
    OursCommand.Create(),
    BytesCommand.Create(),
    LoadCommand.Create(),
    PipelineCommand.Create(),
    SchemasCommand.Create(),
    hotPaths,
};
return root.Parse(args).Invoke();
