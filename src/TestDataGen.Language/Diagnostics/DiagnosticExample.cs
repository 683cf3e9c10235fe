namespace TestDataGen.Language;

/// <summary>A text that raises a rule, and what to write instead.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Meaning">What the rule means and why it is there, in a sentence or two.</param>
/// <param name="Text">A whole <c>.tdg</c> file that raises it and nothing else.</param>
/// <param name="Wrong">What is to be replaced in the text, where it stands once.</param>
/// <param name="Right">What to write in its place, so that nothing is wrong any more.</param>
public sealed record DiagnosticExample(DiagnosticRule Rule, string Meaning, string Text, string Wrong, string Right)
{
    /// <summary>The profile to run it with; null: the one without a name.</summary>
    public string? Profile { get; init; }

    /// <summary>An own generator that is registered when the text is read, and not any more when it is run; null: none.</summary>
    public string? Generator { get; init; }

    /// <summary>The text without what is wrong in it.</summary>
    public string Corrected => Text.Replace(Wrong, Right, StringComparison.Ordinal);
}
