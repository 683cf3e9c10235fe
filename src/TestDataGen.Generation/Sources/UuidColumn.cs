using System.Buffers;
using System.Buffers.Binary;

namespace TestDataGen.Generation;

/// <summary>UUIDs of version 4 (RFC 9562): 122 random bits; 60 of them by an index where a key wants them to differ.</summary>
internal sealed class UuidColumn(ulong key, RowIndex? index) : ColumnSource
{
    public override string Description => "uuid, version 4";

    public override bool IsDrawn => index?.IsDrawn == true;

    public override double AverageBytes => 36;

    public override void Fill(Frame frame, Column column)
    {
        Span<Guid> values = ((GuidColumn)column).Values;
        ReadOnlySpan<long> rows = frame.Rows;
        Span<byte> bytes = stackalloc byte[16];
        long[]? elements = index is null ? null : ArrayPool<long>.Shared.Rent(rows.Length);
        index?.Fill(frame, elements.AsSpan(0, rows.Length));
        for (int i = 0; i < rows.Length; i++)
        {
            ulong counter = (ulong)rows[i] << Squares.DrawBits;
            ulong high = elements is null ? Squares.At(key, counter) : (ulong)elements[i] << 4;
            ulong low = Squares.At(key, counter + 1);
            // 48 bits, the version, 12 bits; the variant, 62 bits.
            high = (high & 0xFFFF_FFFF_FFFF_0000) | 0x4000 | ((high >> 4) & 0x0FFF);
            low = (low >> 2) | 0x8000_0000_0000_0000;
            BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
            values[i] = new Guid(bytes, bigEndian: true);
        }

        if (elements is not null)
            ArrayPool<long>.Shared.Return(elements);
    }
}
