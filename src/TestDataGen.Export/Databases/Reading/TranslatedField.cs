namespace TestDataGen.Export;

/// <summary>A column's field, as the translation of checks sees it.</summary>
/// <param name="Name">The field's name, as it stands in the text.</param>
/// <param name="Type">Its type, that of an alias too: <c>decimal(10, 2)</c>; an enum's is <c>string</c>.</param>
/// <param name="TakesFacts">Whether its text can say which values it has; not where they come from a parent.</param>
internal sealed record TranslatedField(string Name, string Type, bool TakesFacts);
