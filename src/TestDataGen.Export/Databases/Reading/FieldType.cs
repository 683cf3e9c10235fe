namespace TestDataGen.Export;

/// <summary>What a server's type is in a <c>.tdg</c> file.</summary>
/// <param name="Type">The type; empty where there is none that fits.</param>
/// <param name="Modifiers">What makes its values those of the server's type.</param>
internal sealed record FieldType(string Type, string Modifiers = "")
{
    /// <summary>The server's type, where the field's does not tell it.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the server fills shorter texts up with blanks, which a form must then allow.</summary>
    public bool IsPadded { get; init; }

    /// <summary>Why no field can have the type's values; null: one can.</summary>
    public string? Refusal { get; init; }

    /// <summary>The enum whose values a column has; null: none.</summary>
    public DescribedType? Enum { get; init; }

    /// <summary>The domain that a column has; null: none.</summary>
    public DescribedType? Domain { get; init; }

    /// <summary>What an element of an array of it looks like: a regular expression without any character that arrays and rows use themselves; null: there is none.</summary>
    public string? Element { get; init; }

    /// <summary>A type whose values can't be made.</summary>
    public static FieldType None(string reason) => new("") { Refusal = reason };

    /// <summary>Texts of a form that the server reads as values of its type.</summary>
    public static FieldType Formed(string regex, string serverType, string? element = null, string type = "text") =>
        new(type, $"regex(/{regex.Replace("/", @"\/", StringComparison.Ordinal)}/)") { Remark = serverType, Element = element };
}
