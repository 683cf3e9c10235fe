namespace TestDataGen.Language;

/// <summary>Bounds, lengths and defaults.</summary>
internal sealed partial class FieldBinder
{
    // The modifier that set each bound, for "min over max".
    private TextSpan _boundSpan;

    private void BindBounds()
    {
        // The type's bounds first: the field's go over them.
        foreach (AppliedModifier applied in work.Modifiers)
        {
            if (applied.Syntax is not SimpleModifierSyntax modifier)
                continue;
            switch (modifier.Name.Text)
            {
                case "min" or "max" when IsOrdered(modifier):
                    BindBound(modifier);
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
        CheckBounds();
    }

    private void CheckBounds()
    {
        if (Field.Min is { } min && Field.Max is { } max && Constants.Compare(min, max) > 0)
            diagnostics.Report(DiagnosticCatalog.MinOverMax, _boundSpan, $"The least value of `{Field.Name}` is over its greatest.");
    }

    private bool IsOrdered(SimpleModifierSyntax modifier)
    {
        if (Field.Type.IsNumeric || Field.Type.HasDate || Field.Type.Kind == TypeKind.Time)
            return true;
        RefuseType(modifier, "numbers, dates and times", Field.Type.IsText ? "A text's length is bounded by length(a, b)." : "");
        return false;
    }

    private bool IsText(SimpleModifierSyntax modifier)
    {
        if (Field.Type is { Kind: TypeKind.String or TypeKind.Text, Enum: null })
            return true;
        RefuseType(modifier, "texts", "");
        return false;
    }

    private void RefuseType(SimpleModifierSyntax modifier, string takers, string hint)
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
            diagnostics.Report(DiagnosticCatalog.BadParameter, syntax.Span, "A length is a whole number from 0.", "");
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
