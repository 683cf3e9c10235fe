namespace TestDataGen.Language;

/// <summary>Declares a file's enums and type aliases and finds out what a type in the text is.</summary>
/// <param name="lost">The names in what could not be read of the file.</param>
/// <param name="diagnostics">What is wrong.</param>
/// <param name="isBinding">Whether what looks like a column is a binding such as <c>p: person</c>.</param>
internal sealed class TypeResolver(LostNames lost, DiagnosticBag diagnostics, Func<ColumnSyntax, bool> isBinding)
{
    // Names in text order; those that are not supported yet are known too, so that their use is not "unknown".
    private readonly Dictionary<string, DeclarationSyntax> _declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DataType> _enums = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ResolvedType?> _aliases = new(StringComparer.OrdinalIgnoreCase);

    public void Declare(DeclarationSyntax declaration, NameSyntax name)
    {
        if (ScalarTypes.Find(name.Text) is not null)
            diagnostics.Report(DiagnosticCatalog.ReservedTypeName, name.Span, $"`{name.Text}` is a built-in type.");
        else if (!_declared.TryAdd(name.Text, declaration))
            diagnostics.Report(DiagnosticCatalog.Duplicate, name.Span, $"There is a type or enum `{name.Text}` already{diagnostics.In(_declared[name.Text].Span, name.Span)}.");
        else if (declaration is EnumSyntax syntax)
            _enums.Add(name.Text, new DataType(TypeKind.String, Enum: BindEnum(syntax)));
    }

    /// <summary>Whether the file itself declares a type of that name.</summary>
    public bool IsDeclared(string name) => _declared.ContainsKey(name);

    /// <summary>Checks the aliases that no field uses, too.</summary>
    public void ResolveAll()
    {
        foreach (DeclarationSyntax declaration in _declared.Values)
        {
            if (declaration is TypeAliasSyntax alias)
                ResolveAlias(alias, []);
        }

        var open = new List<CompositeTypeSyntax>();
        var closed = new HashSet<CompositeTypeSyntax>(ReferenceEqualityComparer.Instance);
        foreach (CompositeTypeSyntax composite in _declared.Values.OfType<CompositeTypeSyntax>())
            CheckComposite(composite, open, closed);
    }

    // Its types, and that it is no part of itself.
    private void CheckComposite(CompositeTypeSyntax composite, List<CompositeTypeSyntax> open, HashSet<CompositeTypeSyntax> closed)
    {
        if (closed.Contains(composite))
            return;
        if (open.Count == NestingLimit.MaxBrackets)
        {
            diagnostics.Report(DiagnosticCatalog.TooDeep, composite.Name.Span, $"More than {NestingLimit.MaxBrackets} types are parts of each other here.", "Declare fewer types by each other.");
            return;
        }

        open.Add(composite);
        if (composite.Members.Count == 0)
            diagnostics.Report(DiagnosticCatalog.EmptyTable, composite.Name.Span, $"The type `{composite.Name.Text}` has no parts.", "Write `name: type` in its braces.");
        foreach (MemberSyntax member in composite.Members)
        {
            if (member is FieldSyntax { Body: ColumnSyntax column })
                CheckPart(composite, column, open, closed);
            else if (member is not (FieldSyntax or BadMemberSyntax))
                diagnostics.Report(DiagnosticCatalog.NotHere, member.Span, "This belongs to a table, not to a type.", "In the braces of a type stand its parts: `name: type`.");
        }

        open.RemoveAt(open.Count - 1);
        closed.Add(composite);
    }

