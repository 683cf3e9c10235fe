namespace TestDataGen.Language;

/// <summary>
/// Binds the modifiers of one field, in two steps: keys and nulls (which references need to know of each other's fields), then, when the
/// references are bound, whose aliases expressions need, bounds and source.
/// </summary>
internal sealed partial class FieldBinder(
    FieldWork work, TableScope scope, SchemaScope schema, IReadOnlyDictionary<string, FormatSignature> formats, DiagnosticBag diagnostics)
{
    /// <summary>For what needs none.</summary>
    public static readonly IReadOnlyDictionary<string, FormatSignature> NoFormats = new Dictionary<string, FormatSignature>();

    private readonly ExpressionBinder _expressions = new(work, scope, schema, diagnostics);

    private Field Field => work.Field;

    /// <summary>First step.</summary>
    public void BindKeys()
    {
        var seen = new HashSet<string>();
        string previous = "";
        foreach (AppliedModifier applied in work.Modifiers)
        {
            if (applied.Syntax is not SimpleModifierSyntax modifier)
                continue;
            string name = modifier.Name.Text;
            (string before, previous) = (previous, name);
            // What the field says goes over what its type brought.
            if (!applied.IsFromAlias && !seen.Add(name))
                diagnostics.Report(DiagnosticCatalog.RepeatedModifier, modifier.Span, $"`{Field.Name}` has `{name}` already.");
            else if ((before, name) is ("not", "null") or ("primary" or "foreign", "key"))
                continue; // the second word of what is refused already
            else if (!Modifiers.IsKnown(name) && !schema.Generators.Contains(name))
                RefuseUnknown(modifier);
            else
                BindFlag(modifier);
        }

        CheckKeys();
    }

    private void RefuseUnknown(SimpleModifierSyntax modifier)
    {
        string name = modifier.Name.Text;
        string? hint = name switch
        {
            "not" => "Every field is not null unless it is `nullable`.",
            "null" => "Write `nullable`.",
            "primary" or "key" => "Write `primary_key`.",
            "as" => "The alias stands right behind the reference: `references(table.field) as alias`.",
            "foreign" => "Write `references(table.field)`.",
            "auto_increment" or "identity" or "autoincrement" or "generated" => "Write `sequence`.",
            _ => null,
        };
        diagnostics.Report(DiagnosticCatalog.UnknownModifier, modifier.Name.Span, $"There is no modifier `{name}`.", hint ?? diagnostics.Suggest(name, Modifiers.KnownNames.Concat(schema.Generators)));
    }

    private void BindFlag(SimpleModifierSyntax modifier)
    {
        switch (modifier.Name.Text)
        {
            case "primary_key":
                TakeArguments(modifier, 0, 0);
                Field.IsPrimaryKey = Field.IsUnique = true;
                break;
            case "unique":
                TakeArguments(modifier, 0, 0);
                Field.IsUnique = true;
                break;
            case "not_null":
                TakeArguments(modifier, 0, 0);
                break;
            case "clamp":
                TakeArguments(modifier, 0, 0);
                Field.IsClamped = true;
                break;
            case "nullable":
                BindNullable(modifier);
                break;
        }
    }

    private void BindNullable(SimpleModifierSyntax modifier)
    {
        Field.IsNullable = true;
        // An expression and an own generator say themselves when they are null; any other source would never be.
        Field.NullFraction = work.Syntax.Value is null && !IsGenerated ? 0.1 : 0;
        if (modifier.Arguments is null)
            return;
        if (modifier.Arguments is not [var argument])
            TakeArguments(modifier, 0, 1);
        else if (argument is LiteralSyntax { Value: PercentValue(var percent) } && percent is >= 0 and <= 100)
            Field.NullFraction = (double)(percent / 100);
        else if (argument is not BadExpressionSyntax)
        {
            diagnostics.Report(
                DiagnosticCatalog.BadPercent, argument.Span, "This is no percentage from 0% to 100%.",
                argument is LiteralSyntax { Value: long or decimal } literal ? $"Write nullable({literal.Text}%)." : null);
        }
    }

    private void CheckKeys()
    {
        bool isNotNull = work.Modifiers.Any(m => m is { IsFromAlias: false, Syntax: SimpleModifierSyntax { Name.Text: "not_null" } });
        foreach (AppliedModifier applied in work.Modifiers)
        {
            if (applied is not { Syntax: SimpleModifierSyntax { Name.Text: "nullable" } nullable })
                continue;
            if (Field.IsPrimaryKey)
                diagnostics.Report(DiagnosticCatalog.Contradiction, nullable.Span, $"The primary key `{Field.Name}` can't be null.", "Take `nullable` away.");
            else if (!applied.IsFromAlias && isNotNull)
                diagnostics.Report(DiagnosticCatalog.Contradiction, nullable.Span, $"`{Field.Name}` is both `nullable` and `not_null`.", "Keep one of them.");
        }

        // not_null at the field takes back a nullable of its type.
        if (isNotNull)
            (Field.IsNullable, Field.NullFraction) = (false, 0);
        if (Field.IsPrimaryKey && Field.Type.Kind is TypeKind.Json or TypeKind.Binary or TypeKind.Boolean)
            diagnostics.Report(DiagnosticCatalog.NotForType, Field.Span, $"A {DataTypes.Show(Field.Type)} can't be a primary key.", "Take a number, a text, a date or a uuid.");
        else if (Field.IsUnique && Field.Type.Kind is TypeKind.Json)
            diagnostics.Report(DiagnosticCatalog.NotForType, Field.Span, "A json can't be unique.", "Take `unique` away, or make it text.");
    }

    /// <summary>Checks the number of arguments; null when it is wrong.</summary>
    private IReadOnlyList<ExpressionSyntax>? TakeArguments(SimpleModifierSyntax modifier, int least, int greatest)
    {
        int count = modifier.Arguments?.Count ?? 0;
        if (count >= least && count <= greatest)
            return modifier.Arguments ?? SyntaxList<ExpressionSyntax>.Empty;
        // How many there were to be is not known.
        if (modifier.Arguments?.Any(a => a is BadExpressionSyntax) == true)
            return null;
        string name = modifier.Name.Text;
        string takes = greatest == 0 ? "no arguments"
            : greatest == int.MaxValue ? $"{least} or more arguments"
            : least == greatest ? $"{least} argument{(least == 1 ? "" : "s")}" : $"{least} to {greatest} arguments";
        string parameters = Distributions.Find(name)?.Parameters ?? Modifiers.All.FirstOrDefault(m => m.Name == name)?.Parameters ?? "";
        diagnostics.Report(
            DiagnosticCatalog.ArgumentCount, modifier.Span, $"`{name}` takes {takes}, not {count}.", parameters.Length == 0 ? $"Write `{name}`." : $"Write {name}({parameters}).");
        return null;
    }

    /// <summary>Binds what stands beside a reference to say how its parents are drawn.</summary>
    public DistributionSource? BindParentDistribution(SimpleModifierSyntax modifier, Distribution distribution)
    {
        if (!distribution.DrawsParents)
            diagnostics.Report(DiagnosticCatalog.NotHere, modifier.Span, $"`{distribution.Name}` does not draw parents.", "Beside `references` stands zipf(exponent), or nothing for an even draw.");
        else if (TakeArguments(modifier, 1, 1) is [var exponent] && ReadParameters(distribution, [exponent]) is { } parameters)
            return new DistributionSource(distribution.Name, parameters);
        return null;
    }
}
