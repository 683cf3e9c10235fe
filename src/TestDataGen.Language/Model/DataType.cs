namespace TestDataGen.Language;

/// <summary>A type with its measures.</summary>
/// <param name="Kind">Which scalar type.</param>
/// <param name="Length">Greatest length of <c>string(n)</c> (characters) and <c>binary(n)</c> (bytes); 0: none given.</param>
/// <param name="Precision">Digits in all of a <c>decimal(p,s)</c>, 1 to 28; 0 for a decimal within an expression, which keeps all its digits.</param>
/// <param name="Scale">Digits behind the point of a <c>decimal(p,s)</c>.</param>
/// <param name="Enum">The enum whose values these are (<see cref="TypeKind.String"/>), or null.</param>
public sealed record DataType(TypeKind Kind, int Length = 0, int Precision = 0, int Scale = 0, EnumType? Enum = null)
{
    /// <summary>smallint, integer or bigint.</summary>
    public bool IsInteger => Kind is TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt;

    /// <summary>Any number.</summary>
    public bool IsNumeric => IsInteger || Kind is TypeKind.Decimal or TypeKind.Float or TypeKind.Double;

    /// <summary>float or double.</summary>
    public bool IsFloating => Kind is TypeKind.Float or TypeKind.Double;

    /// <summary>string, text, an enum or json.</summary>
    public bool IsText => Kind is TypeKind.String or TypeKind.Text or TypeKind.Json;

    /// <summary>date, datetime or timestamp.</summary>
    public bool HasDate => Kind is TypeKind.Date or TypeKind.DateTime or TypeKind.Timestamp;

    /// <summary>The canonical form, as the formatter prints it.</summary>
    public override string ToString() => Kind switch
    {
        _ when Enum is not null => Enum.Name,
        TypeKind.Decimal when Precision > 0 => $"decimal({Precision}, {Scale})",
        TypeKind.String when Length > 0 => $"string({Length})",
        TypeKind.Binary when Length > 0 => $"binary({Length})",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
