namespace TestDataGen.Language;

/// <summary>
/// A bound expression: typed, with every conversion written out as a <see cref="Conversion"/>, so that an operator's operands
/// have the type that its table row says.
/// </summary>
/// <param name="Type">The type of its value.</param>
/// <param name="IsNullable">Whether its value may be null.</param>
/// <param name="Span">Where it stands in the text.</param>
public abstract record Expression(DataType Type, bool IsNullable, TextSpan Span);

/// <summary>
/// A constant. <paramref name="Value"/> by type: integers <see cref="long"/>, decimal <see cref="decimal"/>, float and double
/// <see cref="double"/>, boolean <see cref="bool"/>, text <see cref="string"/>, date <see cref="DateOnly"/>, time <see cref="TimeOnly"/>,
/// datetime and timestamp <see cref="DateTime"/> (UTC for the latter), duration <see cref="TimeSpan"/>, uuid <see cref="Guid"/>,
/// binary <see cref="byte"/>[]; null for <c>null</c>.
/// </summary>
public sealed record Literal(object? Value, DataType Type, TextSpan Span) : Expression(Type, Value is null, Span);

/// <summary>A field of the row itself (no references on the way) or of a parent, through one reference after the other.</summary>
public sealed record FieldAccess(IReadOnlyList<Reference> Path, Field Field, bool IsNullable, TextSpan Span)
    : Expression(Field.Type, IsNullable, Span);

/// <summary>What the run or the row itself gives, without a field.</summary>
public sealed record VariableAccess(Variable Variable, DataType Type, TextSpan Span) : Expression(Type, false, Span);

/// <summary>Negation or <c>not</c>.</summary>
public sealed record UnaryExpression(UnaryOperator Operator, Expression Operand, DataType Type, TextSpan Span)
    : Expression(Type, Operand.IsNullable, Span);

/// <summary>
/// An operator between two operands. Arithmetic: both operands already have <see cref="Expression.Type"/>'s kind (bigint, decimal or double), except
/// a date or datetime plus or minus a duration, date minus date (a duration), and a duration times or divided by a number. Comparison: both operands of one kind. and/or: boolean.
/// Null in, null out, but for and/or, which follow SQL's three-valued logic.
/// </summary>
public sealed record BinaryExpression(
    BinaryOperator Operator, Expression Left, Expression Right, DataType Type, bool IsNullable, TextSpan Span)
    : Expression(Type, IsNullable, Span);

/// <summary><c>x is null</c> or <c>x is not null</c>.</summary>
public sealed record NullTest(Expression Operand, bool IsNegated, DataType Type, TextSpan Span) : Expression(Type, false, Span);

/// <summary><c>if(condition, then, else)</c>; a null condition counts as false. Only the branch that is taken is evaluated for a row.</summary>
public sealed record Conditional(Expression Condition, Expression Then, Expression Else, DataType Type, bool IsNullable, TextSpan Span)
    : Expression(Type, IsNullable, Span);

/// <summary>A call of a registered function.</summary>
public sealed record FunctionCall(Function Function, IReadOnlyList<Expression> Arguments, DataType Type, bool IsNullable, TextSpan Span)
    : Expression(Type, IsNullable, Span)
{
    /// <summary>For a function that draws: its number among the field's draws, as for <see cref="RangeDraw"/>.</summary>
    public int Ordinal { get; init; }
}

/// <summary><c>previous(field)</c>: the field in the child of the same parent before this one; null in the first.</summary>
public sealed record PreviousAccess(Field Field, TextSpan Span) : Expression(Field.Type, true, Span);

/// <summary>An aggregate over the rows that are counted per this one.</summary>
/// <param name="Aggregate">Which.</param>
/// <param name="Children">The children's reference to this table, per which they are counted.</param>
/// <param name="Field">The children's field; null: the rows themselves are counted.</param>
/// <param name="Type">bigint, decimal or double for what is computed; the field's type for the least and the greatest.</param>
/// <param name="IsNullable">Whether it may be null: there may be no child, or none with a value.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record AggregateCall(Aggregate Aggregate, Reference Children, Field? Field, DataType Type, bool IsNullable, TextSpan Span)
    : Expression(Type, IsNullable, Span);

/// <summary>A string template: literal texts and expressions converted to text, one after the other; a null ingredient is empty text.</summary>
public sealed record Template(IReadOnlyList<Expression> Parts, DataType Type, TextSpan Span) : Expression(Type, false, Span);

/// <summary><c>a..b</c>: drawn uniformly, both ends included; integers, decimals, durations. Each place in the text draws on its own.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, of the same type.</param>
/// <param name="Type">The ends' type.</param>
/// <param name="IsNullable">Whether an end may be null.</param>
/// <param name="Ordinal">The number of this draw among the field's draws, from 0, in the order of the text: part of its random key.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record RangeDraw(Expression Low, Expression High, DataType Type, bool IsNullable, int Ordinal, TextSpan Span)
    : Expression(Type, IsNullable, Span);

/// <summary>A conversion that the binder wrote: between numbers, date to datetime, anything to text, null to any type.</summary>
public sealed record Conversion(Expression Operand, DataType Type, TextSpan Span) : Expression(Type, Operand.IsNullable, Span);
