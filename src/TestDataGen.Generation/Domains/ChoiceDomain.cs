namespace TestDataGen.Generation;

/// <summary>One of several domains. Drawn, each is as likely as another, however many texts it has.</summary>
internal sealed class ChoiceDomain : TextDomain
{
    private readonly TextDomain[] _choices;

    public ChoiceDomain(IEnumerable<TextDomain> choices)
    {
        _choices = [.. choices];
        UInt128 count = 0;
        foreach (TextDomain choice in _choices)
            count = Add(count, choice.Count);
        Count = count;
        MaxBytes = _choices.Max(c => c.MaxBytes);
        MaxChars = _choices.Max(c => c.MaxChars);
    }

    public override UInt128 Count { get; }

    public override int MaxBytes { get; }

    public override int MaxChars { get; }

    /// <summary>Two of the domains may have a text in common.</summary>
    public override bool IsInjective => _choices.Length == 1 && _choices[0].IsInjective;

    public override int Write(UInt128 index, Span<byte> into)
    {
        foreach (TextDomain choice in _choices)
        {
            if (index < choice.Count)
                return choice.Write(index, into);
            index -= choice.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    public override int Draw(ref RandomDraws draws, Span<byte> into) => _choices[draws.Below((ulong)_choices.Length)].Draw(ref draws, into);
}
