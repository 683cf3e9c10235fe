namespace TestDataGen.Servers;

/// <summary>A column as SQL Server has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type's name.</param>
/// <param name="Measures">The type's measures; -1 for max.</param>
/// <param name="IsNullable">Whether it takes null.</param>
internal sealed record TdsColumn(string Name, string Type, IReadOnlyList<int> Measures, bool IsNullable)
{
    /// <summary>The type as the protocol describes it. What is never null has no length before each value.</summary>
    public byte[] TypeInfo => Type switch
    {
        "smallint" when !IsNullable => [0x34],
        "int" when !IsNullable => [0x38],
        "bigint" when !IsNullable => [0x7F],
        "bit" when !IsNullable => [0x32],
        "real" when !IsNullable => [0x3B],
        "float" when !IsNullable => [0x3E],
        "smallint" => [0x26, 2],
        "int" => [0x26, 4],
        "bigint" => [0x26, 8],
        "bit" => [0x68, 1],
        "real" => [0x6D, 4],
        "float" => [0x6D, 8],
        "decimal" => [0x6A, 17, (byte)Measures[0], (byte)Measures[1]],
        "date" => [0x28],
        "time" => [0x29, 7],
        "datetime2" => [0x2A, 7],
        "datetimeoffset" => [0x2B, 7],
        "uniqueidentifier" => [0x24, 16],
        "varbinary" => [0xA5, .. Length(Measures[0])],
        "nvarchar" => [0xE7, .. Length(Measures[0] < 0 ? -1 : 2 * Measures[0]), 0x09, 0x04, 0xD0, 0x00, 0x34],
        _ => throw new NotSupportedException(Type),
    };

    private static byte[] Length(int bytes) => BitConverter.GetBytes((ushort)bytes);
}
