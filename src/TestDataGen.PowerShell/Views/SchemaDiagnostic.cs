using TestDataGen.Language;

namespace TestDataGen;

/// <summary>What <c>Test-TdgSchema</c> has to say about a place in a <c>.tdg</c> file.</summary>
public sealed class SchemaDiagnostic
{
    private readonly Diagnostic _diagnostic;

    internal SchemaDiagnostic(Diagnostic diagnostic) => _diagnostic = diagnostic;

    /// <summary>The file, or <c>&lt;text&gt;</c>.</summary>
    public string? Path => _diagnostic.Path;

    /// <summary>Line of the place, from 1.</summary>
    public int Line => _diagnostic.Line;

    /// <summary>Column of the place, from 1.</summary>
    public int Column => _diagnostic.Column;

    /// <summary><c>Error</c> or <c>Warning</c>.</summary>
    public string Severity => _diagnostic.Severity.ToString();

    /// <summary>The stable code, <c>TDG</c> and four digits.</summary>
    public string Code => _diagnostic.Code;

    /// <summary>What is wrong.</summary>
    public string Message => _diagnostic.Message;

    /// <summary>What to do about it.</summary>
    public string Hint => _diagnostic.Hint;

    /// <summary>Place, message, the source line with the place underlined, and what to do.</summary>
    public string Display => _diagnostic.ToDisplayString();

    /// <inheritdoc/>
    public override string ToString() => _diagnostic.ToString();
}
