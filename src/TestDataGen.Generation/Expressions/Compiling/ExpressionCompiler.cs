using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>From a bound expression to nodes that run over columns.</summary>
internal static class ExpressionCompiler
{
    /// <summary>Compiles an expression so that it gives the values of a type.</summary>
    public static Node Compile(Expression expression, DataType to, CompileContext context) =>
        Conversions.To(Compile(expression, context), to, context);

    /// <summary>Compiles an expression.</summary>
    public static Node Compile(Expression expression, CompileContext context) => expression switch
    {
        Literal literal => CompileLiteral(literal, context),
        FieldAccess access => new FieldNode(context.Checked(access), context),
        VariableAccess variable => CompileVariable(variable, context),
        UnaryExpression unary => CompileUnary(unary, context),
        BinaryExpression binary => CompileBinary(binary, context),
        NullTest test => new NullTestNode(Compile(test.Operand, context), test.IsNegated, test.Type, context),
        Conditional conditional => new ConditionalNode(
            Compile(conditional.Condition, context),
            Compile(conditional.Then, Working(conditional.Type), context),
            Compile(conditional.Else, Working(conditional.Type), context),
            Working(conditional.Type),
            context),
        FunctionCall call => FunctionCompiler.Compile(call, context),
        PreviousAccess previous => CompilePrevious(previous, context),
        AggregateCall aggregate => AggregateCompiler.Compile(aggregate, context),
        Template template => CompileTemplate(template, context),
        RangeDraw draw => CompileRange(draw, context),
        Conversion conversion => Compile(conversion.Operand, Working(conversion.Type), context),
        _ => throw new NotSupportedException($"No node for {expression.GetType().Name}."),
    };

    /// <summary>The type in which an expression computes: exact decimals, whole doubles, integers of 64 bits; others as they are.</summary>
    public static DataType Working(DataType type) => type.Kind switch
    {
        TypeKind.Decimal => Conversions.ExactDecimal,
        TypeKind.Float => new DataType(TypeKind.Double),
        TypeKind.SmallInt or TypeKind.Integer => new DataType(TypeKind.BigInt),
        _ => type,
    };

    private static LiteralNode CompileLiteral(Literal literal, CompileContext context)
    {
        DataType type = Working(literal.Type);
        object? value = literal.Value is long whole && type.Kind == TypeKind.Decimal ? (decimal)whole
            : literal.Value is long number && type.IsFloating ? (double)number
            : literal.Value is decimal exact && type.IsFloating ? (double)exact
            : literal.Value;
        return new LiteralNode(value, type, context);
    }

    private static Node CompileVariable(VariableAccess variable, CompileContext context) => variable.Variable switch
    {
        Variable.Now => new LiteralNode(context.Now, variable.Type, context),
        Variable.RowNumber => new RowNumberNode(variable.Type, context),
        Variable.Moment => context.Table.Series is var (first, step) && context.Table.Children is not null
            ? new MomentNode(first, step, variable.Type, context)
            : throw new GenerationException($"{context.Field}: moment needs a time series, which {context.Table.Table.Name} is not in this run. Count it by time: every 15m from 2025-01-01 to now."),
        _ when context.Table.Children is not null => new ChildIndexNode(variable.Type, context),
        _ => throw NotPerParent("child_index", context),
    };

    private static PreviousNode CompilePrevious(PreviousAccess previous, CompileContext context) =>
        context.Table.Children is null ? throw NotPerParent("previous", context) : new PreviousNode(previous.Field, context);

    private static GenerationException NotPerParent(string what, CompileContext context) => new(
        $"{context.Field}: {what} needs a table that is counted per parent. Count it so, as in: generate {context.Table.Table.Schema.Name} {{ {context.Table.Table.Name} 1..5 per parent }}{(what == "child_index" ? ", or use row_number" : "")}.");

    private static Node CompileUnary(UnaryExpression unary, CompileContext context)
    {
        Node operand = Compile(unary.Operand, Working(unary.Type), context);
        DataType type = Working(unary.Type);
        if (unary.Operator == UnaryOperator.Not)
            return new UnaryNode<long, long>(operand, x => 1 - x, type, context);
        return Column.StorageOf(type) switch
        {
            Storage.Double => new UnaryNode<double, double>(operand, x => -x, type, context),
            Storage.Decimal => new UnaryNode<decimal, decimal>(operand, x => -x, type, context),
            _ => new UnaryNode<long, long>(operand, x => checked(-x), type, context),
        };
    }

