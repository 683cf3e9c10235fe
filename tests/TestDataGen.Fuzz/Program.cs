using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TestDataGen.Fuzz;

/// <summary>
/// Reads texts that are made by chance of those that the repository has, and tells of each that breaks the reader: <c>TestDataGen.Fuzz [--count 1000000] [--seed 1]
/// [--first 0] [--threads 2] [--seconds 60]</c>. One text alone, with its failure: <c>--first N --count 1</c>.
/// </summary>
internal static class Program
{
    // The least stack that a platform gives a thread.
    private const int Stack = 512 * 1024;

    private static readonly ConcurrentDictionary<string, int> Found = new();

    private static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        long count = Argument(args, "--count", 1_000_000);
        long seed = Argument(args, "--seed", 1);
        long first = Argument(args, "--first", 0);
        long seconds = Argument(args, "--seconds", 60);
        var readers = new Reader[Argument(args, "--threads", Environment.ProcessorCount)];
        IReadOnlyList<string> seeds = Seeds.Load();
        var mutator = new Mutator(seeds, (ulong)seed);
        Console.WriteLine($"{count:N0} texts of {seeds.Count:N0} seeds, from text {first:N0} of seed {seed} on.");
        if (count == 1)
            Console.WriteLine(mutator.Make((ulong)first));

        var watch = Stopwatch.StartNew();
        for (int i = 0; i < readers.Length; i++)
            readers[i] = new Reader(mutator, first + i, first + count, readers.Length);
        foreach (Reader reader in readers)
            reader.Start();
        for (long told = 0; !readers.All(r => r.Join(200));)
        {
            // A text that takes so long hangs; a thread can't be stopped, so that this ends the run.
            if (Array.Find(readers, r => r.Elapsed > TimeSpan.FromSeconds(seconds)) is { } hanging)
            {
                Console.WriteLine($"HANGS: text {hanging.Current} took more than {seconds} s:\n{mutator.Make((ulong)hanging.Current)}");
                return 1;
            }

            long done = readers.Sum(r => r.Done);
            if (done - told < 50_000)
                continue;
            told = done;
            Console.WriteLine($"{done:N0} texts, {done / watch.Elapsed.TotalSeconds:N0} in a second, {Found.Count} failures");
        }

        long all = readers.Sum(r => r.Done);
        Reader slowest = readers.MaxBy(r => r.Slowest)!;
        Console.WriteLine($"{all:N0} texts in {watch.Elapsed.TotalSeconds:N0} s, {all / watch.Elapsed.TotalSeconds:N0} in a second; the slowest, text {slowest.SlowestText}, took {slowest.Slowest.TotalMilliseconds:N0} ms; {readers.Sum(r => r.Whole):N0} had no errors.");
        foreach ((string key, int times) in Found.OrderByDescending(f => f.Value))
            Console.WriteLine($"FAILED {times} times: {key}");
        return Found.IsEmpty ? 0 : 1;
    }

    private static long Argument(string[] args, string name, long otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 ? long.Parse(args[at + 1].Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : otherwise;

    private static void Tell(long input, string text, Failure failure)
    {
        if (Found.AddOrUpdate(failure.Key, 1, (_, n) => n + 1) > 1)
            return;
        string least = Minimizer.Minimize(text, t => Reading.Try(t)?.Key == failure.Key);
        Console.WriteLine($"FAILED text {input}: {failure.Key}\n{Reading.Try(least)?.Text}\n--- the least text:\n{least}\n---");
    }

    /// <summary>Reads every n-th text on a thread of its own.</summary>
    private sealed class Reader(Mutator mutator, long first, long end, int step)
    {
        private readonly Stopwatch _watch = new();
        private Thread _thread = null!;
        private long _startedAt;

        public long Current { get; private set; }

        public long Done { get; private set; }

        public long Whole { get; private set; }

        public TimeSpan Slowest { get; private set; }

        public long SlowestText { get; private set; }

        public TimeSpan Elapsed => _thread.IsAlive && Volatile.Read(ref _startedAt) is > 0 and var at ? _watch.Elapsed - TimeSpan.FromTicks(at) : TimeSpan.Zero;

        public void Start()
        {
            _watch.Start();
            _thread = new Thread(Run, Stack) { IsBackground = true };
            _thread.Start();
        }

        public bool Join(int milliseconds) => _thread.Join(milliseconds);

        private void Run()
        {
            for (long input = first; input < end; input += step)
            {
                Current = input;
                string text = mutator.Make((ulong)input);
                long start = Math.Max(1, _watch.Elapsed.Ticks);
                Volatile.Write(ref _startedAt, start);
                Failure? failure = Reading.Try(text, out bool isWhole);
                TimeSpan took = TimeSpan.FromTicks(_watch.Elapsed.Ticks - start);
                Volatile.Write(ref _startedAt, 0);
                if (took > Slowest)
                    (Slowest, SlowestText) = (took, input);
                if (failure is not null)
                    Tell(input, text, failure);
                Whole += isWhole ? 1 : 0;
                Done++;
            }
        }
    }
}
