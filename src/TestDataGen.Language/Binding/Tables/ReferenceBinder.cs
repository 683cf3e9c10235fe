namespace TestDataGen.Language;

/// <summary>Binds the foreign keys of a table, on one field and on several.</summary>
internal sealed class ReferenceBinder(TableScope scope, SchemaScope schema, DiagnosticBag diagnostics)
{
    private readonly List<Reference> _references = scope.References;

    /// <summary>Binds them all, in the order of the fields, those of the table last.</summary>
    public void Bind()
    {
        foreach (FieldWork work in scope.Work)
            BindOfField(work);
        foreach (TableReferenceSyntax syntax in scope.Constraints.OfType<TableReferenceSyntax>())
            BindOfTable(syntax);
        scope.Table.References = _references;
    }

    private void BindOfField(FieldWork work)
    {
        ReferenceModifierSyntax[] found = [.. work.Modifiers.Select(m => m.Syntax).OfType<ReferenceModifierSyntax>()];
        WhereModifierSyntax[] conditions = [.. work.Modifiers.Select(m => m.Syntax).OfType<WhereModifierSyntax>()];
        SimpleModifierSyntax? weight = work.Modifiers.Select(m => m.Syntax).OfType<SimpleModifierSyntax>().FirstOrDefault(m => m.Name.Text == "weight");
        if (found.Length == 0)
        {
            if (conditions.Length > 0)
                diagnostics.Report(DiagnosticCatalog.NotHere, conditions[0].Span with { Length = 5 }, "`where` stands beside `references`.", "For what must hold of a row, write `check condition` in the table.");
            if (weight is not null)
                diagnostics.Report(DiagnosticCatalog.NotHere, weight.Span, "`weight` stands beside `references`.", "Values by their weights are weighted(value: weight, …).");
            return;
        }

        if (conditions.Length > 1)
            diagnostics.Report(DiagnosticCatalog.RepeatedModifier, conditions[1].Span with { Length = 5 }, $"`{work.Field.Name}` has `where` already.", "Join both with `and`.");
        if (found.Length > 1)
            diagnostics.Report(DiagnosticCatalog.RepeatedModifier, found[1].Span, $"`{work.Field.Name}` has `references` already.");
        ReferenceModifierSyntax syntax = found[0];
        if (syntax.Target.Names.Count < 2)
        {
            diagnostics.Report(DiagnosticCatalog.UnknownField, syntax.Target.Span, $"`{syntax.Target}` names no field.", $"Write references({syntax.Target}.field).");
            Lose(syntax.Target, syntax.Alias);
            return;
        }

        if (Resolve([work.Field], syntax.Target, [], syntax.Alias, syntax.IsFromDatabase, syntax.Span) is { } reference)
        {
            reference.Distribution = ParentDistribution(work);
            scope.Details.Add(new ReferenceDetail(reference, conditions.FirstOrDefault()?.Condition, weight, IsOfTable: false));
            if (weight is not null && reference.Distribution is not null)
                diagnostics.Report(DiagnosticCatalog.TwoSources, weight.Span, $"The parents of `{work.Field.Name}` are drawn by `{reference.Distribution.Name}` already.", "Keep one of the two.");
            else if (reference is { IsUnique: true } && (weight is not null || reference.Distribution is not null))
                diagnostics.Report(DiagnosticCatalog.Contradiction, syntax.Span, $"`{work.Field.Name}` is unique, so that no parent can come more often than another.", "Take `unique` or the weight away.");
        }
    }

    private void BindOfTable(TableReferenceSyntax syntax)
    {
        var fields = new List<Field>();
        foreach (NameSyntax name in syntax.Fields)
        {
            if (scope.FindOwn(name, diagnostics) is { } field)
                fields.Add(field);
        }

        int targets = syntax.MoreTargets.Count + 1;
        if (fields.Count < syntax.Fields.Count)
            Lose(syntax.Target, syntax.Alias);
        else if (targets != fields.Count || syntax.Target.Names.Count < 2)
        {
            Lose(syntax.Target, syntax.Alias);
            diagnostics.Report(
                DiagnosticCatalog.ArgumentCount, syntax.Span, $"{fields.Count} field{(fields.Count == 1 ? "" : "s")} can't refer to {targets}.",
                "Write references(a, b -> table.x, y) with as many fields on both sides.");
        }
        else if (Resolve(fields, syntax.Target, syntax.MoreTargets, syntax.Alias, syntax.IsFromDatabase, syntax.Span) is { } reference)
            scope.Details.Add(new ReferenceDetail(reference, syntax.Condition, null, IsOfTable: true));
    }