    private static Node CompileBinary(BinaryExpression binary, CompileContext context)
    {
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or)
            return new LogicNode(binary.Operator == BinaryOperator.And, Compile(binary.Left, context), Compile(binary.Right, context), binary.Type, context);
        if (binary.Operator >= BinaryOperator.Equal)
            return Compare(binary.Operator, Compile(binary.Left, context), Compile(binary.Right, context), binary.Type, context);
        if (binary.Left.Type.HasDate)
            return CompileDate(binary, context);
        if (binary.Right.Type.HasDate)
            return CompileDate(binary with { Left = binary.Right, Right = binary.Left }, context);

        DataType type = Working(binary.Type);
        // A duration times a number.
        if (type.Kind == TypeKind.Duration && binary.Left.Type.Kind != binary.Right.Type.Kind)
            return ScaleDuration(binary, context);
        Node left = Compile(binary.Left, type, context);
        Node right = Compile(binary.Right, type, context);
        return (Column.StorageOf(type), binary.Operator) switch
        {
            (Storage.Int64, BinaryOperator.Add) => new BinaryNode<long, long, Operations.AddInt64>(left, right, type, context),
            (Storage.Int64, BinaryOperator.Subtract) => new BinaryNode<long, long, Operations.SubtractInt64>(left, right, type, context),
            (Storage.Int64, BinaryOperator.Multiply) => new BinaryNode<long, long, Operations.MultiplyInt64>(left, right, type, context),
            (Storage.Int64, BinaryOperator.Modulo) => new BinaryNode<long, long, Operations.ModuloInt64>(left, right, type, context),
            (Storage.Decimal, BinaryOperator.Add) => new BinaryNode<decimal, decimal, Operations.AddDecimal>(left, right, type, context),
            (Storage.Decimal, BinaryOperator.Subtract) => new BinaryNode<decimal, decimal, Operations.SubtractDecimal>(left, right, type, context),
            (Storage.Decimal, BinaryOperator.Multiply) => new BinaryNode<decimal, decimal, Operations.MultiplyDecimal>(left, right, type, context),
            (Storage.Decimal, BinaryOperator.Divide) => new BinaryNode<decimal, decimal, Operations.DivideDecimal>(left, right, type, context),
            (Storage.Decimal, BinaryOperator.Modulo) => new BinaryNode<decimal, decimal, Operations.ModuloDecimal>(left, right, type, context),
            (Storage.Double, BinaryOperator.Add) => new BinaryNode<double, double, Operations.AddDouble>(left, right, type, context),
            (Storage.Double, BinaryOperator.Subtract) => new BinaryNode<double, double, Operations.SubtractDouble>(left, right, type, context),
            (Storage.Double, BinaryOperator.Multiply) => new BinaryNode<double, double, Operations.MultiplyDouble>(left, right, type, context),
            (Storage.Double, BinaryOperator.Divide) => new BinaryNode<double, double, Operations.DivideDouble>(left, right, type, context),
            (Storage.Double, BinaryOperator.Modulo) => new BinaryNode<double, double, Operations.ModuloDouble>(left, right, type, context),
            _ => throw new NotSupportedException($"No operator {binary.Operator} on {type}."),
        };
    }

    private static Node ScaleDuration(BinaryExpression binary, CompileContext context)
    {
        bool isLeft = binary.Left.Type.Kind == TypeKind.Duration;
        var real = new DataType(TypeKind.Double);
        Node ticks = new UnaryNode<long, double>(Compile(isLeft ? binary.Left : binary.Right, context), x => x, real, context);
        Node factor = Compile(isLeft ? binary.Right : binary.Left, real, context);
        Node scaled = binary.Operator == BinaryOperator.Divide
            ? new BinaryNode<double, double, Operations.DivideDouble>(ticks, factor, real, context)
            : new BinaryNode<double, double, Operations.MultiplyDouble>(ticks, factor, real, context);
        return new UnaryNode<double, long>(scaled, x => checked((long)Math.Round(x)), binary.Type, context);
    }

    // Days and times of a calendar, plus or minus a duration, or minus each other: computed in ticks.
    private static Node CompileDate(BinaryExpression binary, CompileContext context)
    {
        var ticks = new DataType(TypeKind.DateTime);
        Node left = Compile(binary.Left, ticks, context);
        if (binary.Right.Type.HasDate)
            return new BinaryNode<long, long, Operations.SubtractInt64>(left, Compile(binary.Right, ticks, context), binary.Type, context);
        Node right = Compile(binary.Right, context);
        Node moved = binary.Operator == BinaryOperator.Add
            ? new BinaryNode<long, long, Operations.AddTicks>(left, right, ticks, context)
            : new BinaryNode<long, long, Operations.SubtractTicks>(left, right, ticks, context);
        return Conversions.To(moved, binary.Type, context);
    }

    /// <summary>A comparison of two nodes; numbers of different kinds are brought to the wider one.</summary>
    public static Node Compare(BinaryOperator comparison, Node left, Node right, DataType type, CompileContext context)
    {
        if (left is LiteralNode { Constant: null })
            left = new LiteralNode(null, right.Type, context);
        if (right is LiteralNode { Constant: null })
            right = new LiteralNode(null, left.Type, context);
        if (Column.StorageOf(left.Type) == Storage.Bytes)
            return new TextComparisonNode(comparison, left, right, type, context);
        DataType common = Common(left.Type, right.Type);
        left = Conversions.To(left, common, context);
        right = Conversions.To(right, common, context);
        return Column.StorageOf(common) switch
        {
            Storage.Double => Compare<double>(comparison, left, right, type, context),
            Storage.Decimal => Compare<decimal>(comparison, left, right, type, context),
            Storage.Guid => Compare<Guid>(comparison, left, right, type, context),
            _ => Compare<long>(comparison, left, right, type, context),
        };
    }

    private static Node Compare<T>(BinaryOperator comparison, Node left, Node right, DataType type, CompileContext context)
        where T : struct, IComparable<T>, IEquatable<T> => comparison switch
    {
        BinaryOperator.Equal => new BinaryNode<T, long, Operations.Equal<T>>(left, right, type, context),
        BinaryOperator.NotEqual => new BinaryNode<T, long, Operations.NotEqual<T>>(left, right, type, context),
        BinaryOperator.Less => new BinaryNode<T, long, Operations.Less<T>>(left, right, type, context),
        BinaryOperator.LessOrEqual => new BinaryNode<T, long, Operations.LessOrEqual<T>>(left, right, type, context),
        BinaryOperator.Greater => new BinaryNode<T, long, Operations.Greater<T>>(left, right, type, context),
        _ => new BinaryNode<T, long, Operations.GreaterOrEqual<T>>(left, right, type, context),
    };

    /// <summary>The type in which values of two types can be compared.</summary>
    public static DataType Common(DataType left, DataType right)
    {
        if (left.IsFloating || right.IsFloating)
            return new DataType(TypeKind.Double);
        if (left.Kind == TypeKind.Decimal || right.Kind == TypeKind.Decimal)
            return left == right ? left : Conversions.ExactDecimal;
        if (left.IsInteger)
            return new DataType(TypeKind.BigInt);
        if (left.HasDate && left.Kind != right.Kind)
            return new DataType(TypeKind.DateTime);
        return left;
    }

    private static Node CompileTemplate(Template template, CompileContext context)
    {
        // Neighbouring constants are one part.
        var parts = new List<Node>();
        var constant = new StringBuilder();
        void Flush()
        {
            if (constant.Length > 0)
                parts.Add(new LiteralNode(constant.ToString(), template.Type, context));
            constant.Clear();
        }

        foreach (Expression part in template.Parts)
        {
            Expression inner = part is Conversion { Type.IsText: true } conversion ? conversion.Operand : part;
            if (inner is Literal { Value: string text })
            {
                constant.Append(text);
                continue;
            }

            Flush();
            parts.Add(Compile(inner, context));
        }

        Flush();
        return new TemplateNode(parts, template.Type, context);
    }

    private static Node CompileRange(RangeDraw draw, CompileContext context)
    {
        // A decimal of known scale is drawn at that scale.
        DataType type = draw.Type.Kind == TypeKind.Decimal && Column.StorageOf(draw.Type) == Storage.Int64 ? draw.Type : Working(draw.Type);
        ulong key = context.Key($"range {draw.Ordinal}");
        Node low = Compile(draw.Low, type, context);
        Node high = Compile(draw.High, type, context);
        return Column.StorageOf(type) switch
        {
            Storage.Double => new RangeDrawDoubleNode(low, high, key, type, context),
            Storage.Decimal => new RangeDrawDecimalNode(low, high, key, type, context),
            _ => new RangeDrawNode(low, high, key, Resolution.Of(type), type, context),
        };
    }
}
