namespace TestDataGen.Generation;

/// <summary>A row that has met its checks at no try.</summary>
/// <param name="problem">Names the table, the row and the check.</param>
/// <param name="advice">What to do.</param>
internal sealed class UnmetCheckException(string problem, string advice) : GenerationException($"{problem} {advice}")
{
    /// <summary>Names the table, the row and the check.</summary>
    public string Problem => problem;

    /// <summary>What to do.</summary>
    public string Advice => advice;
}
