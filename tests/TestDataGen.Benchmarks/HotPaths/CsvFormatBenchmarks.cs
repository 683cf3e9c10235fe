using BenchmarkDotNet.Attributes;
using CsvHelper;
using TestDataGen.Benchmarks.Comparison;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Benchmarks.HotPaths;

/// <summary>A ready batch of the users workload as CSV: by CsvHelper's spans of UTF-8, and by our own writer. Both write to memory.</summary>
[MemoryDiagnoser]
public class CsvFormatBenchmarks
{
    private readonly CsvFormat _format = new();
    private readonly Utf8Buffer _buffer = new();
    private readonly MemoryStream _stream = new();
    private RowBatch _batch = null!;

    [GlobalSetup]
    public void Setup()
    {
        Plan plan = Workload.Plan(Workload.DefaultSchemaPath, RowBatch.MaxRows);
        _batch = new Frame(plan.Tables[0]).FillRange(0, RowBatch.MaxRows);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = RowBatch.MaxRows)]
    public long CsvHelper()
    {
        _stream.Position = 0;
        using var csv = CsvWriter.Create(_stream, CsvWriterOptions.Default, leaveOpen: true);
        Column[] columns = [.. _batch.Columns];
        Span<byte> text = stackalloc byte[CellText.MaxLength];
        for (int row = 0; row < _batch.Count; row++)
        {
            foreach (Column column in columns)
            {
                if (column.IsNull(row))
                    csv.WriteField(ReadOnlySpan<byte>.Empty);
                else if (column is BytesColumn bytes)
                    csv.WriteField(bytes[row]);
                else if (column.Type.Kind == TypeKind.BigInt)
                    csv.WriteField(((Int64Column)column).Values[row], default);
                else
                    csv.WriteField(text[..CellText.Write(column, row, text)]);
            }

            csv.EndRecord();
        }

        csv.Flush();
        return _stream.Position;
    }

    [Benchmark(OperationsPerInvoke = RowBatch.MaxRows)]
    public long Ours()
    {
        _buffer.Clear();
        _format.WriteRows(_batch, 0, _batch.Count, _buffer);
        return _buffer.Length;
    }
}
