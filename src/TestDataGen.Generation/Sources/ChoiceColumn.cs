using System.Buffers;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>One of some constants, by weight; each at most once where the field is unique.</summary>
internal sealed class ChoiceColumn : ColumnSource
{
    private readonly RowIndex _index;
    private readonly long[] _numbers = [];
    private readonly double[] _reals = [];
    private readonly object[] _others = [];
    private readonly byte[] _heap = [];
    private readonly (int Start, int Length)[] _texts = [];

    /// <summary>Takes the constants in the form in which the field's column keeps them.</summary>
    /// <param name="choice">The constants with their weights.</param>
    /// <param name="type">The field's type.</param>
    /// <param name="key">The stream's key.</param>
    /// <param name="index">Which of them, where neither weights nor chance decide; null: those do.</param>
    /// <param name="description">In words; null: how many there are.</param>
    public ChoiceColumn(ChoiceSource choice, DataType type, ulong key, RowIndex? index, string? description = null)
    {
        int count = choice.Values.Count;
        Description = description ?? $"one of {count} values";
        _index = index ?? (choice.Weights.Distinct().Count() > 1 ? new WeightedIndex(new AliasTable(choice.Weights), key) : new RandomIndex((ulong)count, key));
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

                AverageBytes = (double)_heap.Length / count;
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

    public override bool IsDrawn => _index.IsDrawn;

    public override double AverageBytes { get; } = 8;

    public override void Fill(Frame frame, Column column)
    {
        int count = frame.Count;
        long[] picks = ArrayPool<long>.Shared.Rent(count);
        _index.Fill(frame, picks);
        switch (column)
        {
            case Int64Column numbers:
                for (int i = 0; i < count; i++)
                    numbers.Values[i] = _numbers[picks[i]];
                break;
            case DoubleColumn reals:
                for (int i = 0; i < count; i++)
                    reals.Values[i] = _reals[picks[i]];
                break;
            case BytesColumn texts:
                texts.UseSharedHeap(_heap);
                for (int i = 0; i < count; i++)
                {
                    (int start, int length) = _texts[picks[i]];
                    texts.SetShared(i, start, length);
                }

                break;
            case DecimalColumn decimals:
                for (int i = 0; i < count; i++)
                    decimals.Values[i] = (decimal)_others[picks[i]];
                break;
            case GuidColumn guids:
                for (int i = 0; i < count; i++)
                    guids.Values[i] = (Guid)_others[picks[i]];
                break;
        }

        ArrayPool<long>.Shared.Return(picks);
    }
}
