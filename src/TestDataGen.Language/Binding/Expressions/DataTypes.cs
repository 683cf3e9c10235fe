namespace TestDataGen.Language;

/// <summary>The types that expressions work in.</summary>
internal static class DataTypes
{
    public static readonly DataType BigInt = new(TypeKind.BigInt);
    public static readonly DataType Decimal = new(TypeKind.Decimal);
    public static readonly DataType Double = new(TypeKind.Double);
    public static readonly DataType Boolean = new(TypeKind.Boolean);
    public static readonly DataType Text = new(TypeKind.Text);
    public static readonly DataType Json = new(TypeKind.Json);
    public static readonly DataType Date = new(TypeKind.Date);
    public static readonly DataType Time = new(TypeKind.Time);
    public static readonly DataType DateTime = new(TypeKind.DateTime);
    public static readonly DataType Timestamp = new(TypeKind.Timestamp);
    public static readonly DataType Duration = new(TypeKind.Duration);
    public static readonly DataType Null = new(TypeKind.Null);

    /// <summary>The type of a field whose own type could not be read: whatever uses it is silent.</summary>
    public static readonly DataType Unknown = new(TypeKind.Null, Length: -1);

    /// <summary>As messages show it, with its article left out: <c>bigint</c>, <c>OrderStatus</c>.</summary>
    public static string Show(DataType type) => type.Kind == TypeKind.Null ? "null" : type.ToString();

    /// <summary>The type in which numbers of a type are counted with.</summary>
    public static DataType Computed(DataType number) =>
        number.IsFloating ? Double : number.Kind == TypeKind.Decimal ? Decimal : BigInt;

    /// <summary>The type that values of both become one of; null where there is none.</summary>
    public static DataType? Common(DataType a, DataType b)
    {
        if (a.Kind == TypeKind.Null)
            return b;
        if (b.Kind == TypeKind.Null || a == b)
            return a.IsNumeric ? Computed(a) : a;
        if (a.IsNumeric && b.IsNumeric)
            return a.IsFloating || b.IsFloating ? Double : a.Kind == TypeKind.Decimal || b.Kind == TypeKind.Decimal ? Decimal : BigInt;
        if (a.IsText && b.IsText)
            return Text;
        if (a.HasDate && b.HasDate)
            return a.Kind == TypeKind.Timestamp || b.Kind == TypeKind.Timestamp ? Timestamp : DateTime;
        return null;
    }

    /// <summary>Whether a value may be converted without being asked.</summary>
    public static bool Converts(DataType from, DataType to) => from.Kind switch
    {
        TypeKind.Null => true,
        _ when from.IsNumeric => to.IsNumeric,
        _ when from.IsText => to.IsText && (to.Enum is null || to.Enum == from.Enum),
        TypeKind.Date or TypeKind.DateTime or TypeKind.Timestamp => to.Kind == from.Kind || to.Kind is TypeKind.DateTime or TypeKind.Timestamp,
        _ => to.Kind == from.Kind,
    };
}
