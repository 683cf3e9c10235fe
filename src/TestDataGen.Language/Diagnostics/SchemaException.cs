namespace TestDataGen.Language;

/// <summary>A schema can't be used: it has errors, or a run asks of it what can't be met.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Carries the diagnostics, at least one of them an error.</summary>
    public SchemaException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics.Select(d => d.ToDisplayString()))) => Diagnostics = diagnostics;

    /// <summary>All that was found, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
