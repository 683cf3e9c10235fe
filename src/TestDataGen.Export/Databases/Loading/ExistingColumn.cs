namespace TestDataGen.Export;

/// <summary>A column that a table in a database has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the server names it.</param>
/// <param name="IsNullable">Whether it takes null.</param>
/// <param name="HasDefault">Whether the server gives it a value where a row has none: a default, an identity, a time of change.</param>
/// <param name="IsGenerated">Whether the server computes it, so that no row may bring a value.</param>
/// <param name="IsIdentity">Whether its numbers are the server's own, and taken from rows only where a statement says so.</param>
internal sealed record ExistingColumn(string Name, string Type, bool IsNullable, bool HasDefault, bool IsGenerated, bool IsIdentity);
