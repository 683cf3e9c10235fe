using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What makes a unique expression unique.</summary>
internal sealed partial class SourceBuilder
{
    /// <summary>
    /// Finds the unique templates that have no unique ingredient but picks from lists, such as first and last name: those are drawn together, as one number of a
    /// permutation of all combinations, so that no combination comes twice.
    /// </summary>
    private void PlanJointUniques()
    {
        foreach (Field field in plan.Table.Fields)
        {
            if (!field.IsUnique || field.Source is not ExpressionSource { Expression: var expression } || HasUniqueIngredient(expression))
                continue;
            if (JointPicks(expression) is not { } picks)
                continue;
            UInt128 size = picks.Aggregate(UInt128.One, (product, pick) => product * (UInt128)pick.Domain.Texts.Count);
            if (size > 1UL << 62)
                continue;
            CheckDomain(field, size, $"{string.Join(" with ", picks.Select(p => p.Field.Name))} has this many combinations");
            RowOrder order = OrderOf(field, (ulong)size);
            ulong divisor = 1;
            foreach ((Field pick, PickDomain domain) in picks)
            {
                _jointPicks.Add(pick, (domain, new JointIndex(order, divisor, (ulong)domain.Texts.Count)));
                divisor *= (ulong)domain.Texts.Count;
            }
        }
    }

    private void CheckUniqueExpression(Field field, Expression expression)
    {
        if (HasUniqueIngredient(expression) || Ingredients(expression).Any(_jointPicks.ContainsKey))
            return;
        builder.Report(PlanDiagnostic.NotProvablyUnique(
            field,
            "nothing in its expression is",
            "Put a unique field into it, such as {id} behind a separator, or build it from fields with formats such as first_name and last_name."));
    }

