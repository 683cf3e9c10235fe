namespace TestDataGen.Language;

/// <summary>What stands in the braces of a table, a mixin or a composite type.</summary>
internal abstract record MemberSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>name: type modifiers = expression</c></summary>
internal sealed record FieldSyntax(NameSyntax Name, FieldBodySyntax Body)
    : MemberSyntax(TextSpan.Covering(Name.Span, Body.Span))
{
    /// <summary>Says that the colon is missing; null where it is there.</summary>
    public BadMemberSyntax? MissingColon { get; init; }

    public override IEnumerable<SyntaxNode> Children => MissingColon is null ? [Name, Body] : [Name, MissingColon, Body];
}

/// <summary>What stands behind the colon of a field.</summary>
internal abstract record FieldBodySyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>type modifiers = expression</c></summary>
internal sealed record ColumnSyntax(TypeSyntax Type, SyntaxList<ModifierSyntax> Modifiers, ExpressionSyntax? Value)
    : FieldBodySyntax(TextSpan.Covering(Type.Span, Value?.Span ?? (Modifiers.Count > 0 ? Modifiers[^1].Span : Type.Span)))
{
    public override IEnumerable<SyntaxNode> Children => Value is null ? [Type, .. Modifiers] : [Type, .. Modifiers, Value];
}

/// <summary><c>row of DATASET</c></summary>
internal sealed record RowBindingSyntax(NameSyntax Dataset, TextSpan Span) : FieldBodySyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Dataset];
}

/// <summary>A field that could not be read; its name is known.</summary>
internal sealed record BadFieldBodySyntax(SyntaxError Error, TextSpan Span) : FieldBodySyntax(Span), IBadNode;

/// <summary>A type with its measures. Aliases are already replaced by what they stand for.</summary>
internal sealed record TypeSyntax(NameSyntax Name, SyntaxList<LiteralSyntax> Measures, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>How many elements an array has: one number, or the least and the greatest; empty: it is no array.</summary>
    public SyntaxList<LiteralSyntax> Elements { get; init; } = SyntaxList<LiteralSyntax>.Empty;

    public override IEnumerable<SyntaxNode> Children => [Name, .. Measures, .. Elements];
}

/// <summary>What follows a field's type.</summary>
internal abstract record ModifierSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>name</c> or <c>name(argument, …)</c>; <paramref name="Arguments"/> null without brackets.</summary>
internal sealed record SimpleModifierSyntax(NameSyntax Name, SyntaxList<ExpressionSyntax>? Arguments, TextSpan Span) : ModifierSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Arguments is null ? [Name] : [Name, .. Arguments];
}

/// <summary><c>references(table.field) from database as alias</c></summary>
internal sealed record ReferenceModifierSyntax(PathSyntax Target, NameSyntax? Alias, TextSpan Span) : ModifierSyntax(Span)
{
    /// <summary>Whether it says <c>from database</c>.</summary>
    public bool IsFromDatabase { get; init; }

    public override IEnumerable<SyntaxNode> Children => Alias is null ? [Target] : [Target, Alias];
}

/// <summary><c>where condition</c></summary>
internal sealed record WhereModifierSyntax(ExpressionSyntax Condition, TextSpan Span) : ModifierSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Condition];
}
