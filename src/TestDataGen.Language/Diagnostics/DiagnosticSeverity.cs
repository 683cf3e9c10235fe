namespace TestDataGen.Language;

/// <summary>How much a diagnostic weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>No data can be made.</summary>
    Error,

    /// <summary>Data can be made, but perhaps not what was meant.</summary>
    Warning,
}
