namespace TestDataGen.Language;

/// <summary>Calls of functions.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindCall(CallSyntax call, DataType? expected)
    {
        if (Aggregates.Find(call.Name.Text) is { } aggregate)
            return BindAggregate(aggregate, call);
        if (call.Name.Text == "previous")
            return BindPrevious(call);
        if (Functions.Find(call.Name.Text) is not { } function)
        {
            RefuseCall(call);
            return null;
        }

        FunctionShape shape = FunctionShape.Of(function);
        // coalesce(status, shipped) means values of an enum as its context does.
        DataType? meant = shape.Result == ResultShape.Common ? expected ?? EnumAmong(call.Arguments) : null;
        Expression?[] bound = [.. call.Arguments.Select(a => Bind(a, meant))];
        if (bound.Length < function.MinArguments || bound.Length > function.MaxArguments)
        {
            string count = function.MinArguments == function.MaxArguments ? $"{function.MinArguments}"
                : function.MaxArguments == int.MaxValue ? $"{function.MinArguments} or more" : $"{function.MinArguments} to {function.MaxArguments}";
            string noun = function.MinArguments == 1 && function.MaxArguments == 1 ? "argument" : "arguments";
            Refuse(DiagnosticCatalog.ArgumentCount, call.Span, $"`{function.Name}` takes {count} {noun}, not {bound.Length}.", $"Write {function.Name}({function.Parameters}).");
            return null;
        }

        if (bound.Any(b => b is null))
            return null;
        return Type(function, shape, [.. bound.Select(b => b!)], call.Span);
    }

    private void RefuseCall(CallSyntax call)
    {
        string name = call.Name.Text;
        if (name is "share")
            Refuse(DiagnosticCatalog.NotHere, call.Span, "`share` is the whole source of a field and stands in no expression.", "Write `part: decimal(12, 2) share(order.total)`.");
        else if (name == "concat")
            Refuse(DiagnosticCatalog.UnknownFunction, call.Name.Span, "There is no function `concat`.", "Texts are put together in a template: \"{a}{b}\".");
        else
            Refuse(DiagnosticCatalog.UnknownFunction, call.Name.Span, $"There is no function `{name}`.", diagnostics.Suggest(name, Functions.All.Select(f => f.Name).Concat(Aggregates.All.Select(a => a.Name)).Concat(["if", "previous", "lookup"])));
    }

    private DataType? EnumAmong(IEnumerable<ExpressionSyntax> arguments) => arguments
        .OfType<PathSyntax>()
        .Where(p => p.Names.Count == 1)
        .Select(p => scope.FindField(p.Last.Text)?.Type)
        .FirstOrDefault(t => t?.Enum is not null || t == DataTypes.Unknown);

    private FunctionCall? Type(Function function, FunctionShape shape, Expression[] arguments, TextSpan span)
    {
        DataType? common = null;
        if (shape.Parameters.Contains(ParameterShape.Same))
        {
            common = CommonOf(function, arguments);
            if (common is null)
                return null;
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            ParameterShape wanted = shape.Parameters[Math.Min(i, shape.Parameters.Count - 1)];
            if (FunctionShape.Accept(wanted, arguments[i].Type, common) is not { } type)
            {
                Refuse(
                    DiagnosticCatalog.BadArgument, arguments[i].Span,
                    $"`{function.Name}` takes {FunctionShape.Describe(wanted)} here, but this is {DataTypes.Show(arguments[i].Type)}.",
                    wanted == ParameterShape.Text ? "Turn it into text with text(…)." : $"Write {function.Name}({function.Parameters}).");
                return null;
            }

            arguments[i] = ConvertTo(arguments[i], type);
        }

        if (function.Name is "after" or "before" && !CheckWholeDays(arguments[0], arguments[1]))
            return null;
        if (function.Name == "round" && arguments.Length == 2 && Constants.Fold(arguments[1])?.Value is not (>= 0L and <= 15L))
        {
            Refuse(DiagnosticCatalog.NotConstant, arguments[1].Span, "The number of digits is a constant from 0 to 15.", "Write round(x, digits).");
            return null;
        }

        if (function.Name is "format_date" or "format_number" && !CheckFormat(function, arguments[1]))
            return null;
        DataType result = shape.ResultOf(arguments[0].Type, common);
        bool isNullable = function.Name switch
        {
            "coalesce" => arguments.All(a => a.IsNullable),
            "nullif" => true,
            _ => arguments.Any(a => a.IsNullable),
        };
        return new FunctionCall(function, arguments, result, isNullable, span) { Ordinal = function.Draws ? _draws++ : 0 };
    }

    private bool CheckFormat(Function function, Expression format)
    {
        if (Constants.Fold(format)?.Value is not string text)
        {
            Refuse(DiagnosticCatalog.NotConstant, format.Span, "The format is a constant text.", $"Write {function.Example[..function.Example.IndexOf(" → ", StringComparison.Ordinal)]}.");
            return false;
        }

        try
        {
            string tried = function.Name == "format_date"
                ? DateTime.UnixEpoch.ToString(text.Length == 1 ? "%" + text : text, System.Globalization.CultureInfo.InvariantCulture)
                : 1m.ToString(text, System.Globalization.CultureInfo.InvariantCulture);
            if (text.Length > 0 && tried.Length < 1_000)
                return true;
        }
        catch (FormatException)
        {
            // Said below.
        }

        string hint = function.Name == "format_date" ? "yyyy, MM, dd, HH, mm and ss are the parts of a date: \"yyyy-MM-dd\"." : "0 is a digit, # one that may be missing: \"#,##0.00\".";
        Refuse(DiagnosticCatalog.BadParameter, format.Span, "This is no format.", hint);
        return false;
    }

    private DataType? CommonOf(Function function, Expression[] arguments)
    {
        DataType common = arguments[0].Type;
        if (common.IsNumeric)
            common = DataTypes.Computed(common);
        foreach (Expression argument in arguments.Skip(1))
        {
            if (DataTypes.Common(common, argument.Type) is not { } wider)
            {
                Refuse(
                    DiagnosticCatalog.BadArgument, argument.Span,
                    $"`{function.Name}` takes values of one kind, but this is {DataTypes.Show(argument.Type)} and those before {DataTypes.Show(common)}.");
                return null;
            }

            common = wider;
        }

        if (common.Kind == TypeKind.Null || (function.Name is "least" or "greatest" && !(common.IsNumeric || common.HasDate || common.Kind is TypeKind.Time or TypeKind.Duration)))
        {
            Refuse(DiagnosticCatalog.BadArgument, arguments[0].Span, $"`{function.Name}` can't be taken of {DataTypes.Show(common)}.");
            return null;
        }

        return common;
    }
}
