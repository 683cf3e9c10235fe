namespace TestDataGen.Language;

/// <summary>Values from low to high, both included; of one value both ends are the same. In the field's type.</summary>
public sealed record Bucket(Literal Low, Literal High);
