namespace TestDataGen.Language;

/// <summary>Bounds, lengths and defaults.</summary>
internal sealed partial class FieldBinder
{
    // The modifier that set each bound, for "min over max".
    private TextSpan _boundSpan;

    private void BindBounds()
    {
        bool hasOwnBetween = Sources(isFromAlias: false).Any(m => m.Name.Text == "between");
        // The type's bounds first: the field's go over them.
        foreach (AppliedModifier applied in work.Modifiers)
        {
            if (applied.Syntax is not SimpleModifierSyntax modifier)
                continue;
            switch (modifier.Name.Text)
            {
                case "min" or "max" when !applied.IsFromAlias && hasOwnBetween:
                    diagnostics.Report(DiagnosticCatalog.RepeatedModifier, modifier.Span, $"`{Field.Name}` has both its bounds by `between` already.", $"Take `{modifier.Name.Text}` or `between` away.");
                    break;
                case "min" or "max" when IsOrdered(modifier):
                    BindBound(modifier);
                    break;
                case "between" when BindBetween(modifier) is { Low: Literal low, High: Literal high }:
                    (Field.Min, Field.Max, _boundSpan) = (low, high, modifier.Span);
                    break;
                case "length" when IsText(modifier):
                    BindLength(modifier);
                    break;
                case "default":
                    BindDefault(modifier);
                    break;
            }
        }

        Field.MaxLength = Math.Min(Field.MaxLength, Field.Type.Kind == TypeKind.String && Field.Type.Length > 0 ? Field.Type.Length : int.MaxValue);
        if (Field.Min is { } min && Field.Max is { } max && Constants.Compare(min, max) > 0)
            diagnostics.Report(DiagnosticCatalog.MinOverMax, _boundSpan, $"The least value of `{Field.Name}` is over its greatest.");
        else if (Field.Default is { } value)
            CheckWithin(value);
    }

    /// <summary>Refuses a constant that the field's own bounds exclude.</summary>
    private void CheckWithin(Literal value)
    {
        string? why = null;
        if (Field.Min is { } min && Constants.Compare(value, min) < 0)
            why = $"This is below the least value of `{Field.Name}`.";
        else if (Field.Max is { } max && Constants.Compare(value, max) > 0)
            why = $"This is above the greatest value of `{Field.Name}`.";
        else if (value.Value is string text && (Constants.CountCharacters(text) < Field.MinLength || Constants.CountCharacters(text) > Field.MaxLength))
            why = $"This text has {Constants.CountCharacters(text)} characters, `{Field.Name}` has {Field.MinLength} to {Field.MaxLength}.";
        if (why is not null)
            diagnostics.Report(DiagnosticCatalog.Contradiction, value.Span, why, "Change the value or the bound.");
    }

    private bool IsOrdered(SimpleModifierSyntax modifier)
    {
        if (Field.Type.IsNumeric || Field.Type.HasDate || Field.Type.Kind == TypeKind.Time)
            return true;
        RefuseType(modifier, "numbers, dates and times", Field.Type.IsText ? "A text's length is bounded by length(a, b)." : null);
        return false;
    }

    private bool IsText(SimpleModifierSyntax modifier)
    {
        if (Field.Type is { Kind: TypeKind.String or TypeKind.Text, Enum: null })
            return true;
        RefuseType(modifier, "texts");
        return false;
    }

    private void RefuseType(SimpleModifierSyntax modifier, string takers, string? hint = null)
    {
        if (Field.Type != DataTypes.Unknown)
        {
            diagnostics.Report(
                DiagnosticCatalog.NotForType, modifier.Span, $"`{modifier.Name.Text}` is for {takers}, but `{Field.Name}` is {DataTypes.Show(Field.Type)}.", hint);
        }
    }

    private void BindBound(SimpleModifierSyntax modifier)
    {
        if (TakeArguments(modifier, 1, 1) is not [var argument] || BindConstant(argument, $"between(a, b) takes expressions.") is not { } literal)
            return;
        _boundSpan = modifier.Span;
        if (modifier.Name.Text == "min")
            Field.Min = literal;
        else
            Field.Max = literal;
    }

    private void BindLength(SimpleModifierSyntax modifier)
    {
        if (TakeArguments(modifier, 2, 2) is not [var least, var greatest] || ReadLength(least) is not { } from || ReadLength(greatest) is not { } to)
            return;
        if (from > to)
            diagnostics.Report(DiagnosticCatalog.MinOverMax, modifier.Span, $"{from} is over {to}.");
        else if (Field.Type.Length > 0 && to > Field.Type.Length)
            diagnostics.Report(DiagnosticCatalog.TooLong, greatest.Span, $"{Field.Type} has room for {Field.Type.Length} characters.", "Make the field longer or the length shorter.");
        else
            (Field.MinLength, Field.MaxLength) = (from, to);
    }

    private int? ReadLength(ExpressionSyntax syntax)
    {
        if (syntax is LiteralSyntax { Value: long and >= 0 and <= int.MaxValue and var length })
            return (int)(long)length;
        if (syntax is not BadExpressionSyntax)
            diagnostics.Report(DiagnosticCatalog.BadParameter, syntax.Span, "A length is a whole number from 0.");
        return null;
    }

    private void BindDefault(SimpleModifierSyntax modifier)
    {
        if (TakeArguments(modifier, 1, 1) is not [var argument])
            return;
        if (argument is LiteralSyntax { Value: null })
        {
            diagnostics.Report(DiagnosticCatalog.NotConstant, argument.Span, "A default of null is none.", "Leave it out.");
            return;
        }

        Field.Default = BindConstant(argument, "A default is a constant: a value of the field's type.");
    }

    /// <summary>A constant of the field's type; null, and said, where it is none.</summary>
    private Literal? BindConstant(ExpressionSyntax syntax, string hint)
    {
        if (_expressions.Bind(syntax, Field.Type.Enum is null ? null : Field.Type) is not { } bound || Field.Type == DataTypes.Unknown)
            return null;
        if (bound is Literal { Value: null })
        {
            diagnostics.Report(DiagnosticCatalog.NotConstant, syntax.Span, "Null can't stand here.", "How often a field is null is said by nullable(p%).");
            return null;
        }

        if (Constants.Fold(bound) is { } literal)
            return Constants.Convert(literal, Field.Type, diagnostics);
        diagnostics.Report(DiagnosticCatalog.NotConstant, syntax.Span, "This is no constant.", hint);
        return null;
    }
}
