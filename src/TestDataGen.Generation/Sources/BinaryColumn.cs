using System.Buffers.Binary;

namespace TestDataGen.Generation;

/// <summary>Random bytes; a bijection of the row in the first of them where they must be unique.</summary>
internal sealed class BinaryColumn(int length, ulong key, Permutation? permutation) : ColumnSource
{
    public override string Description => $"{length} random bytes";

    public override bool IsDrawn => false;

    public override double AverageBytes => 2 * length;

    public override void Fill(Frame frame, Column column)
    {
        var binary = (BytesColumn)column;
        ReadOnlySpan<long> rows = frame.Rows;
        Span<byte> word = stackalloc byte[8];
        for (int i = 0; i < rows.Length; i++)
        {
            Span<byte> into = binary.Reserve(length)[..length];
            ulong counter = (ulong)rows[i] << Squares.DrawBits;
            for (int at = 0; at < length; at += 8)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, Squares.At(key, counter++));
                word[..Math.Min(8, length - at)].CopyTo(into[at..]);
            }

            if (permutation is not null)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, permutation.At((ulong)rows[i]));
                word[..Math.Min(7, length)].CopyTo(into);
            }

            binary.Commit(i, length);
        }
    }
}
