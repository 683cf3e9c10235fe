namespace TestDataGen.Generation;

/// <summary>What a file says of a cell's type.</summary>
internal enum CellKind
{
    /// <summary>Nothing: a cell of a csv, which may be of any type.</summary>
    Word,

    /// <summary>A text, which may be a day or a time.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A list or an object.</summary>
    Json,
}
