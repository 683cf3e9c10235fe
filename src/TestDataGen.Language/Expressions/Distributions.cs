namespace TestDataGen.Language;

/// <summary>All distributions of the language, by name.</summary>
public static class Distributions
{
}
