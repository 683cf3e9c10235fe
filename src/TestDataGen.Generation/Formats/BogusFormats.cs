using System.Text;
using Bogus;

namespace TestDataGen.Generation;

/// <summary>
/// The long tail: Bogus's own generators, their randomness drawn from the cell's stream. They take a lock that all threads share for each draw and parse their templates
/// each time, and so are much slower than the other formats.
/// </summary>
internal static class BogusFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        Of("hacker_phrase", "A sentence that sounds like information technology.", 300, f => f.Hacker.Phrase()),
        Of("product_review", "A customer's opinion.", 400, f => f.Rant.Review()),
        Of("common_file_name", "A file with a common extension.", 200, f => f.System.CommonFileName()),
        Of("litecoin_address", "An address of Litecoin.", 60, f => f.Finance.LitecoinAddress()),
    ];

    private static Format Of(string name, string summary, int maxBytes, Func<Faker, string> generate) => new(name, "bogus", summary, locale =>
    {
        // A Faker is not safe for threads: each has its own.
        var fakers = new ThreadLocal<(Faker Faker, CounterRandom Random)>(() =>
        {
            var random = new CounterRandom();
            return (new Faker(locale.Name) { Random = new StreamRandomizer(random) }, random);
        });
        return new DrawnDomain(maxBytes, (ref RandomDraws draws, Span<byte> into) =>
        {
            (Faker faker, CounterRandom random) = fakers.Value;
            random.Restart(draws.Next());
            string text = generate(faker);
            // Cut to whole characters where a text is longer than any that was seen.
            Encoding.UTF8.GetEncoder().Convert(text, into[..maxBytes], true, out _, out int written, out _);
            return written;
        });
    });

    private sealed class StreamRandomizer : Randomizer
    {
        public StreamRandomizer(System.Random random) => localSeed = random;
    }

    /// <summary>A <see cref="System.Random"/> over squares64.</summary>
    private sealed class CounterRandom : System.Random
    {
        private ulong _key;
        private ulong _counter;

        public void Restart(ulong key)
        {
            _key = key | 1;
            _counter = 0;
        }

        public override int Next() => (int)Squares.Below(Bits(), int.MaxValue);

        public override int Next(int maxValue) => (int)Squares.Below(Bits(), (ulong)Math.Max(1, maxValue));

        public override int Next(int minValue, int maxValue) => (int)(minValue + (long)Squares.Below(Bits(), (ulong)Math.Max(1L, (long)maxValue - minValue)));

        public override double NextDouble() => (Bits() >> 11) * (1.0 / (1UL << 53));

        public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

        public override void NextBytes(Span<byte> buffer)
        {
            for (int i = 0; i < buffer.Length; i++)
                buffer[i] = (byte)(Bits() >> 56);
        }

        protected override double Sample() => NextDouble();

        private ulong Bits() => Squares.At(_key, ++_counter);
    }
}
