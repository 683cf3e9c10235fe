using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>All faker formats, registered once: the binder, the plan, completion and the reference page read them here.</summary>
public static class FormatCatalog
{
    /// <summary>What the binder needs of each.</summary>
    public static IReadOnlyCollection<FormatSignature> Signatures { get; } = [];
}
