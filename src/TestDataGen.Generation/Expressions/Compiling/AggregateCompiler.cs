using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>From a bound aggregate to the node that computes it.</summary>
internal static class AggregateCompiler
{
    public static Node Compile(AggregateCall call, CompileContext context)
    {
        string name = call.Children.Table.Name;
        if (context.Table.IsExisting || context.ChildrenBy(call.Children) is not { } children)
        {
            throw new GenerationException(
                $"{context.Field}: {call.Aggregate.Name} needs the rows of {name} to be counted per {call.Children.Parent.Name}, which this run does not. Leave out what it says of their number.");
        }

        if (call.Field is not { } field)
            return new CountNode(children, call.Type, context);
        Storage storage = Column.StorageOf(field.Type);
        bool isAverage = call.Aggregate.Name == "avg";
        bool isGreatest = call.Aggregate.Name == "max";
        DataType type = ExpressionCompiler.Working(call.Type);
        return call.Aggregate.Name switch
        {
            "count" => new CountValuesNode(children, field.Index, type, context),
            "sum" or "avg" => storage switch
            {
                Storage.Double => new SumNode<double>(children, field.Index, isAverage, type, context),
                Storage.Decimal => new SumNode<decimal>(children, field.Index, isAverage, type, context),
                _ => new SumInt64Node(children, field.Index, field.Type.Kind == TypeKind.Decimal ? field.Type.Scale : 0, isAverage, type, context),
            },
            "min" or "max" => storage switch
            {
                Storage.Double => new ExtremeNode<double>(children, field.Index, isGreatest, field.Type, context),
                Storage.Decimal => new ExtremeNode<decimal>(children, field.Index, isGreatest, field.Type, context),
                Storage.Bytes => new ExtremeTextNode(children, field.Index, isGreatest, field.Type, context),
                _ => new ExtremeNode<long>(children, field.Index, isGreatest, field.Type, context),
            },
            _ => throw new NotSupportedException($"No node for {call.Aggregate.Name}."),
        };
    }
}
