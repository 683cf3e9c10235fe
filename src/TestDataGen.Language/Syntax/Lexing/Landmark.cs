namespace TestDataGen.Language;

/// <summary>What a token begins: where the parser picks up again after an error.</summary>
internal enum Landmark
{
    None,

    /// <summary><c>name:</c> in a table, or <c>name type</c> on a line of its own, of which the colon is missing.</summary>
    Field,

    /// <summary><c>check</c>, <c>primary_key(…)</c> and their like on a line of their own.</summary>
    Constraint,

    /// <summary><c>orders 5</c> on a line of its own in a <c>generate</c> block.</summary>
    Item,

    /// <summary><c>table NAME</c>.</summary>
    Table,

    /// <summary><c>schema</c>, <c>enum</c> and the other declarations of a file.</summary>
    Declaration,
}
