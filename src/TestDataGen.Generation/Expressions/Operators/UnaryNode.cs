using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A function of one number; null where its operand is.</summary>
internal sealed class UnaryNode<TIn, TOut>(Node operand, Func<TIn, TOut> function, DataType type, CompileContext context) : Node(type, context)
    where TIn : struct
    where TOut : struct
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column column = operand.Value(frame);
        ReadOnlySpan<TIn> x = ((ValueColumn<TIn>)column).Values[..frame.Count];
        Span<TOut> result = ((ValueColumn<TOut>)target).Values[..frame.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (column.IsNull(i))
            {
                target.SetNull(i);
                continue;
            }

            try
            {
                result[i] = function(x[i]);
            }
            catch (OverflowException)
            {
                throw Error(frame, i, $"{x[i]} does not fit the type {Type} that it is converted to or computed in. Give the field a wider type.");
            }
        }
    }
}
