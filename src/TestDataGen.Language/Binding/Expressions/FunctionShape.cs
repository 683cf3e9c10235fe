namespace TestDataGen.Language;

/// <summary>What a parameter of a function takes.</summary>
internal enum ParameterShape
{
    Text,
    Whole,
    Number,
    Double,
    Day,
    Clock,
    Duration,
    Any,

    /// <summary>The same type as its neighbours of this shape.</summary>
    Same,
}

/// <summary>What a function gives.</summary>
internal enum ResultShape
{
    Text,
    Whole,
    Boolean,
    Double,
    Date,

    /// <summary>The type of the first argument, converted.</summary>
    First,

    /// <summary>The type that all arguments became.</summary>
    Common,
}

/// <summary>How a function types. The last parameter stands for all that follow.</summary>
internal sealed record FunctionShape(ResultShape Result, IReadOnlyList<ParameterShape> Parameters)
{
    private static readonly FunctionShape TextToText = new(ResultShape.Text, [ParameterShape.Text]);
    private static readonly FunctionShape NumberToNumber = new(ResultShape.First, [ParameterShape.Number, ParameterShape.Whole]);
    private static readonly FunctionShape SameToSame = new(ResultShape.Common, [ParameterShape.Same]);

    /// <summary>The shape of each function of <see cref="Functions.All"/>.</summary>
    public static FunctionShape Of(Function function) => function.Name switch
    {
        "lower" or "upper" or "capitalize" or "trim" or "ascii" or "replace" or "pattern" => TextToText,
        "slug" or "initials" => TextToText,
        "repeat" => new(ResultShape.Text, [ParameterShape.Text, ParameterShape.Whole]),
        "index_of" => new(ResultShape.Whole, [ParameterShape.Text]),
        "split_part" => new(ResultShape.Text, [ParameterShape.Text, ParameterShape.Text, ParameterShape.Whole]),
        "hash" => new(ResultShape.Text, [ParameterShape.Any]),
        "format_number" => new(ResultShape.Text, [ParameterShape.Number, ParameterShape.Text]),
        "format_date" => new(ResultShape.Text, [ParameterShape.Day, ParameterShape.Text]),
        "exp" or "ln" or "log" => new(ResultShape.Double, [ParameterShape.Double]),
        "quarter" or "week" or "years_between" or "business_days_between" => new(ResultShape.Whole, [ParameterShape.Day]),
        "start_of_month" or "end_of_month" => new(ResultShape.Date, [ParameterShape.Day]),
        "add_months" or "add_business_days" => new(ResultShape.First, [ParameterShape.Day, ParameterShape.Whole]),
        "next_business_day" or "business_time" => new(ResultShape.First, [ParameterShape.Day]),
        "is_business_day" => new(ResultShape.Boolean, [ParameterShape.Day]),
        "length" => new(ResultShape.Whole, [ParameterShape.Text]),
        "substring" or "left" or "right" => new(ResultShape.Text, [ParameterShape.Text, ParameterShape.Whole]),
        "pad_left" or "pad_right" => new(ResultShape.Text, [ParameterShape.Text, ParameterShape.Whole, ParameterShape.Text]),
        "starts_with" or "ends_with" or "contains" => new(ResultShape.Boolean, [ParameterShape.Text]),
        "text" => new(ResultShape.Text, [ParameterShape.Any]),
        "abs" or "round" or "floor" or "ceiling" or "sign" => NumberToNumber,
        "sqrt" or "power" => new(ResultShape.Double, [ParameterShape.Double]),
        "least" or "greatest" or "coalesce" or "nullif" => SameToSame,
        "year" or "month" or "day" or "day_of_week" => new(ResultShape.Whole, [ParameterShape.Day]),
        "hour" or "minute" or "second" => new(ResultShape.Whole, [ParameterShape.Clock]),
        "date" => new(ResultShape.Date, [ParameterShape.Day]),
        "days_between" => new(ResultShape.Whole, [ParameterShape.Day]),
        "season" => new(ResultShape.Double, [ParameterShape.Day, ParameterShape.Duration, ParameterShape.Double, ParameterShape.Duration]),
        "trend" => new(ResultShape.Double, [ParameterShape.Day, ParameterShape.Day, ParameterShape.Double, ParameterShape.Duration]),
        "noise" => new(ResultShape.Double, [ParameterShape.Double]),
        "after" or "before" => new(ResultShape.First, [ParameterShape.Day, ParameterShape.Duration]),
        _ => throw new InvalidOperationException($"The function {function.Name} has no shape."),
    };

    /// <summary>The type that an argument is converted to; null when the parameter does not take it.</summary>
    public static DataType? Accept(ParameterShape shape, DataType type, DataType? common)
    {
        bool isNull = type.Kind == TypeKind.Null;
        return shape switch
        {
            ParameterShape.Text => isNull || type.IsText ? (type.IsText ? type : DataTypes.Text) : null,
            ParameterShape.Whole => isNull || type.IsInteger ? DataTypes.BigInt : null,
            ParameterShape.Number => isNull ? DataTypes.BigInt : type.IsNumeric ? DataTypes.Computed(type) : null,
            ParameterShape.Double => isNull || type.IsNumeric ? DataTypes.Double : null,
            ParameterShape.Day => isNull ? DataTypes.DateTime : type.HasDate ? type : null,
            ParameterShape.Clock => isNull ? DataTypes.Time : type.Kind is TypeKind.Time or TypeKind.DateTime or TypeKind.Timestamp ? type : null,
            ParameterShape.Duration => isNull || type.Kind == TypeKind.Duration ? DataTypes.Duration : null,
            ParameterShape.Same => common,
            _ => isNull ? DataTypes.Text : type,
        };
    }

    /// <summary>The shape in words.</summary>
    public static string Describe(ParameterShape shape) => shape switch
    {
        ParameterShape.Text => "a text",
        ParameterShape.Whole => "a whole number",
        ParameterShape.Number or ParameterShape.Double => "a number",
        ParameterShape.Day => "a date, datetime or timestamp",
        ParameterShape.Clock => "a time, datetime or timestamp",
        ParameterShape.Duration => "a duration",
        _ => "a value",
    };

    /// <summary>The type of the result.</summary>
    public DataType ResultOf(DataType first, DataType? common) => Result switch
    {
        ResultShape.Text => DataTypes.Text,
        ResultShape.Whole => DataTypes.BigInt,
        ResultShape.Boolean => DataTypes.Boolean,
        ResultShape.Double => DataTypes.Double,
        ResultShape.Date => DataTypes.Date,
        ResultShape.Common => common!,
        _ => first,
    };
}
