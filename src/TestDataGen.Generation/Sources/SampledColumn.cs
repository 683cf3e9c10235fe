using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Numbers, days and times drawn from a distribution.</summary>
internal sealed class SampledColumn(Sampler sampler, ulong key, string description) : ColumnSource
{
    public override string Description => description;

    public override void Fill(Frame frame, Column column)
    {
        ReadOnlySpan<long> rows = frame.Draws;
        switch (column)
        {
            case Int64Column numbers:
                Span<long> values = numbers.Values;
                for (int i = 0; i < rows.Length; i++)
                {
                    RandomDraws draws = Of(rows[i]);
                    values[i] = sampler.Stored(ref draws);
                }

                break;
            case DoubleColumn reals:
                bool isFloat = column.Type.Kind == TypeKind.Float;
                for (int i = 0; i < rows.Length; i++)
                {
                    RandomDraws draws = Of(rows[i]);
                    double value = sampler.Real(ref draws);
                    reals.Values[i] = isFloat ? (float)value : value;
                }

                break;
            case DecimalColumn decimals:
                for (int i = 0; i < rows.Length; i++)
                {
                    RandomDraws draws = Of(rows[i]);
                    decimals.Values[i] = decimal.Round((decimal)sampler.Real(ref draws), column.Type.Scale, MidpointRounding.AwayFromZero);
                }

                break;
        }
    }

    private RandomDraws Of(long row) => new(key, (ulong)row << Squares.DrawBits);
}
