namespace TestDataGen.Language;

/// <summary>A data set that can't be read.</summary>
/// <param name="rule">Which of the catalogue's errors it is.</param>
/// <param name="message">What is wrong, one sentence.</param>
/// <param name="hint">What to do, one sentence; null: what the rule says.</param>
public sealed class DataSetException(DiagnosticRule rule, string message, string? hint = null) : Exception(message)
{
    /// <summary>Which of the catalogue's errors it is.</summary>
    public DiagnosticRule Rule { get; } = rule;

    /// <summary>What to do, one sentence; null: what the rule says.</summary>
    public string? Hint { get; } = hint;
}
