namespace TestDataGen.Benchmarks.Comparison;

/// <summary>One row of the comparison: a program that is run several times.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Path">The file that it writes.</param>
/// <param name="Start">Runs it in a process of its own.</param>
internal sealed record Contestant(string Name, string Path, Func<Measurement> Start)
{
    private readonly List<Measurement> _runs = [];

    /// <summary>The one to compare with; null for the peer itself.</summary>
    public Contestant? Peer { get; init; }

    /// <summary>The runs so far.</summary>
    public IReadOnlyList<Measurement> Runs => _runs;

    public double MedianSeconds => Median.Of(_runs.Select(r => r.Seconds));

    public long PeakBytes => _runs.Max(r => r.PeakBytes);

    /// <summary>How many times as fast as its peer.</summary>
    public double? Ratio => Peer is null ? null : Peer.MedianSeconds / MedianSeconds;

    /// <summary>Runs once more. The file is deleted, so that each run writes a new one to a disk that has nothing else to do.</summary>
    public void Run()
    {
        File.Delete(Path);
        _runs.Add(Start());
        File.Delete(Path);
    }
}
