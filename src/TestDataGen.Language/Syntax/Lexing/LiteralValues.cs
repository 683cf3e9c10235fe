namespace TestDataGen.Language;

/// <summary>What <c>30%</c> means as a literal.</summary>
internal readonly record struct PercentValue(decimal Percent);

/// <summary>What a literal means that is none, which has been said: whoever gets it keeps silent.</summary>
internal sealed record BadValue(DiagnosticRule Rule);

/// <summary>What <c>/[A-Z]+/</c> means as a literal.</summary>
internal readonly record struct RegexValue(string Pattern);
