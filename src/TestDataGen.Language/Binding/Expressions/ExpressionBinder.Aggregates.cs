namespace TestDataGen.Language;

/// <summary>Aggregates over a row's children.</summary>
internal sealed partial class ExpressionBinder
{
    private AggregateCall? BindAggregate(Aggregate aggregate, CallSyntax call)
    {
        string name = aggregate.Name;
        string form = $"Write {name}({(name == "count" ? "table" : "table.field")}) with a table whose rows are counted per `{scope.Table.Name}`.";
        if (call.Arguments.Count != 1)
        {
            string? hint = name is "min" or "max" && call.Arguments.Count > 1 ? $"The {(name == "min" ? "least" : "greatest")} of several values is {(name == "min" ? "least" : "greatest")}(a, b)." : form;
            Refuse(DiagnosticCatalog.ArgumentCount, call.Span, $"`{name}` takes 1 argument, not {call.Arguments.Count}.", hint);
            return null;
        }

        if (call.Arguments[0] is not PathSyntax path)
        {
            if (call.Arguments[0] is not BadExpressionSyntax)
                Refuse(DiagnosticCatalog.NotHere, call.Arguments[0].Span, $"`{name}` is taken of a field of the row's children.", $"{form} What is to be computed of a child stands in a field of the child.");
            return null;
        }

        bool isTable = name == "count" && schema.FindTable(path.ToString()) is not null;
        IReadOnlyList<NameSyntax> table = isTable ? path.Names : [.. path.Names.Take(path.Names.Count - 1)];
        if (table.Count == 0 || FindChildren(table, path, aggregate) is not { } children)
        {
            if (table.Count == 0)
                RefuseOwn(aggregate, path, form);
            return null;
        }

        TableScope child = schema.ScopeOf(children.Table);
        // Each run takes one profile; the field must suit them all.
        PerParentCount[] counts = [.. schema.CountsPer(children.Table, scope.Table)];
        bool hasChild = counts.All(c => c.Draw.Min > 0);
        foreach (PerParentCount count in counts)
            work.Reads.AddRange(schema.CountReads.GetValueOrDefault(count.Draw, []));
        if (isTable)
            return new AggregateCall(aggregate, children, null, DataTypes.BigInt, false, call.Span);
        if (child.FindField(path.Last.Text) is not { } field)
        {
            if (!child.Lost.Contains(path.Last.Text))
                Refuse(DiagnosticCatalog.UnknownField, path.Last.Span, $"`{child.Table.Name}` has no field `{path.Last.Text}`.", diagnostics.Suggest(path.Last.Text, child.FieldNames) ?? $"Name a field of `{child.Table.Name}`.");
            return null;
        }

        if (field.Type == DataTypes.Unknown || ResultOf(aggregate, field, path) is not { } type)
            return null;
        work.Reads.Add(new FieldAccess([], field, field.IsNullable, path.Span));
        return new AggregateCall(aggregate, children, field, type, name != "count" && (field.IsNullable || !hasChild), call.Span);
    }

    private void RefuseOwn(Aggregate aggregate, PathSyntax path, string form)
    {
        if (scope.FindField(path.Last.Text) is not null)
            Refuse(DiagnosticCatalog.NotHere, path.Span, $"`{path}` is a field of this row: there is nothing to aggregate.", form);
        else if (schema.FindTable(path.Last.Text) is { } table)
            Refuse(DiagnosticCatalog.UnknownField, path.Span, $"`{path}` is a table: `{aggregate.Name}` is taken of one of its fields.", $"Write {aggregate.Name}({path}.{table.Table.Fields.FirstOrDefault()?.Name ?? "field"}).");
        else if (!schema.Lost.Contains(path.Last.Text) && !scope.Lost.Contains(path.Last.Text))
            Refuse(DiagnosticCatalog.UnknownTable, path.Span, $"`{schema.Schema.Name}` has no table `{path}`.", schema.SuggestTable(path.ToString(), [], diagnostics) ?? form);
    }

    // The rows of the named table that are counted per this one: only those can be found without looking at all of them.
    private Reference? FindChildren(IReadOnlyList<NameSyntax> names, PathSyntax path, Aggregate aggregate)
    {
        string name = string.Join('.', names.Select(n => n.Text));
        TextSpan span = TextSpan.Covering(names[0].Span, names[^1].Span);
        if (schema.FindTable(name) is not { } child)
        {
            if (!schema.Lost.Contains(names[^1].Text))
            {
                string? hint = scope.FindParents(name).Count > 0 ? $"`{name}` is a parent: its field is `{path}` alone." : schema.SuggestTable(name, [], diagnostics);
                Refuse(DiagnosticCatalog.UnknownTable, span, $"`{schema.Schema.Name}` has no table `{name}`.", hint ?? $"Write {aggregate.Name}({aggregate.Parameters}) with a table whose rows are counted per `{scope.Table.Name}`.");
            }

            return null;
        }

        if (schema.CountsPer(child.Table, scope.Table).FirstOrDefault() is { } count)
            return count.Reference;
        if (schema.LostCounts.Contains(child.Table.BareName) || child.Lost.Contains(scope.Table.BareName))
            return null;
        if (child.Table.References.FirstOrDefault(r => r.Parent == scope.Table && r.IsFromDatabase) is { } stored)
        {
            Refuse(
                DiagnosticCatalog.NoChildren, span, $"`{name}` refers to rows of `{scope.Table.Name}` that are in a database, so that none of its rows belongs to a row that is made.",
                $"Take `from database` away from `{stored.Fields[0].Name}`.");
            return null;
        }

        bool refers = child.Table.References.Any(r => r.Parent == scope.Table);
        Refuse(
            DiagnosticCatalog.NoChildren, span, $"The rows of `{name}` are not counted per `{scope.Table.Name}`, so that nobody knows which are whose.",
            refers ? $"Count them so in the generate block: `{name} 1..5 per {scope.Table.Name}`." : $"Let `{name}` refer to `{scope.Table.Name}`, and count it so in the generate block: `{name} 1..5 per {scope.Table.Name}`.");
        return null;
    }

    private DataType? ResultOf(Aggregate aggregate, Field field, PathSyntax path)
    {
        DataType type = field.Type;
        bool isOrdered = type.IsNumeric || type.HasDate || type.Kind is TypeKind.Time or TypeKind.String or TypeKind.Text;
        DataType? result = aggregate.Name switch
        {
            "count" => DataTypes.BigInt,
            "sum" when type.IsNumeric => DataTypes.Computed(type),
            "avg" when type.IsNumeric => type.IsFloating ? DataTypes.Double : DataTypes.Decimal,
            "min" or "max" when isOrdered => type,
            _ => null,
        };
        if (result is null)
            Refuse(DiagnosticCatalog.BadArgument, path.Span, $"`{aggregate.Name}` can't be taken of {DataTypes.Show(type)}.", aggregate.Name is "sum" or "avg" ? "It takes a number." : "It takes what has an order: a number, a text, a date or a time.");
        return result;
    }
}
