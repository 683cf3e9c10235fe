using System.Text;

namespace TestDataGen.Generation;

/// <summary>A part of a parsed regular expression, over the bytes of UTF-8.</summary>
internal abstract record RegexNode
{
    /// <summary>Greatest number of bytes that it writes.</summary>
    public abstract int MaxBytes { get; }

    /// <summary>Least number of characters that it writes.</summary>
    public abstract int MinChars { get; }

    /// <summary>Greatest number of characters that it writes.</summary>
    public abstract int MaxChars { get; }

    /// <summary>Writes a text that it matches: each choice and each number of repetitions as likely as another.</summary>
    public abstract int Draw(ref RandomDraws draws, Span<byte> into);

    /// <summary>One character of an ASCII class.</summary>
    internal sealed record Class(byte[] Characters) : RegexNode
    {
        public override int MaxBytes => 1;

        public override int MinChars => 1;

        public override int MaxChars => 1;

        public override int Draw(ref RandomDraws draws, Span<byte> into)
        {
            into[0] = Characters.Length == 1 ? Characters[0] : Characters[draws.Below((ulong)Characters.Length)];
            return 1;
        }
    }

    /// <summary>A character outside ASCII, as it stands.</summary>
    internal sealed record Literal(Rune Character) : RegexNode
    {
        public override int MaxBytes => Character.Utf8SequenceLength;

        public override int MinChars => 1;

        public override int MaxChars => 1;

        public override int Draw(ref RandomDraws draws, Span<byte> into) => Character.EncodeToUtf8(into);
    }

    /// <summary>Parts one behind the other.</summary>
    internal sealed record Sequence(IReadOnlyList<RegexNode> Parts) : RegexNode
    {
        public override int MaxBytes { get; } = Limit(Parts.Sum(p => (long)p.MaxBytes));

        public override int MinChars { get; } = Parts.Sum(p => p.MinChars);

        public override int MaxChars { get; } = Parts.Sum(p => p.MaxChars);

        public override int Draw(ref RandomDraws draws, Span<byte> into)
        {
            int at = 0;
            foreach (RegexNode part in Parts)
                at += part.Draw(ref draws, into[at..]);
            return at;
        }
    }

    /// <summary>One of several.</summary>
    internal sealed record Choice(IReadOnlyList<RegexNode> Alternatives) : RegexNode
    {
        public override int MaxBytes { get; } = Alternatives.Max(p => p.MaxBytes);

        public override int MinChars { get; } = Alternatives.Min(p => p.MinChars);

        public override int MaxChars { get; } = Alternatives.Max(p => p.MaxChars);

        public override int Draw(ref RandomDraws draws, Span<byte> into) =>
            Alternatives[(int)draws.Below((ulong)Alternatives.Count)].Draw(ref draws, into);
    }

    /// <summary>A part so many times.</summary>
    internal sealed record Repeat(RegexNode Part, int Min, int Max) : RegexNode
    {
        public override int MaxBytes { get; } = Limit((long)Part.MaxBytes * Max);

        public override int MinChars { get; } = Part.MinChars * Min;

        public override int MaxChars { get; } = Part.MaxChars * Max;

        public override int Draw(ref RandomDraws draws, Span<byte> into)
        {
            int times = Min == Max ? Min : Min + (int)draws.Below((ulong)(Max - Min + 1));
            int at = 0;
            for (int i = 0; i < times; i++)
                at += Part.Draw(ref draws, into[at..]);
            return at;
        }
    }

    private static int Limit(long bytes) =>
        bytes <= 100_000 ? (int)bytes : throw new ArgumentException("the regular expression's texts have more than 100,000 bytes; use smaller repetitions");
}
