using System.Text;

namespace TestDataGen.Generation;

/// <summary>Texts by a pattern: # a digit, ? a letter A to Z, * either, any other character itself; \ makes the next one itself.</summary>
internal sealed class PatternDomain : TextDomain
{
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private readonly byte[] _template;
    private readonly Place[] _places;

    private PatternDomain(byte[] template, int characters, Place[] places)
    {
        _template = template;
        _places = places;
        MaxChars = characters;
        UInt128 count = 1;
        foreach (Place place in places)
            count = Multiply(count, (UInt128)place.Alphabet.Length);
        Count = count;
    }

    public override UInt128 Count { get; }

    public override int MaxBytes => _template.Length;

    public override int MaxChars { get; }

    public override bool IsInjective => true;

    /// <summary>Reads a pattern.</summary>
    public static PatternDomain Parse(string pattern)
    {
        var template = new MemoryStream();
        var places = new List<Place>();
        int characters = 0;
        bool isEscaped = false;
        foreach (Rune rune in pattern.EnumerateRunes())
        {
            if (!isEscaped && rune.Value == '\\')
            {
                isEscaped = true;
                continue;
            }

            string? alphabet = isEscaped ? null : rune.Value switch
            {
                '#' => Digits,
                '?' => Letters,
                '*' => Digits + Letters,
                _ => null,
            };
            if (alphabet is not null)
                places.Add(new Place((int)template.Length, Encoding.ASCII.GetBytes(alphabet)));
            template.Write(Encoding.UTF8.GetBytes(rune.ToString()));
            characters++;
            isEscaped = false;
        }

        return new PatternDomain(template.ToArray(), characters, [.. places]);
    }

    /// <summary>Digits for # (0 to 9) and ! (2 to 9), as Bogus writes phone numbers and postcodes; with letters, ? is a letter.</summary>
    public static PatternDomain OfDigits(string format, bool withLetters = false)
    {
        var template = new MemoryStream();
        var places = new List<Place>();
        foreach (Rune rune in format.EnumerateRunes())
        {
            string? alphabet = rune.Value switch
            {
                '#' => Digits,
                '!' => Digits[2..],
                '?' when withLetters => Letters,
                _ => null,
            };
            if (alphabet is not null)
                places.Add(new Place((int)template.Length, Encoding.ASCII.GetBytes(alphabet)));
            template.Write(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        return new PatternDomain(template.ToArray(), format.EnumerateRunes().Count(), [.. places]);
    }

    public override int Write(UInt128 index, Span<byte> into)
    {
        if (index <= ulong.MaxValue)
            return Write((ulong)index, into);
        _template.CopyTo(into);
        for (int i = _places.Length - 1; i >= 0; i--)
        {
            (UInt128 rest, UInt128 digit) = UInt128.DivRem(index, (UInt128)_places[i].Alphabet.Length);
            into[_places[i].At] = _places[i].Alphabet[(int)digit];
            index = rest;
        }

        return _template.Length;
    }

    public override int Write(ulong index, Span<byte> into)
    {
        _template.CopyTo(into);
        Place[] places = _places;
        for (int i = places.Length - 1; i >= 0; i--)
        {
            ref readonly Place place = ref places[i];
            byte[] alphabet = place.Alphabet;
            // The compiler turns a division by a constant into a multiplication.
            ulong rest = alphabet.Length switch
            {
                10 => index / 10,
                26 => index / 26,
                36 => index / 36,
                _ => index / 8,
            };
            into[place.At] = alphabet[index - (rest * (ulong)alphabet.Length)];
            index = rest;
        }

        return _template.Length;
    }

    private readonly record struct Place(int At, byte[] Alphabet);
}
