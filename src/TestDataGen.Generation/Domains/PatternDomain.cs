using System.Text;

namespace TestDataGen.Generation;

/// <summary>Texts by a pattern: # a digit, ? a letter A to Z, * either, any other character itself; \ makes the next one itself.</summary>
internal sealed class PatternDomain : TextDomain
{
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private readonly byte[] _template;
    private readonly Group[] _groups;
    private readonly bool _isDrawnAtOnce;

    private PatternDomain(byte[] template, int characters, List<Place> places)
    {
        _template = template;
        MaxChars = characters;
        _groups = [.. Groups(places)];
        UInt128 count = 1;
        foreach (Group group in _groups)
            count = Multiply(count, group.Size);
        Count = count;
        _isDrawnAtOnce = count <= ulong.MaxValue;
        Bytes = ByteSet.Of(template);
        foreach (Group group in _groups)
            Bytes |= ByteSet.Of(group.Alphabet);
    }

    public override UInt128 Count { get; }

    public override int MinBytes => _template.Length;

    public override int MaxBytes => _template.Length;

    public override int MaxChars { get; }

    public override bool IsInjective => true;

    public override ByteSet Bytes { get; }

    public override ByteSet BytesAt(int position)
    {
        foreach (Group group in _groups)
        {
            if (position >= group.At && position < group.At + group.Length)
                return ByteSet.Of(group.Alphabet);
        }

        return default(ByteSet).With(_template[position]);
    }

    /// <summary>Reads a pattern.</summary>
    public static PatternDomain Parse(string pattern) => Read(pattern, hasEscapes: true, character => character switch
    {
        '#' => Digits,
        '?' => Letters,
        '*' => Digits + Letters,
        _ => null,
    });

    /// <summary>Reads a format of the locale data: # a digit, ! a digit from 2, ? a letter.</summary>
    public static PatternDomain OfLocale(string format) => Read(format, hasEscapes: false, character => character switch
    {
        '#' => Digits,
        '!' => Digits[2..],
        '?' => Letters,
        _ => null,
    });

    /// <summary>So many characters of an alphabet.</summary>
    public static PatternDomain Of(string alphabet, int length) => Read(new string('*', length), hasEscapes: false, _ => alphabet);

    public override int Write(UInt128 index, Span<byte> into)
    {
        if (index <= ulong.MaxValue)
            return Write((ulong)index, into);
        _template.CopyTo(into);
        for (int i = _groups.Length - 1; i >= 0; i--)
        {
            (index, UInt128 number) = UInt128.DivRem(index, _groups[i].Size);
            _groups[i].Write((uint)number, into);
        }

        return _template.Length;
    }

    public override int Write(ulong index, Span<byte> into)
    {
        _template.CopyTo(into);
        Group[] groups = _groups;
        for (int i = groups.Length - 1; i > 0; i--)
        {
            ref readonly Group group = ref groups[i];
            ulong rest = index / group.Size;
            group.Write((uint)(index - (rest * group.Size)), into);
            index = rest;
        }

        if (groups.Length > 0)
            groups[0].Write((uint)(index % groups[0].Size), into);
        return _template.Length;
    }

    public override int Draw(ref RandomDraws draws, Span<byte> into)
    {
        if (_isDrawnAtOnce)
            return Write(draws.Below((ulong)Count), into);
        _template.CopyTo(into);
        foreach (ref readonly Group group in _groups.AsSpan())
            group.Write((uint)draws.Below(group.Size), into);
        return _template.Length;
    }

    private static PatternDomain Read(string pattern, bool hasEscapes, Func<int, string?> alphabetOf)
    {
        var template = new MemoryStream();
        var places = new List<Place>();
        int characters = 0;
        bool isEscaped = false;
        foreach (Rune rune in pattern.EnumerateRunes())
        {
            if (hasEscapes && !isEscaped && rune.Value == '\\')
            {
                isEscaped = true;
                continue;
            }

            string? alphabet = isEscaped ? null : alphabetOf(rune.Value);
            if (alphabet is not null)
                places.Add(new Place((int)template.Length, alphabet));
            template.Write(Encoding.UTF8.GetBytes(rune.ToString()));
            characters++;
            isEscaped = false;
        }

        return new PatternDomain(template.ToArray(), characters, places);
    }

    // Neighbours of one alphabet, up to nine digits or as many others as fit 30 bits, are one number: one long division for all of them.
    private static IEnumerable<Group> Groups(List<Place> places)
    {
        int i = 0;
        while (i < places.Count)
        {
            string alphabet = places[i].Alphabet;
            int length = 1;
            ulong size = (ulong)alphabet.Length;
            while (i + length < places.Count && places[i + length] == new Place(places[i].At + length, alphabet) && size * (ulong)alphabet.Length <= 1 << 30)
            {
                size *= (ulong)alphabet.Length;
                length++;
            }

            yield return new Group(places[i].At, length, size, Encoding.ASCII.GetBytes(alphabet), alphabet == Digits);
            i += length;
        }
    }

    private readonly record struct Place(int At, string Alphabet);

    private readonly record struct Group(int At, int Length, ulong Size, byte[] Alphabet, bool IsDecimal)
    {
        public void Write(uint number, Span<byte> into)
        {
            if (IsDecimal)
            {
                PaddedDigits.Write(number, Length, into[At..]);
                return;
            }

            uint radix = (uint)Alphabet.Length;
            for (int i = At + Length - 1; i >= At; i--)
            {
                uint rest = number / radix;
                into[i] = Alphabet[number - (rest * radix)];
                number = rest;
            }
        }
    }
}
