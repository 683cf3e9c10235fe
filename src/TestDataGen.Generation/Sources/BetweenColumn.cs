namespace TestDataGen.Generation;

/// <summary><c>between(a, b)</c> with ends that are expressions: a range drawn anew for each row.</summary>
internal sealed class BetweenColumn(Node draw, string description) : ColumnSource
{
    public override string Description => description;

    public override void Fill(Frame frame, Column column) => draw.Evaluate(frame, column);
}
