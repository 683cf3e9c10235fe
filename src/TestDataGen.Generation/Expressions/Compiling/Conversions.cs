using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The ways from one type's stored values to another's.</summary>
internal static class Conversions
{
    /// <summary>The exact type of an expression's decimals.</summary>
    public static DataType ExactDecimal { get; } = new(TypeKind.Decimal);

    /// <summary>A node that gives the values in another type; the node itself where they are stored alike.</summary>
    public static Node To(Node node, DataType to, CompileContext context)
    {
        DataType from = node.Type;
        if (node is LiteralNode { Constant: null })
            return new LiteralNode(null, to, context);
        if (to.IsText)
            return from.IsText ? node : new ToTextNode(node, to, context);
        if (from.IsText || to.Kind is TypeKind.Binary or TypeKind.Uuid or TypeKind.Boolean or TypeKind.Duration or TypeKind.Time)
            return node;
        if (to.IsFloating)
            return ToDouble(node, to, context);
        if (to.Kind == TypeKind.Decimal)
            return ToDecimal(node, to, context);
        if (to.IsInteger)
            return ToInteger(node, to, context);
        if (from.Kind == TypeKind.Date && to.Kind != TypeKind.Date)
            return new UnaryNode<long, long>(node, day => day * TimeSpan.TicksPerDay, to, context);
        if (from.Kind != TypeKind.Date && to.Kind == TypeKind.Date)
            return new UnaryNode<long, long>(node, ticks => ticks / TimeSpan.TicksPerDay, to, context);
        return node;
    }

    private static Node ToDouble(Node node, DataType to, CompileContext context)
    {
        Node real = Column.StorageOf(node.Type) switch
        {
            Storage.Double => node,
            Storage.Decimal => new UnaryNode<decimal, double>(node, x => (double)x, to, context),
            _ when node.Type.Kind == TypeKind.Decimal => FromScaled(node, x => (double)x, to, context),
            _ => new UnaryNode<long, double>(node, x => x, to, context),
        };
        if (to.Kind == TypeKind.Double || node.Type.Kind == TypeKind.Float)
            return real;
        return new UnaryNode<double, double>(real, x => float.IsFinite((float)x) ? (float)x : throw new OverflowException(), to, context);
    }

    private static Node FromScaled<T>(Node node, Func<decimal, T> function, DataType to, CompileContext context)
        where T : struct
    {
        int scale = node.Type.Scale;
        return new UnaryNode<long, T>(node, x => function(StoredInt64.ToDecimal(x, scale)), to, context);
    }

    private static Node ToDecimal(Node node, DataType to, CompileContext context)
    {
        DataType from = node.Type;
        bool isScaled = Column.StorageOf(to) == Storage.Int64;
        if (isScaled && from.Kind == TypeKind.Decimal && Column.StorageOf(from) == Storage.Int64 && from.Scale == to.Scale && from.Precision <= to.Precision)
            return node;
        Node exact = Column.StorageOf(from) switch
        {
            Storage.Decimal => node,
            Storage.Double => new UnaryNode<double, decimal>(node, x => (decimal)x, ExactDecimal, context),
            _ when from.Kind == TypeKind.Decimal => FromScaled(node, x => x, ExactDecimal, context),
            _ => new UnaryNode<long, decimal>(node, x => x, ExactDecimal, context),
        };
        if (to.Precision == 0)
            return exact;
        int scale = to.Scale;
        if (isScaled)
        {
            long greatest = StoredInt64.Greatest(to.Precision);
            return new UnaryNode<decimal, long>(
                exact,
                x =>
                {
                    long stored = StoredInt64.OfDecimal(x, scale);
                    return stored >= -greatest && stored <= greatest ? stored : throw new OverflowException();
                },
                to,
                context);
        }

        decimal limit = (decimal)System.Numerics.BigInteger.Pow(10, to.Precision - to.Scale);
        return new UnaryNode<decimal, decimal>(
            exact,
            x =>
            {
                decimal rounded = decimal.Round(x, scale, MidpointRounding.AwayFromZero);
                return Math.Abs(rounded) < limit ? rounded : throw new OverflowException();
            },
            to,
            context);
    }

    private static Node ToInteger(Node node, DataType to, CompileContext context)
    {
        (long least, long greatest) = IntegerRange(to.Kind);
        long Check(long x) => x >= least && x <= greatest ? x : throw new OverflowException();
        switch (Column.StorageOf(node.Type))
        {
            case Storage.Decimal:
                return new UnaryNode<decimal, long>(node, x => Check(decimal.ToInt64(decimal.Round(x, 0, MidpointRounding.AwayFromZero))), to, context);
            case Storage.Double:
                return new UnaryNode<double, long>(node, x => Check(checked((long)Math.Round(x, MidpointRounding.AwayFromZero))), to, context);
            case Storage.Int64 when node.Type.Kind == TypeKind.Decimal:
                return FromScaled(node, x => Check(decimal.ToInt64(decimal.Round(x, 0, MidpointRounding.AwayFromZero))), to, context);
            default:
                return node.Type.Kind <= to.Kind ? node : new UnaryNode<long, long>(node, Check, to, context);
        }
    }

    /// <summary>The least and greatest value of an integer type.</summary>
    public static (long Least, long Greatest) IntegerRange(TypeKind kind) => kind switch
    {
        TypeKind.SmallInt => (short.MinValue, short.MaxValue),
        TypeKind.Integer => (int.MinValue, int.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };
}
