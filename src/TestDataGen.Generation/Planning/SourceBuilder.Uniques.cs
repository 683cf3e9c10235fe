using System.Text;
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
            List<Field> picks = [.. Ingredients(expression).Where(f => !f.IsUnique && f.NullFraction == 0 && f.Source is FormatSource or DefaultSource && f.Type.IsText && !_jointIndexes.ContainsKey(f)).Distinct()];
            var domains = new List<TextDomain>();
            foreach (Field pick in picks)
                domains.Add(TextDomainOf(pick));
            UInt128 size = 1;
            foreach (TextDomain domain in domains)
                size = domain.IsInjective && domain.Count > 0 && size <= UInt128.MaxValue / domain.Count ? size * domain.Count : 0;
            if (picks.Count == 0 || size == 0 || size > 1UL << 62)
                continue;
            if (!IsSeparable(expression, picks, domains))
                continue;
            CheckDomain(field, size, $"{string.Join(" with ", picks.Select(p => p.Name))} has this many combinations");
            var permutation = new Permutation((ulong)size, builder.Key(field, "value"));
            ulong divisor = 1;
            for (int i = 0; i < picks.Count; i++)
            {
                _jointIndexes.Add(picks[i], new JointIndex(permutation, divisor, (ulong)domains[i].Count));
                divisor *= (ulong)domains[i].Count;
            }
        }
    }

    private void CheckUniqueExpression(Field field, Expression expression)
    {
        if (HasUniqueIngredient(expression) || Ingredients(expression).Any(_jointIndexes.ContainsKey))
            return;
        builder.Report(PlanDiagnostic.NotProvablyUnique(
            field,
            "nothing in its expression is",
            "Put a unique field into it, such as {id} behind a separator, or build it from fields with formats such as first_name and last_name."));
    }

    /// <summary>Whether different rows must give different values: the expression is a one-to-one function of a unique field of the row.</summary>
    private static bool HasUniqueIngredient(Expression expression) => expression switch
    {
        FieldAccess { Path.Count: 0 } access => access.Field.IsUnique,
        VariableAccess variable => variable.Variable == Variable.RowNumber,
        Conversion conversion => conversion.Type.IsText && HasUniqueIngredient(conversion.Operand)
            || (conversion.Type.Kind is TypeKind.BigInt or TypeKind.Decimal && conversion.Operand.Type.IsInteger && HasUniqueIngredient(conversion.Operand)),
        UnaryExpression { Operator: UnaryOperator.Negate } unary => HasUniqueIngredient(unary.Operand),
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Left: var left, Right: var right } =>
            (right is Literal && HasUniqueIngredient(left)) || (left is Literal && HasUniqueIngredient(right)),
        BinaryExpression { Operator: BinaryOperator.Multiply, Left: var left, Right: Literal { Value: not (0L or 0.0) } } => HasUniqueIngredient(left),
        FunctionCall { Function.Name: "lower" or "upper" or "ascii", Arguments: [Template template] } => HasUniquePart(template),
        FunctionCall { Function.Name: "text", Arguments: [var operand] } => HasUniqueIngredient(operand),
        Template template => HasUniquePart(template),
        _ => false,
    };

    // A number between characters that are no digits can be read back from the text, whatever stands around it.
    private static bool HasUniquePart(Template template)
    {
        for (int i = 0; i < template.Parts.Count; i++)
        {
            if (Unconverted(template.Parts[i]) is not (FieldAccess or VariableAccess) || !HasUniqueIngredient(template.Parts[i]))
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

    private static bool EndsWithoutDigit(Template template, int index) =>
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
    private static bool NeverEndsWithDigit(Field field) =>
        field.Source is FormatSource { Name: "first_name" or "first_name_male" or "first_name_female" or "last_name" }
        || (field.Source is DefaultSource && field.Type.IsText && ColumnNames.FormatFor(field.Name) is "first_name" or "last_name");

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
    /// Whether different combinations give different texts: between two picks stands a separator whose first character is in none of the first pick's texts, and
    /// the function around the template keeps a pick's texts apart.
    /// </summary>
    private static bool IsSeparable(Expression expression, List<Field> picks, List<TextDomain> domains)
    {
        string function = "";
        while (expression is FunctionCall { Arguments: [var inner] } call)
        {
            function = call.Function.Name;
            expression = inner;
        }

        if (Unconverted(expression) is not Template template || function == "ascii")
            return false;
        for (int i = 0; i < domains.Count; i++)
        {
            if (domains[i] is not PickDomain pick || !StaysDistinct(pick, function))
                return false;
        }

        IReadOnlyList<Expression> parts = template.Parts;
        Field? open = null;
        foreach (Expression raw in parts)
        {
            switch (Unconverted(raw))
            {
                case Literal { Value: string { Length: > 0 } text }:
                    if (open is not null && !Contains((PickDomain)domains[picks.IndexOf(open)], text[0]))
                        open = null;
                    break;
                case FieldAccess { Path.Count: 0, Field: var field } when picks.Contains(field):
                    if (open is not null)
                        return false;
                    open = field;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static bool StaysDistinct(PickDomain pick, string function)
    {
        if (function is not ("lower" or "upper"))
            return true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return pick.Texts.All(t => seen.Add(function == "lower" ? t.ToLowerInvariant() : t.ToUpperInvariant()));
    }

    private static bool Contains(PickDomain pick, char character) => pick.Heap.AsSpan().IndexOf(Encoding.UTF8.GetBytes([character])) >= 0;

    private TextDomain TextDomainOf(Field field)
    {
        TextDomain domain = field.Source is FormatSource format
            ? FormatCatalog.Create(format.Name, builder.Locale, format.Arguments)
            : DefaultText(field).Domain;
        return domain is PickDomain pick && pick.MaxChars > field.MaxLength ? pick.UpTo(field.MaxLength) : domain;
    }
}
