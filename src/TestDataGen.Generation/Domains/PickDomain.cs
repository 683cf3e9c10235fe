using System.Text;

namespace TestDataGen.Generation;

/// <summary>A list of texts, one behind the other in one array of bytes.</summary>
internal sealed class PickDomain : TextDomain
{
    private readonly int[] _starts;

    /// <summary>Takes each of the texts once, in their order.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public PickDomain(IEnumerable<string> texts)
    {
        Texts = [.. texts.Distinct(StringComparer.Ordinal)];
        if (Texts.Count == 0)
            throw new ArgumentException("there is no text to choose");
        _starts = new int[Texts.Count + 1];
        var heap = new MemoryStream();
        for (int i = 0; i < Texts.Count; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Texts[i]);
            heap.Write(bytes);
            _starts[i + 1] = (int)heap.Length;
            MinBytes = i == 0 ? bytes.Length : Math.Min(MinBytes, bytes.Length);
            MaxBytes = Math.Max(MaxBytes, bytes.Length);
            Bytes |= ByteSet.Of(bytes);
            MaxChars = Math.Max(MaxChars, Texts[i].EnumerateRunes().Count());
        }

        Heap = heap.ToArray();
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>All texts' bytes.</summary>
    public byte[] Heap { get; }

    /// <summary>Where each text starts, and behind the last where it ends.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    public override UInt128 Count => (UInt128)Texts.Count;

    public override int MinBytes { get; }

    public override int MaxBytes { get; }

    public override int MaxChars { get; }

    public override ByteSet Bytes { get; }

    public override bool IsInjective => true;

    /// <summary>Mean length of a text in bytes.</summary>
    public double AverageBytes => (double)Heap.Length / Texts.Count;

    /// <summary>Those of the texts that have so many characters; where none is short enough, all of them cut.</summary>
    /// <exception cref="ArgumentException">A least length is asked for that no text has.</exception>
    public PickDomain Between(int least, int most)
    {
        if (MaxChars <= most && least == 0)
            return this;
        List<string> fitting = [.. Texts.Where(t => t.EnumerateRunes().Count() is int length && length >= least && length <= most)];
        if (fitting.Count == 0 && least > 0)
            throw new ArgumentException($"none of its {Texts.Count} texts has {least} to {most} characters");
        return new PickDomain(fitting.Count > 0 ? fitting : Texts.Select(t => string.Concat(t.EnumerateRunes().Take(most))));
    }

    public override ByteSet BytesAt(int position)
    {
        ByteSet set = default;
        for (int i = 0; i < Texts.Count; i++)
        {
            if (_starts[i] + position < _starts[i + 1])
                set = set.With(Heap[_starts[i] + position]);
        }

        return set;
    }

    public override bool EndsBefore(ByteSet next)
    {
        if (base.EndsBefore(next))
            return true;
        var texts = new HashSet<string>(Texts, StringComparer.Ordinal);
        Span<byte> following = stackalloc byte[4];
        foreach (string text in Texts)
        {
            for (int length = 0; length < text.Length; length++)
            {
                if (char.IsLowSurrogate(text[length]) || !texts.Contains(text[..length]))
                    continue;
                Rune.GetRuneAt(text, length).EncodeToUtf8(following);
                if (next.Contains(following[0]))
                    return false;
            }
        }

        return true;
    }

    public override int Draw(ref RandomDraws draws, Span<byte> into) =>
        _starts.Length == 2 ? Write(0UL, into) : Write(draws.Below((ulong)(_starts.Length - 1)), into);

    public override int Write(UInt128 index, Span<byte> into) => Write((ulong)index, into);

    public override int Write(ulong index, Span<byte> into)
    {
        int start = _starts[index];
        int length = _starts[index + 1] - start;
        Heap.AsSpan(start, length).CopyTo(into);
        return length;
    }
}
