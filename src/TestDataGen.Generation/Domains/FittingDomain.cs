namespace TestDataGen.Generation;

/// <summary>
/// Another domain's texts as long as a field wants them. A text of another length is drawn again, so that no e-mail address ends in the middle; one that is still too
/// long after some tries is cut.
/// </summary>
/// <param name="domain">The texts.</param>
/// <param name="least">Least length in characters.</param>
/// <param name="most">Greatest length in characters.</param>
internal sealed class FittingDomain(TextDomain domain, int least, int most) : TextDomain
{
    private const int MaxTries = 100;

    public override UInt128 Count => domain.Count;

    public override int MinBytes => Math.Min(domain.MinBytes, most);

    public override int MaxBytes => domain.MaxBytes;

    public override int MaxChars => Math.Min(most, domain.MaxChars);

    public override bool IsInjective => false;

    public override ByteSet Bytes => domain.Bytes;

    public override int Write(UInt128 index, Span<byte> into) => Cut(into[..domain.Write(index, into)]);

    public override int Draw(ref RandomDraws draws, Span<byte> into)
    {
        for (int attempt = 0; attempt < MaxTries; attempt++)
        {
            int length = domain.Draw(ref draws, into);
            // Few texts have other characters than bytes: most are counted by their bytes alone.
            if (length <= most && least == 0)
                return length;
            int characters = Utf8.CountCharacters(into[..length]);
            if (characters >= least && (characters <= most || attempt == MaxTries - 1))
                return Cut(into[..length]);
        }

        throw new GenerationException($"No text of at least {least} characters came out in {MaxTries} tries. Take another source, or a smaller least length.");
    }

    /// <summary>Which share of a domain's texts have such a length: of a list exactly, else by some draws that are always the same.</summary>
    public static double Share(TextDomain domain, int least, int most)
    {
        if (domain is PickDomain pick)
            return pick.Texts.Count(t => IsBetween(t.EnumerateRunes().Count(), least, most)) / (double)pick.Texts.Count;
        if (domain.MaxChars <= most && least <= 0)
            return 1;
        const int samples = 64;
        int fitting = 0;
        var text = new byte[domain.MaxBytes];
        for (int row = 0; row < samples; row++)
        {
            var draws = new RandomDraws(StreamKey.Of(0, "", "", "", "length"), (ulong)row << Squares.DrawBits);
            fitting += IsBetween(Utf8.CountCharacters(text.AsSpan(0, domain.Draw(ref draws, text))), least, most) ? 1 : 0;
        }

        return fitting / (double)samples;
    }

    private static bool IsBetween(int length, int least, int most) => length >= least && length <= most;

    private int Cut(Span<byte> text) => text.Length <= most ? text.Length : Utf8.LengthOf(text, most);
}
