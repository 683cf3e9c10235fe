namespace TestDataGen.Language;

/// <summary>What <c>30%</c> means as a literal.</summary>
internal readonly record struct PercentValue(decimal Percent);

/// <summary>What <c>/[A-Z]+/</c> means as a literal.</summary>
internal readonly record struct RegexValue(string Pattern);
