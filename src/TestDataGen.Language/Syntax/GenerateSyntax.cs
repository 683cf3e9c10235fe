namespace TestDataGen.Language;

/// <summary><c>generate SCHEMA as PROFILE { … }</c></summary>
internal sealed record GenerateSyntax(NameSyntax Schema, NameSyntax? Profile, SyntaxList<GenerateItemSyntax> Items, TextSpan Span)
    : DeclarationSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Profile is null ? [Schema, .. Items] : [Schema, Profile, .. Items];
}

/// <summary>A line of a <c>generate</c> block.</summary>
internal abstract record GenerateItemSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>seed 42</c></summary>
internal sealed record SettingSyntax(NameSyntax Name, ExpressionSyntax Value) : GenerateItemSyntax(TextSpan.Covering(Name.Span, Value.Span))
{
    public override IEnumerable<SyntaxNode> Children => [Name, Value];
}

/// <summary><c>orders 0..20 per customers</c></summary>
internal sealed record CountSyntax(PathSyntax Table, CountAmountSyntax Amount, SyntaxList<PathSyntax> Parents)
    : GenerateItemSyntax(TextSpan.Covering(Table.Span, Parents.Count > 0 ? Parents[^1].Span : Amount.Span))
{
    public override IEnumerable<SyntaxNode> Children => [Table, Amount, .. Parents];
}

/// <summary>How many.</summary>
internal abstract record CountAmountSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A number, a range or a distribution.</summary>
internal sealed record PlainAmountSyntax(ExpressionSyntax Value) : CountAmountSyntax(Value.Span)
{
    public override IEnumerable<SyntaxNode> Children => [Value];
}

/// <summary><c>{0: 20%, 1..5: 60%, 6..50: 20%}</c></summary>
internal sealed record WeightedAmountSyntax(SyntaxList<WeightedSyntax> Cases, TextSpan Span) : CountAmountSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Cases;
}

/// <summary><c>every 15m from 2025-01-01 to now</c></summary>
internal sealed record SeriesAmountSyntax(ExpressionSyntax Step, ExpressionSyntax From, ExpressionSyntax To, TextSpan Span) : CountAmountSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Step, From, To];
}

/// <summary>No line.</summary>
internal sealed record BadGenerateItemSyntax(SyntaxError Error, TextSpan Span) : GenerateItemSyntax(Span), IBadNode;
