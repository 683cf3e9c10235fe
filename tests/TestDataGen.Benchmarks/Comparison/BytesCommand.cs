using System.CommandLine;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary><c>bytes ROWS SIZE FILE</c>: writes so many bytes and makes none of them: the machine's limit for a file of that size, where it is the disk or the page cache.</summary>
internal static class BytesCommand
{
    // As large as a batch of the workload.
    private const int PieceSize = 700 * 1024;

    public static Command Create()
    {
        var rows = new Argument<long>("rows") { Description = "How many rows the bytes stand for." };
        var size = new Argument<long>("size");
        var file = new Argument<string>("file");
        var command = new Command("bytes", "Writes a file of ready bytes once.") { rows, size, file };
        command.SetAction(parsed => Run(parsed.GetValue(rows), parsed.GetValue(size), parsed.GetValue(file)!));
        return command;
    }

    private static void Run(long rows, long size, string file)
    {
        var piece = new byte[PieceSize];
        new Random(1).NextBytes(piece);
        ChildProcess.Measure(rows, file, () =>
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            for (long left = size; left > 0; left -= PieceSize)
                stream.Write(piece.AsSpan(0, (int)Math.Min(left, PieceSize)));
        });
    }
}
