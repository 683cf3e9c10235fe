using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

/// <summary>
/// The element of a permutation that each row of a table takes: the one of its own place, which comes behind the places of rows that a database holds. Rows whose
/// value is there all the same are moved to places behind those of all rows; only those are kept.
/// </summary>
internal sealed class RowOrder : IRowMover
{
    private readonly Permutation _permutation;
    private readonly ulong _start;
    private Dictionary<long, ulong>? _moved;
    private ulong _next;

    /// <summary>The order of a table's rows.</summary>
    /// <param name="permutation">Over the elements.</param>
    /// <param name="plan">The table, its rows counted.</param>
    public RowOrder(Permutation permutation, TablePlan plan)
    {
        _permutation = permutation;
        _start = (ulong)plan.Start % permutation.Size;
        _next = (ulong)plan.TotalRows;
    }

    /// <summary>The element of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong At(long row) => _start == 0 && _moved is null ? _permutation.At((ulong)row) : _permutation.At(PlaceOf(row));

    /// <inheritdoc/>
    public bool TryMove(long row)
    {
        if (_next >= _permutation.Size)
            return false;
        (_moved ??= [])[row] = _next++;
        return true;
    }

    private ulong PlaceOf(long row)
    {
        ulong place = _moved is not null && _moved.TryGetValue(row, out ulong moved) ? moved : (ulong)row;
        // Round the end, so that every element has a place; a size is at most 2^63.
        place += _start;
        return place < _permutation.Size ? place : place % _permutation.Size;
    }
}
