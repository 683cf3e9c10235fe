namespace TestDataGen.Fuzz;

/// <summary>What does not hold of a text.</summary>
/// <param name="Key">What is wrong, the same for all texts that have the same cause.</param>
/// <param name="Text">What is wrong, for people.</param>
internal sealed record Failure(string Key, string Text);
