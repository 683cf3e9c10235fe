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
            MaxBytes = Math.Max(MaxBytes, bytes.Length);
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

    public override int MaxBytes { get; }

    public override int MaxChars { get; }

    public override bool IsInjective => true;

    /// <summary>Mean length of a text in bytes.</summary>
    public double AverageBytes => (double)Heap.Length / Texts.Count;

    /// <summary>Those of the texts that are at most so many characters long; where none is, all of them cut to it.</summary>
    public PickDomain UpTo(int characters)
    {
        List<string> fitting = [.. Texts.Where(t => t.EnumerateRunes().Count() <= characters)];
        return new PickDomain(fitting.Count > 0 ? fitting : Texts.Select(t => string.Concat(t.EnumerateRunes().Take(characters))));
    }

    public override int Write(UInt128 index, Span<byte> into) => Write((ulong)index, into);

    public override int Write(ulong index, Span<byte> into)
    {
        int start = _starts[index];
        int length = _starts[index + 1] - start;
        Heap.AsSpan(start, length).CopyTo(into);
        return length;
    }
}
