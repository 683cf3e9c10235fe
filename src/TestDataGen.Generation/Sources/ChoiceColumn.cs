using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>One of some constants, by weight; each at most once where the field is unique.</summary>
internal sealed class ChoiceColumn : ColumnSource
{
    private readonly AliasTable? _weights;
    private readonly Permutation? _permutation;
    private readonly ulong _key;
    private readonly int _count;
    private readonly long[] _numbers = [];
    private readonly double[] _reals = [];
    private readonly object[] _others = [];
    private readonly byte[] _heap = [];
    private readonly (int Start, int Length)[] _texts = [];

    /// <summary>Takes the constants in the form in which the field's column keeps them.</summary>
    public ChoiceColumn(ChoiceSource choice, DataType type, ulong key, Permutation? permutation, string? description = null)
    {
        _key = key;
        _permutation = permutation;
        _count = choice.Values.Count;
        Description = description ?? $"one of {_count} values";
        if (permutation is null && choice.Weights.Distinct().Count() > 1)
            _weights = new AliasTable(choice.Weights);
        object[] values = [.. choice.Values.Select(v => v.Value!)];
        switch (Column.StorageOf(type))
        {
            case Storage.Int64:
                _numbers = [.. values.Select(v => StoredInt64.Of(v, type))];
                break;
            case Storage.Double:
                _reals = [.. values.Select(v => Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture))];
                break;
            case Storage.Bytes:
                byte[][] bytes = [.. values.Select(v => v as byte[] ?? Encoding.UTF8.GetBytes((string)v))];
                _heap = [.. bytes.SelectMany(b => b)];
                _texts = new (int, int)[bytes.Length];
                int start = 0;
                for (int i = 0; i < bytes.Length; i++)
                {
                    _texts[i] = (start, bytes[i].Length);
                    start += bytes[i].Length;
                }

                AverageBytes = (double)_heap.Length / _count;
                break;
            case Storage.Decimal:
                _others = [.. values.Select(v => (object)Convert.ToDecimal(v, System.Globalization.CultureInfo.InvariantCulture))];
                break;
            default:
                _others = values;
                break;
        }
    }

    public override string Description { get; }

    public override double AverageBytes { get; } = 8;

    public override void Fill(Frame frame, Column column)
    {
        ReadOnlySpan<long> rows = _permutation is null ? frame.Draws : frame.Rows;
        switch (column)
        {
            case Int64Column numbers:
                for (int i = 0; i < rows.Length; i++)
                    numbers.Values[i] = _numbers[Draw(rows[i])];
                break;
            case DoubleColumn reals:
                for (int i = 0; i < rows.Length; i++)
                    reals.Values[i] = _reals[Draw(rows[i])];
                break;
            case BytesColumn texts:
                texts.UseSharedHeap(_heap);
                for (int i = 0; i < rows.Length; i++)
                {
                    (int start, int length) = _texts[Draw(rows[i])];
                    texts.SetShared(i, start, length);
                }

                break;
            case DecimalColumn decimals:
                for (int i = 0; i < rows.Length; i++)
                    decimals.Values[i] = (decimal)_others[Draw(rows[i])];
                break;
            case GuidColumn guids:
                for (int i = 0; i < rows.Length; i++)
                    guids.Values[i] = (Guid)_others[Draw(rows[i])];
                break;
        }
    }

    private int Draw(long row) => _permutation is not null ? (int)_permutation.At((ulong)row)
        : _weights is not null ? _weights.Draw(Squares.AtRow(_key, row))
        : (int)Squares.Below(Squares.AtRow(_key, row), (ulong)_count);
}
