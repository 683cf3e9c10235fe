namespace TestDataGen.Language;

/// <summary>Where a field's values come from, before any null of <c>nullable(p%)</c>.</summary>
public abstract record ValueSource
{
    /// <summary>The expressions of the row that it computes; none for most.</summary>
    public virtual IReadOnlyList<Expression> Expressions => [];
}

/// <summary>None given: the generator chooses by the field's name, type and bounds.</summary>
public sealed record DefaultSource : ValueSource;

/// <summary>A key field of a parent row, by <see cref="Field.Reference"/>.</summary>
public sealed record ReferenceSource : ValueSource;

/// <summary>JSON made of parts: a field of a composite type, or an array.</summary>
/// <param name="Way">The way to the row of the parts.</param>
/// <param name="Min">The least number of elements.</param>
/// <param name="Max">The greatest number of elements.</param>
/// <param name="IsArray">Whether it is an array; otherwise it is one object.</param>
/// <param name="IsPlain">Whether an element is the value of the one part and no object.</param>
public sealed record PartsSource(Reference Way, int Min, int Max, bool IsArray, bool IsPlain) : ValueSource;

/// <summary><c>sequence(start, step)</c>: start, start + step, … by row.</summary>
public sealed record SequenceSource(long Start, long Step) : ValueSource;

/// <summary><c>format(name, …)</c>: a faker format; arguments are literals.</summary>
public sealed record FormatSource(string Name, IReadOnlyList<Literal> Arguments) : ValueSource;

/// <summary><c>pattern("##-??")</c>: # a digit, ? an upper-case letter, * either; \ makes the next character itself.</summary>
public sealed record PatternSource(string Pattern) : ValueSource;

/// <summary><c>regex(/…/)</c>: a text that the expression matches as a whole.</summary>
public sealed record RegexSource(string Pattern) : ValueSource;

/// <summary>
/// <c>weighted(…)</c>, <c>one_of(…)</c> or the field's enum: one of the values. As many weights as values; not all 0.
/// </summary>
public sealed record ChoiceSource(IReadOnlyList<Literal> Values, IReadOnlyList<double> Weights) : ValueSource;

/// <summary>A distribution by its registered name (<see cref="Distributions"/>), with its arguments, all numbers.</summary>
public sealed record DistributionSource(string Name, IReadOnlyList<double> Arguments) : ValueSource;

/// <summary><c>histogram(…)</c>: a bucket by its weight, and evenly within it. As many weights as buckets; not all 0.</summary>
public sealed record HistogramSource(IReadOnlyList<Bucket> Buckets, IReadOnlyList<double> Weights) : ValueSource;

/// <summary><c>mixture(…)</c>: one of some distributions by its weight, then a value of it. As many weights as parts; not all 0.</summary>
public sealed record MixtureSource(IReadOnlyList<ValueSource> Parts, IReadOnlyList<double> Weights) : ValueSource;

/// <summary><c>between(a, b)</c>: uniform from a to b, both included; the ends may be expressions of the row.</summary>
public sealed record BetweenSource(Expression Low, Expression High) : ValueSource
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Expressions => [Low, High];
}

/// <summary>A generator that the session has registered, by its name; arguments are literals.</summary>
public sealed record GeneratorSource(string Name, IReadOnlyList<Literal> Arguments) : ValueSource;

/// <summary><c>= expression</c>, converted to the field's type.</summary>
public sealed record ExpressionSource(Expression Expression) : ValueSource
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Expressions => [Expression];
}

/// <summary><c>share(x)</c>: the children's parts of a parent's value, by chance, which add up to it.</summary>
/// <param name="Total">Of the field's type, made from the parent's fields only.</param>
/// <param name="Parent">The reference to the parent.</param>
public sealed record ShareSource(Expression Total, Reference Parent) : ValueSource
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Expressions => [Total];
}
