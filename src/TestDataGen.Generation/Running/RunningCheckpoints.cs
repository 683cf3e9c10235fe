using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// The values of running fields in a few rows, from which long series are gone on with: the last rows of the batches that were filled last. They are what would be
/// computed again, so which of them are here changes no value.
/// </summary>
internal sealed class RunningCheckpoints(IReadOnlyList<Field> fields)
{
    private const int Size = 64;
    private readonly object _lock = new();
    private readonly long[] _rows = [.. Enumerable.Repeat(-1L, Size)];
    private readonly Column[]?[] _values = new Column[]?[Size];
    private int _next;

    /// <summary>Keeps the values of a row, in the place of the oldest that are kept.</summary>
    public void Keep(long row, Column[] values, int index)
    {
        lock (_lock)
        {
            if (Array.IndexOf(_rows, row) >= 0)
                return;
            int at = _next++ % Size;
            Column[] kept = _values[at] ??= [.. fields.Select(f => Column.Create(f.Type, 1))];
            for (int k = 0; k < kept.Length; k++)
            {
                kept[k].Clear();
                kept[k].Copy(0, values[k], index);
            }

            _rows[at] = row;
        }
    }

    /// <summary>Copies the values of the last row from one to another that is kept.</summary>
    /// <returns>The row; -1: none is kept.</returns>
    public long Take(long from, long to, Column[] target)
    {
        lock (_lock)
        {
            int best = -1;
            for (int at = 0; at < Size; at++)
            {
                if (_rows[at] >= from && _rows[at] <= to && (best < 0 || _rows[at] > _rows[best]))
                    best = at;
            }

            if (best < 0)
                return -1;
            for (int k = 0; k < target.Length; k++)
            {
                target[k].Clear();
                target[k].Copy(0, _values[best]![k], 0);
            }

            return _rows[best];
        }
    }
}