    /// <summary>Binds the conditions and weights, when all references of the schema are bound.</summary>
    public void BindDetails()
    {
        foreach (ReferenceDetail detail in scope.Details)
        {
            Reference reference = detail.Reference;
            if (detail.Condition is { } condition)
                reference.Condition = BindCondition(condition, reference);
            if (detail.IsOfTable)
                FollowOthers(reference);
            if (detail.Weight is { } weight)
                reference.Weight = BindWeight(weight, reference);
        }
    }

    // A field with a source of its own, or with another reference, keeps its value: the parent is drawn among those that have it.
    private void FollowOthers(Reference reference)
    {
        bool IsGiven(Field field) => field.Reference != reference || (scope.Work.Find(w => w.Field == field) is { } work && FieldBinder.HasOwnSource(work));
        foreach ((Field field, Field target) in reference.Fields.Zip(reference.Targets).Where(p => IsGiven(p.First)))
            reference.Condition = And(reference.Condition, Agree(reference, field, target));
        if (reference.Fields.All(IsGiven))
        {
            diagnostics.Report(
                DiagnosticCatalog.TwoSources, reference.Span, "All fields of this reference have their values from elsewhere already, so that it can't choose a parent.",
                "Leave one of them without a source of its own.");
        }
    }

    private static BinaryExpression Agree(Reference reference, Field field, Field target) => new(
        BinaryOperator.Equal,
        new FieldAccess([reference], target, false, reference.Span),
        new FieldAccess([], field, field.IsNullable, reference.Span),
        DataTypes.Boolean,
        field.IsNullable,
        reference.Span);

    private static Expression And(Expression? left, Expression right) =>
        left is null ? right : new BinaryExpression(BinaryOperator.And, left, right, DataTypes.Boolean, left.IsNullable || right.IsNullable, left.Span);

    private Expression? BindCondition(ExpressionSyntax syntax, Reference reference)
    {
        FieldWork work = scope.Work.First(w => w.Field == reference.Fields.First(f => f.Reference == reference));
        Expression? bound = new ExpressionBinder(work, scope, schema, diagnostics).BindCondition(syntax, "What stands behind `where`");
        if (bound is not null && !ExpressionTree.Accesses(bound).Any(a => a.Path.Count > 0 && a.Path[0] == reference))
        {
            diagnostics.Report(
                DiagnosticCatalog.NotHere, syntax.Span, "This says nothing of the parent.",
                $"Name its fields by the alias: `{reference.Alias ?? reference.Parent.Name}.{reference.Parent.Fields[0].Name}`.");
            return null;
        }

        return bound;
    }

    private Expression? BindWeight(SimpleModifierSyntax modifier, Reference reference)
    {
        if (modifier.Arguments is not [var argument])
        {
            diagnostics.Report(DiagnosticCatalog.ArgumentCount, modifier.Span, $"`weight` takes 1 argument, not {modifier.Arguments?.Count ?? 0}.", "Write weight(x) with an expression of the parent's fields.");
            return null;
        }

        TableScope parent = schema.ScopeOf(reference.Parent);
        if (reference.IsSelf)
        {
            diagnostics.Report(DiagnosticCatalog.NotHere, modifier.Span, "A reference of a table to itself takes no weights.", "Narrow it with `where`.");
            return null;
        }

        FieldWork work = scope.Work.First(w => w.Field == reference.Fields[0]);
        if (new ExpressionBinder(work, parent, schema, diagnostics).Bind(argument) is not { } bound)
            return null;
        if (bound.Type.IsNumeric)
            return bound;
        diagnostics.Report(DiagnosticCatalog.TypeMismatch, argument.Span, $"A weight is a number, but this is {DataTypes.Show(bound.Type)}.", $"Name a number of `{reference.Parent.Name}`.");
        return null;
    }

    private Reference? Resolve(IReadOnlyList<Field> fields, PathSyntax first, IReadOnlyList<NameSyntax> more, NameSyntax? alias, bool isFromDatabase, TextSpan span)
    {
        if (!TryResolve(fields, first, more, alias, isFromDatabase, span, out Reference? reference))
            Lose(first, alias);
        return reference;
    }

    // The parent that a reference names can't be found: by whatever name, nobody shall miss it.
    private void Lose(PathSyntax target, NameSyntax? alias)
    {
        foreach (NameSyntax name in target.Names.Append(alias).OfType<NameSyntax>())
            scope.Lost.Add(name.Text);
    }

