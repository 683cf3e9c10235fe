namespace TestDataGen.Generation;

/// <summary>Parts one behind the other; the text's number is read as one with a digit a part.</summary>
internal sealed class TemplateDomain : TextDomain
{
    private readonly TextDomain[] _parts;

    // The parts that the number decides. Where the others would make more texts than can be counted, they follow from the number by chance.
    private readonly int _counted;

    public TemplateDomain(IEnumerable<TextDomain> parts)
    {
        _parts = [.. Merged(parts)];
        UInt128 count = 1;
        bool isOpen = true;
        foreach (TextDomain part in _parts)
        {
            MinBytes += part.MinBytes;
            MaxBytes += part.MaxBytes;
            MaxChars += part.MaxChars;
            Bytes |= part.Bytes;
            if (isOpen && part.Count <= Uncountable / count)
            {
                count *= part.Count;
                _counted++;
            }
            else
            {
                isOpen = false;
            }
        }

        Count = count;
        IsInjective = CanBeReadBack();
    }

    public override UInt128 Count { get; }

    public override int MinBytes { get; }

    public override int MaxBytes { get; }

    public override int MaxChars { get; }

    public override bool IsInjective { get; }

    public override ByteSet Bytes { get; }

    public override ByteSet BytesAt(int position)
    {
        int start = 0;
        foreach (TextDomain part in _parts)
        {
            if (position < start + part.MinBytes)
                return part.BytesAt(position - start);
            if (!part.IsFixed)
                break;
            start += part.MaxBytes;
        }

        return Bytes;
    }

    public override int Write(UInt128 index, Span<byte> into)
    {
        if (index <= ulong.MaxValue)
            return Write((ulong)index, into);
        UInt128 rest = index;
        int at = 0;
        for (int i = 0; i < _counted; i++)
        {
            (rest, UInt128 digit) = UInt128.DivRem(rest, _parts[i].Count);
            at += _parts[i].Write(digit, into[at..]);
        }

        return _counted == _parts.Length ? at : at + DrawRest((ulong)index ^ (ulong)(index >> 64), into[at..]);
    }

    public override int Write(ulong index, Span<byte> into)
    {
        ulong rest = index;
        int at = 0;
        for (int i = 0; i < _counted; i++)
        {
            TextDomain part = _parts[i];
            UInt128 count = part.Count;
            ulong digit = rest;
            if (count > rest)
                rest = 0;
            else
                (rest, digit) = Math.DivRem(rest, (ulong)count);
            at += part.Write(digit, into[at..]);
        }

        return _counted == _parts.Length ? at : at + DrawRest(index, into[at..]);
    }

    public override int Draw(ref RandomDraws draws, Span<byte> into)
    {
        int at = 0;
        foreach (TextDomain part in _parts)
            at += part.Draw(ref draws, into[at..]);
        return at;
    }

    private int DrawRest(ulong seed, Span<byte> into)
    {
        var draws = new RandomDraws(0x9E3779B97F4A7C15, seed << Squares.DrawBits);
        int at = 0;
        for (int i = _counted; i < _parts.Length; i++)
            at += _parts[i].Draw(ref draws, into[at..]);
        return at;
    }

    // Texts that do not vary are one part with those beside them.
    private static IEnumerable<TextDomain> Merged(IEnumerable<TextDomain> parts)
    {
        string literal = "";
        foreach (TextDomain part in parts.SelectMany(p => p is TemplateDomain template ? template._parts : [p]))
        {
            if (part is PickDomain { Texts: [var text] })
            {
                literal += text;
                continue;
            }

            if (literal.Length > 0)
                yield return new PickDomain([literal]);
            literal = "";
            yield return part;
        }

        if (literal.Length > 0)
            yield return new PickDomain([literal]);
    }

    // From left to right: where a part's end can be told, by its length or by what follows, the part can be told; and so can one of any length before parts of fixed length.
    private bool CanBeReadBack()
    {
        for (int i = 0; i < _parts.Length; i++)
        {
            TextDomain part = _parts[i];
            if (!part.IsInjective)
                return false;
            if (part.IsFixed || _parts.Skip(i + 1).All(p => p.IsFixed))
                continue;
            TextDomain next = _parts[i + 1];
            if (next.MinBytes == 0 || !part.EndsBefore(next.BytesAt(0)))
                return false;
        }

        return true;
    }
}
