namespace TestDataGen.Generation;

/// <summary>Writes a text by chance.</summary>
/// <param name="draws">The cell's random numbers.</param>
/// <param name="into">Room for the text.</param>
/// <returns>How many bytes were written.</returns>
internal delegate int DrawText(ref RandomDraws draws, Span<byte> into);

/// <summary>Texts that are computed from random numbers and not counted, such as numbers with check digits; they can't be unique by construction.</summary>
internal sealed class DrawnDomain(int maxBytes, DrawText draw) : TextDomain
{
    public override UInt128 Count => Uncountable;

    public override int MaxBytes => maxBytes;

    public override int MaxChars => maxBytes;

    public override bool IsInjective => false;

    public override int Write(UInt128 index, Span<byte> into)
    {
        var draws = new RandomDraws((ulong)index | 1, (ulong)(index >> 64));
        return draw(ref draws, into);
    }

    public override int Draw(ref RandomDraws draws, Span<byte> into) => draw(ref draws, into);
}
