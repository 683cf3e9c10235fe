using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>An operator over two columns of one storage; null where an operand is.</summary>
internal sealed class BinaryNode<TIn, TOut, TOperation>(Node left, Node right, DataType type, CompileContext context) : Node(type, context)
    where TIn : struct
    where TOut : struct
    where TOperation : struct, IOperation<TIn, TOut>
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column a = left.Value(frame);
        Column b = right.Value(frame);
        ReadOnlySpan<TIn> x = ((ValueColumn<TIn>)a).Values[..frame.Count];
        ReadOnlySpan<TIn> y = ((ValueColumn<TIn>)b).Values[..frame.Count];
        Span<TOut> result = ((ValueColumn<TOut>)target).Values[..frame.Count];
        int i = 0;
        try
        {
            if (!a.HasNulls && !b.HasNulls)
            {
                for (; i < result.Length; i++)
                    result[i] = TOperation.Apply(x[i], y[i]);
                return;
            }

            for (; i < result.Length; i++)
            {
                if (a.IsNull(i) || b.IsNull(i))
                    target.SetNull(i);
                else
                    result[i] = TOperation.Apply(x[i], y[i]);
            }
        }
        catch (DivideByZeroException)
        {
            throw Error(frame, i, $"{x[i]} is divided by zero. Guard it: if(divisor == 0, …, …).");
        }
        catch (OverflowException)
        {
            throw Error(frame, i, $"the result of an operation on {x[i]} and {y[i]} is too large for its type.");
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Error(frame, i, "the result is outside the years 1 to 9999.");
        }
    }
}
