namespace TestDataGen.Language;

/// <summary>A column of a data set.</summary>
/// <param name="Name">As the file names it.</param>
/// <param name="Type">The type that all its values have.</param>
/// <param name="IsNullable">Whether a value is missing.</param>
public sealed record DataSetColumn(string Name, DataType Type, bool IsNullable);
