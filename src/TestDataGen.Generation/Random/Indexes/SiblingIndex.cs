using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>No element twice among the children of a parent: child k takes the k-th of a permutation that the parent has for itself.</summary>
/// <param name="children">The children of each parent.</param>
/// <param name="permutation">Over the elements.</param>
/// <param name="key">The stream's key.</param>
/// <param name="what">What must be different, for the error.</param>
internal sealed class SiblingIndex(ChildCounts children, Permutation permutation, ulong key, string what) : RowIndex, IRowMover
{
    private readonly Dictionary<long, ulong> _next = [];
    private Dictionary<long, ulong>? _moved;

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Span<long> elements)
    {
        int count = frame.Count;
        long[] parents = ArrayPool<long>.Shared.Rent(count);
        children.Locate(frame.ScratchOf(children), frame.Rows, parents, elements[..count]);
        for (int i = 0; i < count; i++)
        {
            if ((ulong)elements[i] >= permutation.Size)
                throw new GenerationException($"{what}: a parent has more than {permutation.Size} children, and there are no more values that are all different. Count fewer children, or give it more values.");
            ulong place = _moved is not null && _moved.TryGetValue(frame.Rows[i], out ulong moved) ? moved : (ulong)elements[i];
            elements[i] = (long)permutation.At(place, Squares.AtRow(key, parents[i]) | 1);
        }

        ArrayPool<long>.Shared.Return(parents);
    }

    /// <inheritdoc/>
    public bool TryMove(long row)
    {
        Span<long> parent = stackalloc long[1];
        Span<long> count = stackalloc long[1];
        Frame? scratch = children.CreateScratch();
        children.Locate(scratch, [row], parent, []);
        if (!_next.TryGetValue(parent[0], out ulong next))
        {
            // The places before are those of the parent's children.
            children.Ranges(scratch, parent, stackalloc long[1], count);
            next = (ulong)count[0];
        }

        if (next >= permutation.Size)
            return false;
        (_moved ??= [])[row] = next;
        _next[parent[0]] = next + 1;
        return true;
    }
}
