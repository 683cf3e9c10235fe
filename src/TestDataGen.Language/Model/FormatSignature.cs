namespace TestDataGen.Language;

/// <summary>What the binder needs to know of a faker format: the generation registers them and hands them over.</summary>
/// <param name="Name">As in <c>format(name)</c>.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="MaxArguments">How many literal arguments it takes at the most; 0 for nearly all.</param>
public sealed record FormatSignature(string Name, string Summary, int MaxArguments = 0);
