namespace TestDataGen.Language;

/// <summary>Names: fields, parents, variables, values of enums.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindPath(PathSyntax path, DataType? expected)
    {
        NameSyntax first = path.Names[0];
        if (path.Names.Count > 1)
            return BindParentField(path);

        bool isEnumValue = expected?.Enum is { } e && EnumValues.Find(e, first.Text) is not null;
        if (scope.FindField(first.Text) is { } field && !(isEnumValue && field.Type.Enum != expected!.Enum))
            return ReadOwn(field, path.Span);
        if (isEnumValue)
            return new Literal(EnumValues.Find(expected!.Enum!, first.Text), expected, path.Span);
        if (!first.IsQuoted && Keywords.Variables.TryGetValue(first.Text, out Variable variable))
            return BindVariable(variable, path.Span);
        return RefuseName(first, expected);
    }

    private FieldAccess? ReadOwn(Field field, TextSpan span)
    {
        if (field.Type == DataTypes.Unknown)
            return null;
        var access = new FieldAccess([], field, field.IsNullable, span);
        work.Reads.Add(access);
        return access;
    }

    private PreviousAccess? BindPrevious(CallSyntax call)
    {
        if (call.Arguments is not [PathSyntax { Names: [var name] }])
        {
            if (call.Arguments.Count != 1)
                Refuse(DiagnosticCatalog.ArgumentCount, call.Span, $"`previous` takes 1 argument, not {call.Arguments.Count}.", "Write previous(field).");
            else if (call.Arguments[0] is not BadExpressionSyntax)
                Refuse(DiagnosticCatalog.NotHere, call.Arguments[0].Span, "`previous` is taken of a field of the row.", "Compute it in a field, and write previous(field).");
            return null;
        }

        if (scope.FindField(name.Text) is not { } field)
        {
            if (!scope.Lost.Contains(name.Text))
                Refuse(DiagnosticCatalog.UnknownField, name.Span, $"`{scope.Table.Name}` has no field `{name.Text}`.", diagnostics.Suggest(name.Text, scope.FieldNames) ?? "Write previous(field).");
            return null;
        }

        if (!schema.IsCountedPerParent(scope.Table))
        {
            Refuse(DiagnosticCatalog.NoChildIndex, call.Span, $"`previous` needs `{scope.Table.Name}` to be counted per parent.");
            return null;
        }

        if (field.Type == DataTypes.Unknown)
            return null;
        work.PreviousReads.Add(new FieldAccess([], field, true, call.Span));
        return new PreviousAccess(field, call.Span);
    }

    private VariableAccess? BindVariable(Variable variable, TextSpan span)
    {
        if (variable == Variable.ChildIndex && !schema.IsCountedPerParent(scope.Table))
        {
            diagnostics.Report(DiagnosticCatalog.NoChildIndex, span, $"`child_index` needs `{scope.Table.Name}` to be counted per parent.");
            return null;
        }

        if (variable == Variable.Moment && !schema.IsSeries(scope.Table))
        {
            diagnostics.Report(DiagnosticCatalog.NoSeries, span, $"`moment` needs `{scope.Table.Name}` to be a time series.");
            return null;
        }

        return new VariableAccess(variable, variable is Variable.Now or Variable.Moment ? DataTypes.DateTime : DataTypes.BigInt, span);
    }

    private Expression? RefuseName(NameSyntax name, DataType? expected)
    {
        if (expected == DataTypes.Unknown || scope.Lost.Contains(name.Text) || schema.Lost.Contains(name.Text))
            return null;
        if (scope.FindParents(name.Text).Count > 0)
        {
            return Refuse(
                DiagnosticCatalog.UnknownField, name.Span, $"`{name.Text}` is a parent row, not a value.",
                $"Name one of its fields: `{name.Text}.{scope.FindParents(name.Text)[0].Parent.Fields[0].Name}`.");
        }

        IEnumerable<string> known = scope.FieldNames.Concat(Keywords.Variables.Keys);
        if (expected?.Enum is { } e)
        {
            return Refuse(
                DiagnosticCatalog.UnknownEnumValue, name.Span, $"{e.Name} has no value `{name.Text}`.",
                diagnostics.Suggest(name.Text, e.Values.Concat(known)) ?? $"Its values are {string.Join(", ", e.Values.Take(12))}{(e.Values.Count > 12 ? ", …" : "")}.");
        }

        return Refuse(
            DiagnosticCatalog.UnknownField, name.Span, $"`{scope.Table.Name}` has no field `{name.Text}`.",
            diagnostics.Suggest(name.Text, known.Concat(scope.ParentNames)) ?? "Name a field of this table; a text stands in double quotes.");
    }

    private FieldAccess? BindParentField(PathSyntax path)
    {
        TableScope at = scope;
        var way = new List<Reference>();
        bool isNullable = false;
        foreach (NameSyntax name in path.Names.Take(path.Names.Count - 1))
        {
            if (FindParent(at, name) is not { } reference)
                return null;
            if (way.Count > 0 && way[^1].IsFromDatabase)
            {
                Refuse(
                    DiagnosticCatalog.NotHere, name.Span, $"`{way[^1].Alias ?? way[^1].Parent.Name}` is a row of the database: of it only its own fields are read, not those of its parent `{name.Text}`.",
                    $"Name a field of `{way[^1].Parent.Name}`, or let `{scope.Table.Name}` refer to `{reference.Parent.Name}` itself.");
                return null;
            }

            way.Add(reference);
            isNullable |= reference.IsNullable;
            at = schema.ScopeOf(reference.Parent);
        }

        NameSyntax last = path.Last;
        if (at.FindField(last.Text) is not { } field)
        {
            if (!at.Lost.Contains(last.Text))
            {
                diagnostics.Report(
                    DiagnosticCatalog.UnknownField, last.Span, $"`{at.Table.Name}` has no field `{last.Text}`.",
                    diagnostics.Suggest(last.Text, at.FieldNames) ?? $"Name a field of `{at.Table.Name}`.");
            }

            return null;
        }

        if (field.Type == DataTypes.Unknown)
            return null;
        var access = new FieldAccess(way, field, isNullable || field.IsNullable, path.Span);
        work.Reads.Add(access);
        // Which parent it is may depend on other fields, by `where`.
        if (!way[0].Fields.Contains(work.Field))
            work.Reads.AddRange(way[0].Fields.Select(f => new FieldAccess([], f, false, path.Span)));
        return access;
    }

    private Reference? FindParent(TableScope at, NameSyntax name)
    {
        IReadOnlyList<Reference> found = at.FindParents(name.Text);
        if (found.Count == 1)
            return found[0];
        if (found.Count > 1)
        {
            diagnostics.Report(
                DiagnosticCatalog.AmbiguousAlias, name.Span, $"`{at.Table.Name}` refers to `{name.Text}` by {string.Join(" and by ", found.Take(4).Select(r => $"`{string.Join(", ", r.Fields.Select(f => f.Name))}`"))}.");
            return null;
        }

        // A reference that could not be bound has taken its alias with it.
        if (at.Lost.Contains(name.Text))
            return null;
        string message = at.FindField(name.Text) is not null
            ? $"`{name.Text}` is a field, not a parent: it has no fields of its own."
            : $"`{at.Table.Name}` has no parent `{name.Text}`.";
        diagnostics.Report(DiagnosticCatalog.UnknownAlias, name.Span, message, diagnostics.Suggest(name.Text, at.ParentNames));
        return null;
    }
}
