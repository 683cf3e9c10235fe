using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>noise(deviation)</c>: drawn from the normal distribution around 0.</summary>
internal sealed class NoiseNode(Node deviation, ulong key, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column column = deviation.Value(frame);
        ReadOnlySpan<double> deviations = ((DoubleColumn)column).Values;
        Span<double> result = ((DoubleColumn)target).Values;
        ReadOnlySpan<long> draws = frame.Draws;
        for (int i = 0; i < draws.Length; i++)
        {
            if (column.IsNull(i))
                target.SetNull(i);
            else
                result[i] = (deviations[i] * NormalQuantile.Of(Squares.OpenUnit(Squares.AtRow(key, draws[i])))) + 0.0; // never -0
        }
    }
}
