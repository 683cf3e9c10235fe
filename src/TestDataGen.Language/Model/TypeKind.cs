namespace TestDataGen.Language;

/// <summary>The scalar types of the language.</summary>
public enum TypeKind
{
    /// <summary>16-bit integer.</summary>
    SmallInt,

    /// <summary>32-bit integer.</summary>
    Integer,

    /// <summary>64-bit integer.</summary>
    BigInt,

    /// <summary>Exact number; precision 1 to 28, scale 0 to precision.</summary>
    Decimal,

    /// <summary>32-bit floating point.</summary>
    Float,

    /// <summary>64-bit floating point.</summary>
    Double,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Text with a greatest length in characters (code points); also every enum.</summary>
    String,

    /// <summary>Text without a limit.</summary>
    Text,

    /// <summary>Calendar day.</summary>
    Date,

    /// <summary>Time of day.</summary>
    Time,

    /// <summary>Day and time without a zone.</summary>
    DateTime,

    /// <summary>An instant, kept and written in UTC.</summary>
    Timestamp,

    /// <summary>128-bit identifier, RFC 9562.</summary>
    Uuid,

    /// <summary>JSON text.</summary>
    Json,

    /// <summary>Bytes with a greatest length.</summary>
    Binary,

    /// <summary>A length of time; expressions only.</summary>
    Duration,

    /// <summary>The type of a bare <c>null</c>; expressions only.</summary>
    Null,
}
