using BenchmarkDotNet.Attributes;
using TestDataGen.Benchmarks.Comparison;
using TestDataGen.Generation;

namespace TestDataGen.Benchmarks.HotPaths;

/// <summary>One cell of each kind of source, in a batch as the engine fills it.</summary>
[MemoryDiagnoser]
public class ColumnFillBenchmarks
{
    private Frame _frame = null!;
    private long _first;

    [Params(
        "id: bigint primary_key",
        "v: uuid",
        "v: string(50) format(first_name)",
        "v: string(50) format(user_name)",
        "v: string(20) pattern(\"+1-###-###-####\")",
        "v: string(20) unique pattern(\"+1-###-###-####\")",
        "v: date between(1950-01-01, 2005-12-31)",
        "v: datetime between(2024-01-01, 2025-12-31)",
        "v: decimal(10,2) normal(500, 200) min(0)",
        "v: string(8) weighted(\"active\": 80, \"inactive\": 15, \"banned\": 5)",
        "id: bigint primary_key  v: string(60) = lower(\"{id}@example.com\")",
        "a: integer between(1, 9)  b: integer between(1, 9)  v: integer = if(a > b, a * 2, b + 1)")]
    public string Fields { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        string fields = Fields.Replace("  ", "\n", StringComparison.Ordinal);
        _frame = new Frame(Workload.PlanText($"schema S {{ table t {{\n{fields}\n}} }}", 1_000_000_000).Tables[0]);
    }

    [Benchmark(OperationsPerInvoke = RowBatch.MaxRows)]
    public RowBatch Fill() => _frame.FillRange(_first += RowBatch.MaxRows, RowBatch.MaxRows);
}