    private void CheckPart(CompositeTypeSyntax composite, ColumnSyntax column, List<CompositeTypeSyntax> open, HashSet<CompositeTypeSyntax> closed)
    {
        foreach (ModifierSyntax modifier in column.Modifiers)
        {
            if (IsOfKey(modifier))
                diagnostics.Report(DiagnosticCatalog.NotHere, modifier.Span, $"A part of `{composite.Name.Text}` is no column of a table, so that it is no key and refers to none.", "Write it at a field of the table.");
        }

        if (isBinding(column) || Resolve(column.Type)?.Composite is not { } part)
            return;
        if (open.Contains(part))
            diagnostics.Report(DiagnosticCatalog.Circle, column.Type.Span, $"The type `{part.Name.Text}` has itself as a part.", "Break the circle: one of these types must do without the next.");
        else
            CheckComposite(part, open, closed);
    }

    /// <summary>Whether a modifier makes a field a key or lets it refer to one, which a part of a composite type can't.</summary>
    public static bool IsOfKey(ModifierSyntax modifier) =>
        modifier is ReferenceModifierSyntax or WhereModifierSyntax or SimpleModifierSyntax { Name.Text: "primary_key" or "unique" or "weight" or "default" };

    /// <summary>The type and the modifiers that an alias brings; null when it could not be found, which is reported.</summary>
    public ResolvedType? Resolve(TypeSyntax type) => Resolve(type, []);

    private ResolvedType? Resolve(TypeSyntax type, HashSet<string> way)
    {
        string name = type.Name.Text;
        if (ScalarTypes.Find(name) is { } scalar)
            return Measure(scalar, type) is { } measured ? new ResolvedType(measured, []) : null;
        if (type.Measures.Count > 0 && _declared.ContainsKey(name))
            diagnostics.Report(DiagnosticCatalog.BadMeasure, type.Span, $"`{name}` takes no measures.", "Leave out the brackets.");
        if (_enums.TryGetValue(name, out DataType? found))
            return new ResolvedType(found, []);
        if (!_declared.TryGetValue(name, out DeclarationSyntax? declaration))
        {
            ReportUnknown(type);
            return null;
        }

        return declaration is TypeAliasSyntax alias ? ResolveAlias(alias, way) : new ResolvedType(DataTypes.Json, [], (CompositeTypeSyntax)declaration);
    }

    private ResolvedType? ResolveAlias(TypeAliasSyntax alias, HashSet<string> way)
    {
        if (_aliases.TryGetValue(alias.Name.Text, out ResolvedType? known))
            return known;
        if (way.Count == NestingLimit.MaxBrackets)
        {
            diagnostics.Report(DiagnosticCatalog.TooDeep, alias.Name.Span, $"More than {NestingLimit.MaxBrackets} types are declared by each other here.", "Declare it by a built-in type.");
            return null;
        }

        if (!way.Add(alias.Name.Text))
        {
            diagnostics.Report(DiagnosticCatalog.Circle, alias.Name.Span, $"The type `{alias.Name.Text}` is declared by itself.", "Declare it by a built-in type.");
            return null;
        }

        ResolvedType? resolved = null;
        if (Resolve(alias.Type, way) is { } inner)
        {
            CheckAlias(alias);
            resolved = new ResolvedType(inner.Type, [.. inner.Modifiers, .. alias.Modifiers], inner.Composite);
        }

        _aliases[alias.Name.Text] = resolved;
        return resolved;
    }

    private void CheckAlias(TypeAliasSyntax alias)
    {
        if (alias.Type.Elements is [var first, ..])
        {
            var brackets = new TextSpan(first.Span.Start - 1, alias.Type.Span.End - first.Span.Start + 1);
            diagnostics.Report(DiagnosticCatalog.NotHere, brackets, "An array belongs to a field, not to a type.", $"Write it at the field: `name: {alias.Name.Text}[…]`.");
        }

        foreach (ModifierSyntax modifier in alias.Modifiers)
        {
            if (modifier is ReferenceModifierSyntax or WhereModifierSyntax or SimpleModifierSyntax { Name.Text: "primary_key" })
                diagnostics.Report(DiagnosticCatalog.NotHere, modifier.Span, "A key belongs to a field, not to a type.", "Write it at the field.");
        }
    }

