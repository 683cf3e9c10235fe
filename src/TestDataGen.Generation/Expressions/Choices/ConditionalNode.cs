using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>if(condition, then, else)</c>: each branch is evaluated for the rows that take it and no others.</summary>
internal sealed class ConditionalNode(Node condition, Node then, Node otherwise, DataType type, CompileContext context) : Node(type, context)
{
    private readonly int _elseId = context.NextNode();

    public override void Evaluate(Frame frame, Column target)
    {
        Column decision = condition.Value(frame);
        ReadOnlySpan<long> isTrue = ((Int64Column)decision).Values;
        int[] thenRows = System.Buffers.ArrayPool<int>.Shared.Rent(frame.Count);
        int[] elseRows = System.Buffers.ArrayPool<int>.Shared.Rent(frame.Count);
        try
        {
            int thenCount = 0;
            int elseCount = 0;
            for (int i = 0; i < frame.Count; i++)
            {
                if (!decision.IsNull(i) && isTrue[i] != 0)
                    thenRows[thenCount++] = i;
                else
                    elseRows[elseCount++] = i;
            }

            Take(frame, then, Id, thenRows, thenCount, target);
            Take(frame, otherwise, _elseId, elseRows, elseCount, target);
        }
        finally
        {
            System.Buffers.ArrayPool<int>.Shared.Return(thenRows);
            System.Buffers.ArrayPool<int>.Shared.Return(elseRows);
        }
    }

    private static void Take(Frame frame, Node branch, int id, int[] indexes, int count, Column target)
    {
        if (count == 0)
            return;
        Column values = branch.Value(frame.Subset(id, indexes, count));
        for (int i = 0; i < count; i++)
            target.Copy(indexes[i], values, i);
    }
}
