namespace TestDataGen.Language;

/// <summary>Operators of one operand.</summary>
public enum UnaryOperator
{
    /// <summary>-x</summary>
    Negate,

    /// <summary>not x</summary>
    Not,
}

/// <summary>Operators of two operands.</summary>
public enum BinaryOperator
{
    /// <summary>+</summary>
    Add,

    /// <summary>-</summary>
    Subtract,

    /// <summary>*</summary>
    Multiply,

    /// <summary>/ (decimal, or double where an operand is floating; integers become decimals first)</summary>
    Divide,

    /// <summary>% (the sign of the left operand)</summary>
    Modulo,

    /// <summary>==</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,

    /// <summary>and</summary>
    And,

    /// <summary>or</summary>
    Or,
}

/// <summary>Names that stand for something in every row.</summary>
public enum Variable
{
    /// <summary>The run's clock: a datetime, the same for the whole run.</summary>
    Now,

    /// <summary>The row's number in its table, from 1.</summary>
    RowNumber,

    /// <summary>The row's number among the children of its parent, from 0, in a table counted <c>per</c> parent.</summary>
    ChildIndex,

    /// <summary>The row's moment in a time series: a datetime.</summary>
    Moment,
}