    private bool TryResolve(IReadOnlyList<Field> fields, PathSyntax first, IReadOnlyList<NameSyntax> more, NameSyntax? alias, bool isFromDatabase, TextSpan span, out Reference? reference)
    {
        reference = null;
        NameSyntax[] names = [first.Last, .. more];
        bool isUndeclared = isFromDatabase && first.Names.Count <= 3 && schema.FindTable(first.WithoutLast.ToString()) is null && !schema.Lost.Contains(first.WithoutLast);
        TableScope? found = isUndeclared ? schema.Undeclared(first.WithoutLast, [.. names.Zip(fields, (n, f) => (n, f.Type))]) : FindTable(first.WithoutLast);
        if (found is not { } parent)
            return false;
        var targets = new List<Field>();
        foreach (NameSyntax name in names)
        {
            if (parent.FindField(name.Text) is { } target)
                targets.Add(target);
            else if (!parent.Lost.Contains(name.Text))
                diagnostics.Report(DiagnosticCatalog.UnknownField, name.Span, $"`{parent.Table.Name}` has no field `{name.Text}`.", diagnostics.Suggest(name.Text, parent.FieldNames));
        }

        if (targets.Count < fields.Count || !CheckKey(parent.Table, targets, first.Span))
            return false;
        for (int i = 0; i < fields.Count; i++)
            CheckType(fields[i], targets[i]);
        reference = new Reference(scope.Table, fields, targets, parent.Table, alias?.Text, span) { Index = _references.Count, IsFromDatabase = isFromDatabase };
        _references.Add(reference);
        foreach (Field field in fields)
            field.Reference ??= reference;
        if (!scope.AddParent(reference))
            diagnostics.Report(DiagnosticCatalog.Duplicate, alias!.Span, $"`{scope.Table.Name}` has a parent `{reference.Alias}` already.");
        return true;
    }

    private TableScope? FindTable(PathSyntax name)
    {
        TableScope? found = schema.FindTable(name.ToString());
        if (found is null && !schema.Lost.Contains(name))
            diagnostics.Report(DiagnosticCatalog.UnknownTable, name.Span, $"`{schema.Schema.Name}` has no table `{name}`.", schema.SuggestTable(name.ToString(), [], diagnostics));
        return found;
    }

    private bool CheckKey(Table parent, List<Field> targets, TextSpan span)
    {
        if (targets.Any(t => t.Type == DataTypes.Unknown) || parent.Keys.Any(k => k.Fields.Count == targets.Count && k.Fields.All(targets.Contains)))
            return true;
        if (targets.Count == 1)
            diagnostics.Report(DiagnosticCatalog.NotUnique, span, $"`{targets[0]}` is not unique, so that a reference to it would be ambiguous.");
        else
        {
            string names = string.Join(", ", targets.Select(t => t.Name));
            diagnostics.Report(DiagnosticCatalog.NotUnique, span, $"`{parent.Name}` has no key ({names}), so that a reference to it would be ambiguous.", $"Write `primary_key({names})` or `unique({names})` in `{parent.Name}`.");
        }

        return false;
    }

    private void CheckType(Field own, Field key)
    {
        if (key.Type == DataTypes.Unknown || own.Type == DataTypes.Unknown || Holds(own.Type, key.Type))
            return;
        TextSpan span = scope.Work.FirstOrDefault(w => w.Field == own)?.Syntax.Type.Span ?? own.Span;
        diagnostics.Report(DiagnosticCatalog.ReferenceType, span, $"`{own.Name}` is {own.Type}, but `{key}` is {key.Type}.");
    }

    private static bool Holds(DataType own, DataType key) =>
        own == key
        || (own.IsInteger && key.IsInteger && own.Kind >= key.Kind)
        || (own.Kind is TypeKind.String or TypeKind.Text && key.Kind is TypeKind.String or TypeKind.Text && own.Enum is null && key.Enum is null
            && (own.Length == 0 || (key.Length > 0 && own.Length >= key.Length)))
        || (own.Kind == TypeKind.Binary && key.Kind == TypeKind.Binary && (own.Length == 0 || (key.Length > 0 && own.Length >= key.Length)))
        || (own.Kind == TypeKind.Decimal && key.Kind == TypeKind.Decimal && own.Scale == key.Scale && own.Precision >= key.Precision);

    private DistributionSource? ParentDistribution(FieldWork work)
    {
        foreach (AppliedModifier applied in work.Modifiers)
        {
            if (applied is not { IsFromAlias: false, Syntax: SimpleModifierSyntax modifier } || Distributions.Find(modifier.Name.Text) is not { } distribution)
                continue;
            return new FieldBinder(work, scope, schema, FieldBinder.NoFormats, diagnostics).BindParentDistribution(modifier, distribution);
        }

        return null;
    }
}
