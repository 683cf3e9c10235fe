namespace TestDataGen.Language;

/// <summary>What the parser makes of a text.</summary>
internal sealed record ParsedText(FileSyntax File, IReadOnlyList<Comment> Comments, bool HasErrors);
