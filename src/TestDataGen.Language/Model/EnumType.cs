namespace TestDataGen.Language;

/// <summary>A declared enum: its values in the order of the text, each with its weight.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Values">The values.</param>
/// <param name="Weights">As many weights as values, none negative, not all 0; all 1 where the text gives none.</param>
public sealed record EnumType(string Name, IReadOnlyList<string> Values, IReadOnlyList<double> Weights);