    /// <summary>Whether different rows must give different values: the expression is a one-to-one function of a unique field of the row.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="parent">Where only the children of a parent must differ, the reference to it.</param>
    public bool HasUniqueIngredient(Expression expression, Reference? parent = null) => expression switch
    {
        FieldAccess { Path.Count: 0 } access => parent is null ? access.Field.IsUnique : DiffersAmongSiblings(access.Field, parent),
        VariableAccess variable => variable.Variable == Variable.RowNumber || (parent is not null && variable.Variable != Variable.Now),
        Conversion conversion => (conversion.Type.IsText || (conversion.Type.IsInteger && conversion.Operand.Type.IsInteger) || (conversion.Type.Kind == TypeKind.Decimal && conversion.Operand.Type.IsInteger))
            && HasUniqueIngredient(conversion.Operand, parent),
        UnaryExpression { Operator: UnaryOperator.Negate } unary => HasUniqueIngredient(unary.Operand, parent),
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Left: var left, Right: var right } =>
            (IsTheSame(right, parent) && HasUniqueIngredient(left, parent)) || (IsTheSame(left, parent) && HasUniqueIngredient(right, parent)),
        BinaryExpression { Operator: BinaryOperator.Multiply, Left: var left, Right: Literal { Value: not (0L or 0.0 or 0m or TimeSpan { Ticks: 0 }) } } => HasUniqueIngredient(left, parent),
        BinaryExpression { Operator: BinaryOperator.Multiply, Left: Literal { Value: not (0L or 0.0 or 0m or TimeSpan { Ticks: 0 }) }, Right: var right } => HasUniqueIngredient(right, parent),
        FunctionCall { Function.Name: "lower" or "upper" or "ascii", Arguments: [Template template] } => HasUniquePart(template, parent),
        FunctionCall { Function.Name: "text", Arguments: [var operand] } => HasUniqueIngredient(operand, parent),
        Template template => HasUniquePart(template, parent),
        _ => false,
    };

    // The same for all rows that must differ.
    private static bool IsTheSame(Expression expression, Reference? parent) => Unconverted(expression) switch
    {
        Literal => true,
        VariableAccess { Variable: Variable.Now } => true,
        FieldAccess { Path: { Count: > 0 } path } => path[0] == parent,
        _ => false,
    };

    // A number between characters that are no digits can be read back from the text, whatever stands around it.
    private bool HasUniquePart(Template template, Reference? parent)
    {
        for (int i = 0; i < template.Parts.Count; i++)
        {
            if (Unconverted(template.Parts[i]) is not (FieldAccess or VariableAccess) || !HasUniqueIngredient(template.Parts[i], parent))
                continue;
            Expression part = Unconverted(template.Parts[i]);
            if (template.Parts.Count == 1)
                return true;
            bool isNumber = part.Type.IsInteger;
            bool isFixed = part is FieldAccess { Field.Source: PatternSource } || part.Type.Kind == TypeKind.Uuid;
            bool isFirst = i == 0;
            bool isLast = i == template.Parts.Count - 1;
            // At an end of the text with a fixed length, or a number with no digit beside it.
            if (isFixed && (isFirst || isLast || OnlyLiterals(template, i)))
                return true;
            if (isNumber && (OnlyLiterals(template, i) || ((isLast && EndsWithoutDigit(template, i)) || (isFirst && StartsWithoutDigit(template, i))
                || (EndsWithoutDigit(template, i) && AllLiteral(template, i + 1)) || (AllLiteral(template, 0, i) && StartsWithoutDigit(template, i)))))
                return true;
            if (OnlyLiterals(template, i))
                return true;
        }

        return false;
    }

    private static bool OnlyLiterals(Template template, int except) => AllLiteral(template, 0, except) && AllLiteral(template, except + 1);

    private static bool AllLiteral(Template template, int from, int? to = null) =>
        template.Parts.Take(to ?? template.Parts.Count).Skip(from).All(p => Unconverted(p) is Literal);

    private bool EndsWithoutDigit(Template template, int index) =>
        index == 0 || (Unconverted(template.Parts[index - 1]) is Literal { Value: string { Length: > 0 } text } ? !char.IsAsciiDigit(text[^1]) && text[^1] != '-' || (text[^1] == '-' && IsNeverNegative(Unconverted(template.Parts[index])))
            : Unconverted(template.Parts[index - 1]) is FieldAccess { Path.Count: 0, Field: var field } && NeverEndsWithDigit(field));

    private static bool StartsWithoutDigit(Template template, int index) =>
        index == template.Parts.Count - 1 || (Unconverted(template.Parts[index + 1]) is Literal { Value: string { Length: > 0 } text } && !char.IsAsciiDigit(text[0]));

    private static bool IsNeverNegative(Expression expression) => expression switch
    {
        FieldAccess { Field: { Source: SequenceSource { Start: >= 0, Step: >= 0 } } } => true,
        FieldAccess { Field: { Source: DefaultSource, IsPrimaryKey: true } } => true,
        FieldAccess { Field.Min.Value: long and >= 0 } => true,
        VariableAccess => true,
        _ => false,
    };

    // Names of people and places have no digits at their ends in any locale; other lists may.
    private bool NeverEndsWithDigit(Field field) =>
        field.Source is FormatSource { Name: "first_name" or "first_name_male" or "first_name_female" or "last_name" }
        || (field.Source is DefaultSource && field.Type.IsText && FormatByName(field)?.Format is "first_name" or "last_name");

    private static Expression Unconverted(Expression expression) =>
        expression is Conversion conversion ? Unconverted(conversion.Operand) : expression;

    private static IEnumerable<Field> Ingredients(Expression expression) => expression switch
    {
        FunctionCall { Function.Name: "lower" or "upper" or "ascii", Arguments: [var argument] } => Ingredients(argument),
        Conversion conversion => Ingredients(conversion.Operand),
        Template template => template.Parts.SelectMany(Ingredients),
        FieldAccess { Path.Count: 0, Field: var field } => [field],
        _ => [],
    };

    /// <summary>
    /// The lists from which a template's text is made, each left with those of its texts that keep combinations apart: between two lists stands a separator whose first
    /// character is in no text before it, and no two texts of a list become one under <c>lower</c> or <c>upper</c>. Null where the template is not of that kind.
    /// </summary>
    private List<(Field Field, PickDomain Domain)>? JointPicks(Expression expression)
    {
        string function = "";
        while (Unconverted(expression) is FunctionCall { Arguments: [var inner] } call)
        {
            function = call.Function.Name;
            expression = inner;
        }

        if (Unconverted(expression) is not Template template || function == "ascii")
            return null;
        var picks = new List<(Field Field, PickDomain Domain)>();
        bool isOpen = false;
        foreach (Expression part in template.Parts)
        {
            switch (Unconverted(part))
            {
                case Literal { Value: string { Length: > 0 } text }:
                    if (isOpen)
                        picks[^1] = (picks[^1].Field, Keep(picks[^1].Domain, t => !t.Contains(text[0], StringComparison.OrdinalIgnoreCase)));
                    isOpen = false;
                    break;
                case FieldAccess { Path.Count: 0, Field: var field } when !isOpen && CanBeDrawnTogether(field) && TextDomainOf(field) is PickDomain domain && picks.TrueForAll(p => p.Field != field):
                    var seen = new HashSet<string>(StringComparer.Ordinal);
                    picks.Add((field, Keep(domain, t => seen.Add(function == "lower" ? t.ToLowerInvariant() : function == "upper" ? t.ToUpperInvariant() : t))));
                    isOpen = true;
                    break;
                default:
                    return null;
            }
        }

        return picks.Count > 0 ? picks : null;
    }

    private bool CanBeDrawnTogether(Field field) =>
        !field.IsUnique && field.NullFraction == 0 && field.Type.IsText && field.Source is FormatSource or DefaultSource && !_jointPicks.ContainsKey(field);

    private static PickDomain Keep(PickDomain domain, Func<string, bool> isKept) =>
        domain.Texts.Where(isKept).ToList() is { Count: > 0 } kept && kept.Count < domain.Texts.Count ? new PickDomain(kept) : domain;

    private TextDomain TextDomainOf(Field field)
    {
        TextDomain domain = field.Source is FormatSource format
            ? FormatCatalog.Create(format.Name, builder.Locale, format.Arguments)
            : DefaultText(field).Domain;
        return Fitted(field, domain);
    }
}
