namespace TestDataGen.Language;

/// <summary>
/// Makes a tree of operands and operators that the parser read as a flat list, by their levels. A loop with a stack of its own, so that a long chain
/// costs no stack of the thread.
/// </summary>
internal sealed class OperatorChain
{
    private readonly Stack<ExpressionSyntax> _operands = new();
    private readonly Stack<(Token Token, BinaryOperator? Binary, UnaryOperator? Unary, int Level)> _operators = new();
    private SyntaxError? _error;

    /// <summary>Adds <c>-</c> or <c>not</c> in front of an operand.</summary>
    public void AddPrefix(Token token) =>
        _operators.Push(token.Kind == TokenKind.Minus
            ? (token, null, UnaryOperator.Negate, OperatorTable.NegationLevel)
            : (token, null, UnaryOperator.Not, OperatorTable.NotLevel));

    public void AddOperand(ExpressionSyntax operand) => _operands.Push(operand);

    /// <summary>Adds <c>is null</c> behind an operand.</summary>
    public void AddNullTest(bool isNegated, TextSpan span)
    {
        Reduce(OperatorTable.ComparisonLevel + 1);
        RefuseChain(OperatorTable.ComparisonLevel, span);
        ExpressionSyntax operand = _operands.Pop();
        Push(new NullTestSyntax(operand, isNegated, TextSpan.Covering(operand.Span, span)));
    }

    public void AddBinary(Token token)
    {
        OperatorTable.TryGetBinary(token, out BinaryOperator? binary, out int level);
        // Left to right: what binds as tightly is done first, unless it does not chain.
        Reduce(OperatorTable.Chains(level) ? level : level + 1);
        RefuseChain(level, token.Span);
        _operators.Push((token, binary, null, level));
    }

    public ExpressionSyntax Build()
    {
        Reduce(0);
        ExpressionSyntax tree = _operands.Pop();
        return _error is null ? tree : new BadExpressionSyntax(_error, tree.Span);
    }

    private void RefuseChain(int level, TextSpan span)
    {
        if (OperatorTable.Chains(level) || !_operators.TryPeek(out var top) || top.Level != level)
            return;
        _error ??= level == OperatorTable.RangeLevel
            ? new SyntaxError(DiagnosticCatalog.Chained, span, "A range has two ends.", "Take one `..` away.")
            : new SyntaxError(DiagnosticCatalog.Chained, span, "Comparisons don't chain.", "Join two of them: `a < b and b < c`.");
        // Reported once; the chain is folded all the same.
        Reduce(level);
    }

    private void Reduce(int level)
    {
        while (_operators.TryPeek(out var top) && top.Level >= level)
        {
            _operators.Pop();
            ExpressionSyntax right = _operands.Pop();
            if (top.Unary is { } unary)
            {
                Push(new UnarySyntax(unary, right, TextSpan.Covering(top.Token.Span, right.Span)));
                continue;
            }

            ExpressionSyntax left = _operands.Pop();
            Push(top.Binary is { } binary ? new BinarySyntax(binary, left, right) : new RangeSyntax(left, right));
        }
    }

    private void Push(ExpressionSyntax node)
    {
        if (node.Depth > NestingLimit.MaxDepth)
        {
            _error ??= new SyntaxError(
                DiagnosticCatalog.TooDeep, new TextSpan(node.Span.Start, 1), $"This expression is more than {NestingLimit.MaxDepth} operators deep.");
            node = new BadExpressionSyntax(_error, node.Span);
        }

        _operands.Push(node);
    }
}
