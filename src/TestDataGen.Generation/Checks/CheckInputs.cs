using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What of a row a check depends on, over all fields on the way.</summary>
internal sealed class CheckInputs
{
    private readonly HashSet<Field> _read = [];
    private readonly HashSet<Field> _drawn = [];
    private readonly HashSet<Reference> _references = [];
    private readonly HashSet<Reference> _ways = [];
    private readonly HashSet<Field> _running = [];
    private readonly TablePlan _plan;

    private CheckInputs(TablePlan plan) => _plan = plan;

    /// <summary>The row's fields.</summary>
    public IEnumerable<Field> Read => _read.OrderBy(f => f.Index);

    /// <summary>Those among them that are drawn, and so drawn anew when the row is tried again.</summary>
    public IEnumerable<Field> Drawn => _drawn.OrderBy(f => f.Index);

    /// <summary>The row's references by which a parent is drawn.</summary>
    public IEnumerable<Reference> References => _references.OrderBy(r => r.Index);

    /// <summary>The fields that are computed from child to child: those that run, and those of which the row before is asked for.</summary>
    public IEnumerable<Field> Running => _running.OrderBy(f => f.Index);

    /// <summary>Whether anything is drawn.</summary>
    public bool IsDrawn => _drawn.Count + _references.Count > 0;

    /// <summary>What a condition depends on, in a table whose sources are chosen.</summary>
    public static CheckInputs Of(Expression condition, TablePlan plan)
    {
        var inputs = new CheckInputs(plan);
        inputs.Add(condition);
        return inputs;
    }

    /// <summary>What a field of the row depends on.</summary>
    public static CheckInputs Of(Field field, TablePlan plan)
    {
        var inputs = new CheckInputs(plan);
        inputs.Add(field);
        return inputs;
    }

    /// <summary>Whether something is drawn for both.</summary>
    public bool Overlaps(CheckInputs other) => _drawn.Overlaps(other._drawn) || _references.Overlaps(other._references) || _running.Overlaps(other._running);

    /// <summary>What either depends on.</summary>
    public CheckInputs With(CheckInputs other)
    {
        var both = new CheckInputs(_plan);
        both._read.UnionWith([.. _read, .. other._read]);
        both._drawn.UnionWith([.. _drawn, .. other._drawn]);
        both._references.UnionWith([.. _references, .. other._references]);
        both._running.UnionWith([.. _running, .. other._running]);
        return both;
    }

    private void Add(Expression expression)
    {
        foreach (Expression part in ExpressionTree.WithParts(expression))
        {
            switch (part)
            {
                case FieldAccess { Path: [var first, ..] }:
                    Add(first);
                    break;
                case FieldAccess access:
                    Add(access.Field);
                    break;
                case PreviousAccess previous:
                    _running.Add(previous.Field);
                    Add(previous.Field);
                    break;
            }
        }
    }

    private void Add(Field field)
    {
        if (!_read.Add(field))
            return;
        if (field.Reference is { } reference)
        {
            Add(reference);
            return;
        }

        if (field.Running is { } running)
            _running.UnionWith(running.Fields);
        if (_plan.Sources[field.Index].IsDrawn)
            _drawn.Add(field);
        foreach (Expression expression in _plan.ExpressionsOf(field))
            Add(expression);
        if (field.Source is PartsSource parts)
            Add(parts.Way);
        // What it reads shows only when it runs.
        if (field.Source is GeneratorSource)
        {
            foreach (Field other in field.Table.Fields)
                Add(other);
        }
    }

    private void Add(Reference reference)
    {
        if (!_ways.Add(reference))
            return;
        if (_plan.Parents[reference.Index]!.IsDrawn)
            _references.Add(reference);
        if (reference.Condition is not null)
            Add(reference.Condition);
        if (reference.Lookup is { } lookup)
            Add(lookup.Value);
    }
}
