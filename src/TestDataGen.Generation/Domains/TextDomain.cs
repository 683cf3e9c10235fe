namespace TestDataGen.Generation;

/// <summary>
/// A countable set of texts, each with a number: a column takes one by chance, a unique column by a permutation of the numbers.
/// </summary>
internal abstract class TextDomain
{
    /// <summary>The count at which counting stops: 2^120.</summary>
    public static readonly UInt128 Uncountable = UInt128.One << 120;

    /// <summary>How many numbers there are, at most <see cref="Uncountable"/>.</summary>
    public abstract UInt128 Count { get; }

    /// <summary>No text has fewer bytes.</summary>
    public virtual int MinBytes => 0;

    /// <summary>Greatest length of a text in bytes.</summary>
    public abstract int MaxBytes { get; }

    /// <summary>Greatest length of a text in characters.</summary>
    public abstract int MaxChars { get; }

    /// <summary>Whether different numbers always give different texts.</summary>
    public abstract bool IsInjective { get; }

    /// <summary>Whether all texts have the same number of bytes.</summary>
    public bool IsFixed => MinBytes == MaxBytes;

    /// <summary>The bytes that may be in a text, or more.</summary>
    public virtual ByteSet Bytes => ByteSet.All;

    /// <summary>The bytes that may stand at a place of a text that is so long, or more.</summary>
    public virtual ByteSet BytesAt(int position) => Bytes;

    /// <summary>
    /// Whether it can always be told where a text ends when it is followed by one of some bytes: no text goes on with one of them where a shorter one ends.
    /// </summary>
    public virtual bool EndsBefore(ByteSet next) => IsFixed || !Bytes.Intersects(next);

    /// <summary>Writes a text by its number.</summary>
    /// <param name="index">Below <see cref="Count"/>.</param>
    /// <param name="into">At least <see cref="MaxBytes"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public abstract int Write(UInt128 index, Span<byte> into);

    /// <summary>The same for a number of 64 bits.</summary>
    public virtual int Write(ulong index, Span<byte> into) => Write((UInt128)index, into);

    /// <summary>Writes a text by chance. A domain of parts draws each on its own, so that it looks as its parts should.</summary>
    public virtual int Draw(ref RandomDraws draws, Span<byte> into) =>
        Count <= ulong.MaxValue ? Write(draws.Below((ulong)Count), into) : Write(draws.BelowWide(Count), into);

    /// <summary>Whether two domains certainly have no text in common.</summary>
    public static bool AreDisjoint(TextDomain left, TextDomain right)
    {
        if (left.MaxBytes < right.MinBytes || right.MaxBytes < left.MinBytes)
            return true;
        if (left is PickDomain some && right is PickDomain others)
            return !some.Texts.Intersect(others.Texts, StringComparer.Ordinal).Any();
        int common = Math.Min(left.MinBytes, right.MinBytes);
        for (int i = 0; i < common; i++)
        {
            if (!left.BytesAt(i).Intersects(right.BytesAt(i)))
                return true;
        }

        return false;
    }

    /// <summary>A product that stops at <see cref="Uncountable"/>.</summary>
    protected static UInt128 Multiply(UInt128 left, UInt128 right) =>
        right != 0 && left > Uncountable / right ? Uncountable : UInt128.Min(Uncountable, left * right);

    /// <summary>A sum that stops at <see cref="Uncountable"/>.</summary>
    protected static UInt128 Add(UInt128 left, UInt128 right) => UInt128.Min(Uncountable, left + right);
}
