using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>
/// Parents that fit their row by a condition: drawn again, each try with draws of its own, until one does. After <see cref="MaxTries"/> tries a row has none.
/// </summary>
/// <param name="candidates">Draws parents that may fit.</param>
/// <param name="condition">Over the row and its parent.</param>
/// <param name="reference">The reference's number in its table.</param>
/// <param name="id">A number of a node, for the frames of the tries.</param>
/// <param name="text">The condition, for people.</param>
internal sealed class FilteredParent(ParentSource candidates, Node condition, int reference, int id, string text) : ParentSource
{
    private const int MaxTries = 1000;

    public override string Description => $"{candidates.Description}, {text}";

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        int count = frame.Count;
        int[] open = ArrayPool<int>.Shared.Rent(count);
        long[] salted = ArrayPool<long>.Shared.Rent(count);
        long[] tried = ArrayPool<long>.Shared.Rent(count);
        try
        {
            for (int i = 0; i < count; i++)
                open[i] = i;
            parentRows.Fill(-1);
            for (int attempt = 0; attempt < MaxTries && count > 0; attempt++)
            {
                Frame trial = frame.Subset(id, open, count);
                for (int i = 0; i < count; i++)
                    salted[i] = attempt == 0 ? draws[open[i]] : Frame.Salted(draws[open[i]], attempt);
                candidates.Fill(trial, salted.AsSpan(0, count), tried.AsSpan(0, count));
                trial.SetParent(reference, tried);
                Column fits = condition.Value(trial);
                ReadOnlySpan<long> isTrue = ((Int64Column)fits).Values;
                int left = 0;
                for (int i = 0; i < count; i++)
                {
                    if (tried[i] >= 0 && !fits.IsNull(i) && isTrue[i] != 0)
                        parentRows[open[i]] = tried[i];
                    // Where there is no candidate at all, there is none in a later try.
                    else if (tried[i] >= 0)
                        open[left++] = open[i];
                }

                count = left;
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(open);
            ArrayPool<long>.Shared.Return(salted);
            ArrayPool<long>.Shared.Return(tried);
        }
    }
}
