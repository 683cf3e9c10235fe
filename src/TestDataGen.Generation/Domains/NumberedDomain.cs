using System.Text;

namespace TestDataGen.Generation;

/// <summary>Writes the text of a number; different numbers have different texts.</summary>
/// <param name="index">Which text, below the domain's count.</param>
/// <param name="into">Room for the text.</param>
/// <returns>How many bytes were written.</returns>
internal delegate int WriteNumbered(UInt128 index, Span<byte> into);

/// <summary>Texts that are computed from their numbers, one to one: accounts with check digits, addresses of networks.</summary>
internal sealed class NumberedDomain : TextDomain
{
    private readonly byte[] _prefix;
    private readonly WriteNumbered _write;

    /// <param name="count">How many there are.</param>
    /// <param name="minBytes">Length of the shortest.</param>
    /// <param name="maxBytes">Length of the longest.</param>
    /// <param name="prefix">ASCII characters with which all begin.</param>
    /// <param name="write">Writes what comes behind the prefix.</param>
    public NumberedDomain(UInt128 count, int minBytes, int maxBytes, string prefix, WriteNumbered write)
    {
        Count = UInt128.Min(count, Uncountable);
        (MinBytes, MaxBytes) = (minBytes, maxBytes);
        _prefix = Encoding.ASCII.GetBytes(prefix);
        _write = write;
    }

    public override UInt128 Count { get; }

    public override int MinBytes { get; }

    public override int MaxBytes { get; }

    public override int MaxChars => MaxBytes;

    public override bool IsInjective => true;

    public override ByteSet BytesAt(int position) => position < _prefix.Length ? default(ByteSet).With(_prefix[position]) : ByteSet.All;

    public override int Write(UInt128 index, Span<byte> into)
    {
        _prefix.CopyTo(into);
        return _prefix.Length + _write(index, into[_prefix.Length..]);
    }
}
