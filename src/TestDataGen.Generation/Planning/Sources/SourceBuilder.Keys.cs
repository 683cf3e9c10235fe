using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Columns whose values are counted, so that an index can say which of them a row takes.</summary>
internal sealed partial class SourceBuilder
{
    private const ulong MostCounted = 1UL << 62;
    private KeyPlan _keys = new();
    private Field? _measured;
    private ulong? _measure;

    /// <summary>How many values a field's source counts, at most 2^62; null where it can't count them or has none of its own.</summary>
    public ulong? Measure(Field field)
    {
        if (field.Source is not (ChoiceSource or PatternSource or RegexSource or FormatSource or DefaultSource or BetweenSource { Low: Literal, High: Literal }))
            return null;
        (_measured, _measure) = (field, null);
        builder.Try(() => SourceOf(field));
        _measured = null;
        return _measure;
    }

    /// <summary>Whether a field's values are all different among the children of a parent.</summary>
    public bool DiffersAmongSiblings(Field field, Reference parent) =>
        field.IsUnique || field.Source is SequenceSource || (field.Source is ExpressionSource { Expression: var expression } && HasUniqueIngredient(expression, parent));

    // Whether the field's source shall count its values and take them by an index.
    private bool IsCounted(Field field) => field.IsUnique || field == _measured || _keys.Rules(field);

    /// <summary>The index of a field with that many values: the one that its table's keys want, or one that takes each value at most once.</summary>
    private RowIndex IndexOf(Field field, ulong size)
    {
        if (field == _measured)
            _measure = size;
        return _keys.IndexOf(field, size) ?? new UniqueIndex(OrderOf(field, size));
    }

    /// <summary>The order in which a unique field takes its values, of which there are so many.</summary>
    private RowOrder OrderOf(Field field, ulong size)
    {
        var order = new RowOrder(new Permutation(size, builder.OrderKey(field, "value")), plan);
        if (field != _measured)
            plan.Movers.Add(([field], order));
        return order;
    }
}
