namespace TestDataGen.Language;

/// <summary>What a token begins: where the parser picks up again after an error.</summary>
internal enum Landmark
{
    None,

    /// <summary><c>name:</c> in a table.</summary>
    Field,

    /// <summary><c>check</c>, <c>primary_key(…)</c> and their like on a line of their own.</summary>
    Constraint,

    /// <summary><c>table NAME</c>.</summary>
    Table,

    /// <summary><c>schema</c>, <c>enum</c> and the other declarations of a file.</summary>
    Declaration,
}
