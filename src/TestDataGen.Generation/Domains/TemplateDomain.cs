namespace TestDataGen.Generation;

/// <summary>Parts one behind the other; the text's number is read as one with a digit a part.</summary>
internal sealed class TemplateDomain : TextDomain
{
    private readonly TextDomain[] _parts;

    public TemplateDomain(IEnumerable<TextDomain> parts)
    {
        _parts = [.. parts];
        UInt128 count = 1;
        foreach (TextDomain part in _parts)
        {
            count = Multiply(count, part.Count);
            MaxBytes += part.MaxBytes;
            MaxChars += part.MaxChars;
        }

        Count = count;
        // With more than one part that varies, two combinations might spell the same text.
        IsInjective = _parts.Count(p => p.Count > 1) <= 1 && _parts.All(p => p.IsInjective);
    }

    public override UInt128 Count { get; }

    public override int MaxBytes { get; }

    public override int MaxChars { get; }

    public override bool IsInjective { get; }

    public override int Write(UInt128 index, Span<byte> into)
    {
        int at = 0;
        foreach (TextDomain part in _parts)
        {
            (index, UInt128 digit) = UInt128.DivRem(index, part.Count);
            at += part.Write(digit, into[at..]);
        }

        return at;
    }

    public override int Draw(ref RandomDraws draws, Span<byte> into)
    {
        int at = 0;
        foreach (TextDomain part in _parts)
            at += part.Draw(ref draws, into[at..]);
        return at;
    }
}
