using System.Buffers.Binary;

namespace TestDataGen.Generation;

/// <summary>UUIDs of version 4 (RFC 9562): 122 random bits; 60 of them a bijection of the row where they must be unique.</summary>
internal sealed class UuidColumn(ulong key, Permutation? permutation) : ColumnSource
{
    public override string Description => "uuid, version 4";

    public override bool IsDrawn => false;

    public override double AverageBytes => 36;

    public override void Fill(Frame frame, Column column)
    {
        Span<Guid> values = ((GuidColumn)column).Values;
        ReadOnlySpan<long> rows = frame.Rows;
        Span<byte> bytes = stackalloc byte[16];
        for (int i = 0; i < rows.Length; i++)
        {
            ulong counter = (ulong)rows[i] << Squares.DrawBits;
            ulong high = permutation is null ? Squares.At(key, counter) : permutation.At((ulong)rows[i]) << 4;
            ulong low = Squares.At(key, counter + 1);
            // 48 bits, the version, 12 bits; the variant, 62 bits.
            high = (high & 0xFFFF_FFFF_FFFF_0000) | 0x4000 | ((high >> 4) & 0x0FFF);
            low = (low >> 2) | 0x8000_0000_0000_0000;
            BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
            values[i] = new Guid(bytes, bigEndian: true);
        }
    }
}
