namespace TestDataGen.Language;

/// <summary>A node of the syntax tree. Two nodes are equal when they say the same, wherever they stand.</summary>
internal abstract record SyntaxNode(TextSpan Span)
{
    /// <summary>The nodes right below, in the order of the text.</summary>
    public virtual IEnumerable<SyntaxNode> Children => [];

    public virtual bool Equals(SyntaxNode? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}
