using System.Buffers;
using System.Buffers.Binary;

namespace TestDataGen.Generation;

/// <summary>Random bytes; an index in the first of them where a key wants them to differ.</summary>
internal sealed class BinaryColumn(int length, ulong key, RowIndex? index) : ColumnSource
{
    public override string Description => $"{length} random bytes";

    public override bool IsDrawn => index?.IsDrawn == true;

    public override double AverageBytes => 2 * length;

    public override void Fill(Frame frame, Column column)
    {
        var binary = (BytesColumn)column;
        ReadOnlySpan<long> rows = frame.Rows;
        Span<byte> word = stackalloc byte[8];
        long[]? elements = index is null ? null : ArrayPool<long>.Shared.Rent(rows.Length);
        index?.Fill(frame, elements.AsSpan(0, rows.Length));
        for (int i = 0; i < rows.Length; i++)
        {
            Span<byte> into = binary.Reserve(length)[..length];
            ulong counter = (ulong)rows[i] << Squares.DrawBits;
            for (int at = 0; at < length; at += 8)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, Squares.At(key, counter++));
                word[..Math.Min(8, length - at)].CopyTo(into[at..]);
            }

            if (elements is not null)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, (ulong)elements[i]);
                word[..Math.Min(7, length)].CopyTo(into);
            }

            binary.Commit(i, length);
        }

        if (elements is not null)
            ArrayPool<long>.Shared.Return(elements);
    }
}
