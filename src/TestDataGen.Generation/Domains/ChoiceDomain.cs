namespace TestDataGen.Generation;

/// <summary>One of several domains. Drawn, each comes as often as its weight says, however many texts it has.</summary>
internal sealed class ChoiceDomain : TextDomain
{
    // Every pair of alternatives is compared to know whether they are disjoint.
    private const int MostCompared = 100;
    private readonly TextDomain[] _choices;
    private readonly ulong[] _upTo;

    /// <summary>Domains, each as likely as another.</summary>
    public ChoiceDomain(IEnumerable<TextDomain> choices)
        : this(choices.Select(c => (c, 1)))
    {
    }

    /// <summary>Domains with their weights.</summary>
    public ChoiceDomain(IEnumerable<(TextDomain Domain, int Weight)> choices)
    {
        (TextDomain Domain, int Weight)[] all = [.. choices];
        _choices = [.. all.Select(c => c.Domain)];
        _upTo = new ulong[all.Length];
        UInt128 count = 0;
        ulong weight = 0;
        for (int i = 0; i < all.Length; i++)
        {
            count = Add(count, all[i].Domain.Count);
            weight += (ulong)all[i].Weight;
            _upTo[i] = weight;
            Bytes |= all[i].Domain.Bytes;
        }

        Count = count;
        MinBytes = _choices.Min(c => c.MinBytes);
        MaxBytes = _choices.Max(c => c.MaxBytes);
        MaxChars = _choices.Max(c => c.MaxChars);
        IsInjective = _choices.All(c => c.IsInjective) && AllDisjoint();
    }

    public override UInt128 Count { get; }

    public override int MinBytes { get; }

    public override int MaxBytes { get; }

    public override int MaxChars { get; }

    public override bool IsInjective { get; }

    public override ByteSet Bytes { get; }

    public override ByteSet BytesAt(int position) => _choices.Where(c => c.MaxBytes > position).Aggregate(default(ByteSet), (set, c) => set | c.BytesAt(position));

    public override int Write(UInt128 index, Span<byte> into)
    {
        foreach (TextDomain choice in _choices)
        {
            if (index < choice.Count)
                return index <= ulong.MaxValue ? choice.Write((ulong)index, into) : choice.Write(index, into);
            index -= choice.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    public override int Draw(ref RandomDraws draws, Span<byte> into)
    {
        ulong drawn = draws.Below(_upTo[^1]);
        int choice = 0;
        while (drawn >= _upTo[choice])
            choice++;
        return _choices[choice].Draw(ref draws, into);
    }

    private bool AllDisjoint()
    {
        if (_choices.Length > MostCompared)
            return false;
        for (int i = 0; i < _choices.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!AreDisjoint(_choices[i], _choices[j]))
                    return false;
            }
        }

        return true;
    }
}