    private void ReportUnknown(TypeSyntax type)
    {
        string name = type.Name.Text;
        if (name is "person" or "address")
            diagnostics.Report(DiagnosticCatalog.NotHere, type.Span, $"`{name}` is a binding of a table, not a type.", $"Write `name: {name}` in a table.");
        else if (!lost.Contains(name))
        {
            diagnostics.Report(
                DiagnosticCatalog.UnknownType, type.Name.Span, $"There is no type `{name}`.",
                diagnostics.Suggest(name, ScalarTypes.All.SelectMany(t => t.Aliases.Prepend(t.Name)).Concat(_declared.Keys)));
        }
    }

    private DataType? Measure(ScalarType scalar, TypeSyntax type)
    {
        int most = scalar.Kind switch { TypeKind.Decimal => 2, TypeKind.String or TypeKind.Binary => 1, _ => 0 };
        if (type.Measures.Count > most)
        {
            diagnostics.Report(DiagnosticCatalog.BadMeasure, type.Span, most == 0 ? $"`{scalar.Name}` takes no measures." : $"`{scalar.Name}` takes {scalar.Measures}.", most == 0 ? "Leave out the brackets." : null);
            return null;
        }

        var measures = new List<int>();
        foreach (LiteralSyntax measure in type.Measures)
        {
            if (measure.Value is BadValue)
                return null;
            if (measure.Value is not (long and >= 0 and <= int.MaxValue))
            {
                diagnostics.Report(DiagnosticCatalog.BadMeasure, measure.Span, $"{measure.Text} is no measure of a type.");
                return null;
            }

            measures.Add((int)(long)measure.Value);
        }

        if (scalar.Kind != TypeKind.Decimal)
        {
            if (measures is [0])
            {
                diagnostics.Report(DiagnosticCatalog.BadMeasure, type.Span, $"A `{scalar.Name}` has room for 1 or more.");
                return null;
            }

            return new DataType(scalar.Kind, measures.FirstOrDefault());
        }

        (int precision, int scale) = measures switch { [] => (18, 2), [var p] => (p, 0), _ => (measures[0], measures[1]) };
        if (precision is < 1 or > 28 || scale > precision)
        {
            diagnostics.Report(DiagnosticCatalog.BadMeasure, type.Span, $"There is no decimal({precision}, {scale}).");
            return null;
        }

        return new DataType(TypeKind.Decimal, Precision: precision, Scale: scale);
    }

    private EnumType BindEnum(EnumSyntax syntax)
    {
        var names = new List<string>();
        var weights = new List<double>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // The names in what could not be read are values, too, so that nobody calls them unknown.
        foreach (string name in syntax.Broken.SelectMany(b => b.Error.Names).Where(known.Add))
        {
            names.Add(name);
            weights.Add(1);
        }

        foreach (EnumValueSyntax value in syntax.Values)
        {
            if (!known.Add(value.Name.Text))
                diagnostics.Report(DiagnosticCatalog.Duplicate, value.Name.Span, $"The enum `{syntax.Name.Text}` has a value `{value.Name.Text}` already.");
            names.Add(value.Name.Text);
            weights.Add(value.Weight is null ? 1 : Weights.Read(value.Weight, diagnostics));
        }

        if (names.Count == 0 && syntax.Broken.Count == 0)
            diagnostics.Report(DiagnosticCatalog.EmptyTable, syntax.Span, $"The enum `{syntax.Name.Text}` has no values.", "Write its values in the braces, with commas between them.");
        else
            Weights.Check(weights, syntax.Name.Span, diagnostics);
        return new EnumType(syntax.Name.Text, names, weights);
    }
}

/// <summary>A type and the modifiers that its alias brings.</summary>
internal sealed record ResolvedType(DataType Type, IReadOnlyList<ModifierSyntax> Modifiers, CompositeTypeSyntax? Composite = null);
