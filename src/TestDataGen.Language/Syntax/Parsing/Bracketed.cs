namespace TestDataGen.Language;

/// <summary>Something in brackets, with the place of both.</summary>
internal readonly record struct Bracketed<T>(T Content, TextSpan Span);
