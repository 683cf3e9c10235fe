namespace TestDataGen.Generation;

/// <summary>A set of bytes: what may stand at a place of a text.</summary>
internal readonly record struct ByteSet(UInt128 Low, UInt128 High)
{
    /// <summary>All bytes.</summary>
    public static ByteSet All { get; } = new(UInt128.MaxValue, UInt128.MaxValue);

    /// <summary>The bytes of a text.</summary>
    public static ByteSet Of(ReadOnlySpan<byte> bytes)
    {
        ByteSet set = default;
        foreach (byte b in bytes)
            set = set.With(b);
        return set;
    }

    /// <summary>The set with one more byte.</summary>
    public ByteSet With(byte b) => b < 128 ? this with { Low = Low | (UInt128.One << b) } : this with { High = High | (UInt128.One << (b - 128)) };

    /// <summary>Whether a byte is in the set.</summary>
    public bool Contains(byte b) => ((b < 128 ? Low >> b : High >> (b - 128)) & 1) == 1;

    /// <summary>Whether the sets have a byte in common.</summary>
    public bool Intersects(ByteSet other) => ((Low & other.Low) | (High & other.High)) != 0;

    /// <summary>The bytes of both sets.</summary>
    public static ByteSet operator |(ByteSet left, ByteSet right) => new(left.Low | right.Low, left.High | right.High);
}
