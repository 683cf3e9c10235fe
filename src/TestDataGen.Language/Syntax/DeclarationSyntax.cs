namespace TestDataGen.Language;

/// <summary>A whole file.</summary>
internal sealed record FileSyntax(SyntaxList<DeclarationSyntax> Declarations, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Declarations;
}

/// <summary>What stands at the top level of a file.</summary>
internal abstract record DeclarationSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>import "file"</c></summary>
internal sealed record ImportSyntax(LiteralSyntax Path, TextSpan Span) : DeclarationSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Path];
}

/// <summary><c>enum NAME { a: 1, b }</c></summary>
internal sealed record EnumSyntax(NameSyntax Name, SyntaxList<EnumValueSyntax> Values, TextSpan Span) : DeclarationSyntax(Span)
{
    /// <summary>What is wrong between the values.</summary>
    public SyntaxList<BadMemberSyntax> Broken { get; init; } = SyntaxList<BadMemberSyntax>.Empty;

    public override IEnumerable<SyntaxNode> Children => [Name, .. Values, .. Broken];
}

/// <summary>A value of an enum, perhaps with a weight.</summary>
internal sealed record EnumValueSyntax(NameSyntax Name, ExpressionSyntax? Weight)
    : SyntaxNode(Weight is null ? Name.Span : TextSpan.Covering(Name.Span, Weight.Span))
{
    public override IEnumerable<SyntaxNode> Children => Weight is null ? [Name] : [Name, Weight];
}

/// <summary><c>type NAME = type modifiers</c></summary>
internal sealed record TypeAliasSyntax(NameSyntax Name, TypeSyntax Type, SyntaxList<ModifierSyntax> Modifiers, TextSpan Span) : DeclarationSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, Type, .. Modifiers];
}

/// <summary><c>type NAME { fields }</c></summary>
internal sealed record CompositeTypeSyntax(NameSyntax Name, SyntaxList<MemberSyntax> Members, TextSpan Span) : DeclarationSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, .. Members];
}

/// <summary><c>mixin NAME { members }</c></summary>
internal sealed record MixinSyntax(NameSyntax Name, SyntaxList<MemberSyntax> Members, TextSpan Span) : DeclarationSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, .. Members];
}

/// <summary><c>dataset NAME = source(…) modifiers</c></summary>
internal sealed record DatasetSyntax(NameSyntax Name, CallSyntax Origin, SyntaxList<ModifierSyntax> Modifiers, TextSpan Span) : DeclarationSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, Origin, .. Modifiers];
}

/// <summary><c>schema NAME { tables }</c></summary>
internal sealed record SchemaSyntax(NameSyntax Name, SyntaxList<SchemaMemberSyntax> Members, TextSpan Span) : DeclarationSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, .. Members];
}

/// <summary>What stands in the braces of a schema.</summary>
internal abstract record SchemaMemberSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>table NAME with MIXIN { members }</c></summary>
internal sealed record TableSyntax(PathSyntax Name, SyntaxList<NameSyntax> Mixins, SyntaxList<MemberSyntax> Members, TextSpan Span)
    : SchemaMemberSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, .. Mixins, .. Members];
}

/// <summary>No table.</summary>
internal sealed record BadSchemaMemberSyntax(SyntaxError Error, TextSpan Span) : SchemaMemberSyntax(Span), IBadNode;

/// <summary>No declaration.</summary>
internal sealed record BadDeclarationSyntax(SyntaxError Error, TextSpan Span) : DeclarationSyntax(Span), IBadNode;
