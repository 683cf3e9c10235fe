namespace TestDataGen.Language;

/// <summary>Binds the row counts of a <c>generate</c> block.</summary>
internal sealed class CountBinder(SchemaScope schema, DiagnosticBag diagnostics)
{
    private const long MaxCount = 1_000_000_000;

    /// <summary>Binds a line of the block.</summary>
    public void Bind(CountSyntax count, Dictionary<Table, RowCount> counts)
    {
        if (schema.FindTable(count.Table.ToString()) is not { } scope)
        {
            ReportUnknownTable(count.Table);
            if (Nearest.Find(count.Table.Last.Text, schema.Tables.Select(t => t.Table.BareName)) is { } meant)
                schema.LostCounts.Add(meant);
            return;
        }

        if (counts.ContainsKey(scope.Table))
        {
            diagnostics.Report(DiagnosticCatalog.Duplicate, count.Table.Span, $"The rows of `{scope.Table.Name}` are counted already.", "Keep one of the counts.");
            return;
        }

        RowCount? bound = count.Parents.Count == 0 ? BindNumber(count) : BindPerParent(count, scope);
        if (bound is not null)
            counts.Add(scope.Table, bound);
        else
            // Perhaps it was meant to be counted per parent: nobody shall complain of child_index.
            schema.LostCounts.Add(scope.Table.BareName);
    }

    private void ReportUnknownTable(PathSyntax name)
    {
        if (!schema.Lost.Contains(name))
        {
            diagnostics.Report(
                DiagnosticCatalog.UnknownTable, name.Span, $"`{schema.Schema.Name}` has no table `{name}`.",
                schema.SuggestTable(name.ToString(), Keywords.Settings, diagnostics));
        }
    }

    private RowCount? BindNumber(CountSyntax count)
    {
        if (count.Amount is SeriesAmountSyntax series)
            return BindSeries(series) is { } bound ? new SeriesRows(bound, count.Span) : null;
        if (count.Amount is PlainAmountSyntax { Value: not (RangeSyntax or CallSyntax) and var amount })
            return ReadRows(amount) is { } rows ? new FixedCount(rows, count.Span) : null;
        Refuse(DiagnosticCatalog.BadCount, count.Amount.Span, "A number that is drawn stands before `per parent`.", "Write one number, or `a..b per parent`.");
        return null;
    }

    private PerParentCount? BindPerParent(CountSyntax count, TableScope scope)
    {
        Reference? reference = FindParent(count.Parents[0], scope);
        var distinct = new List<Reference>();
        foreach (PathSyntax name in count.Parents.Skip(1))
        {
            if (FindParent(name, scope) is not { } other)
                return null;
            if (other == reference || distinct.Contains(other))
                Refuse(DiagnosticCatalog.Duplicate, name.Span, $"The rows are counted per `{name}` already.", "Name each parent once, by the alias of its reference.");
            else
                distinct.Add(other);
        }

        if (reference is null || BindDraw(count.Amount, reference) is not { } draw)
            return null;
        return Check(new PerParentCount(draw, reference, distinct, count.Span), count);
    }

    private CountDraw? BindDraw(CountAmountSyntax syntax, Reference reference) => syntax switch
    {
        WeightedAmountSyntax weighted => BindWeighted(weighted),
        SeriesAmountSyntax series => BindSeries(series),
        PlainAmountSyntax { Value: CallSyntax { Name: { Text: "poisson" or "zipf", IsQuoted: false } } call } => BindDistribution(call),
        PlainAmountSyntax { Value: LiteralSyntax or UnarySyntax or BadExpressionSyntax or RangeSyntax { Low: LiteralSyntax or UnarySyntax, High: LiteralSyntax or UnarySyntax } } plain => BindUniform(plain.Value),
        PlainAmountSyntax plain => BindComputed(plain.Value, reference),
        _ => throw new InvalidOperationException($"No rule for {syntax.GetType().Name}."),
    };

    private UniformCount? BindUniform(ExpressionSyntax syntax)
    {
        (long least, long greatest)? rows = syntax is RangeSyntax range
            ? (ReadRows(range.Low), ReadRows(range.High)) is ({ } low, { } high) ? (low, high) : null
            : ReadRows(syntax) is { } number ? (number, number) : null;
        if (rows is not var (min, max))
            return null;
        if (min <= max)
            return new UniformCount(min, max);
        Refuse(DiagnosticCatalog.BadCount, syntax.Span, $"{min} is more than {max}.", "Exchange the two.");
        return null;
    }

    private WeightedCount? BindWeighted(WeightedAmountSyntax syntax)
    {
        var ranges = new List<UniformCount>();
        var weights = new List<double>();
        foreach (WeightedSyntax part in syntax.Cases)
        {
            if (BindUniform(part.Value) is not { } range)
                return null;
            ranges.Add(range);
            weights.Add(part.Weight is LiteralSyntax { Value: PercentValue(var percent) } ? (double)percent : Weights.Read(part.Weight, diagnostics));
        }

        if (ranges.Count == 0)
        {
            Refuse(DiagnosticCatalog.BadCount, syntax.Span, "There is no number of rows in the braces.", "Write {0: 20%, 1..5: 80%}.");
            return null;
        }

        Weights.Check(weights, syntax.Span, diagnostics);
        return new WeightedCount(ranges, weights);
    }

    private SeriesCount? BindSeries(SeriesAmountSyntax syntax)
    {
        if (syntax.Step is not LiteralSyntax { Value: TimeSpan { Ticks: > 0 } step })
        {
            Refuse(DiagnosticCatalog.BadCount, syntax.Step.Span, "A step of a time series is a duration above 0.", "Write every 15m from … to ….");
            return null;
        }

        if (ReadMoment(syntax.From) is not { } from || ReadMoment(syntax.To) is not { } to)
            return null;
        if (from.Fixed is null == to.Fixed is null && to.At(DateTime.UnixEpoch) < from.At(DateTime.UnixEpoch))
        {
            Refuse(DiagnosticCatalog.MinOverMax, syntax.To.Span, "This time series ends before it begins.", null);
            return null;
        }

        return new SeriesCount(step, from, to);
    }

    // A day, a day and time, or now with a duration added or taken away.
    private SeriesMoment? ReadMoment(ExpressionSyntax syntax)
    {
        static bool IsNow(ExpressionSyntax e) => e is PathSyntax { Names: [{ Text: "now", IsQuoted: false }] };
        SeriesMoment? moment = syntax switch
        {
            LiteralSyntax { Value: DateOnly day } => new SeriesMoment(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            LiteralSyntax { Value: DateTime time } => new SeriesMoment(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.Zero),
            _ when IsNow(syntax) => new SeriesMoment(null, TimeSpan.Zero),
            BinarySyntax { Operator: BinaryOperator.Add, Right: LiteralSyntax { Value: TimeSpan by } } sum when IsNow(sum.Left) => new SeriesMoment(null, by),
            BinarySyntax { Operator: BinaryOperator.Subtract, Right: LiteralSyntax { Value: TimeSpan by } } difference when IsNow(difference.Left) => new SeriesMoment(null, -by),
            _ => null,
        };
        if (moment is null && syntax is not BadExpressionSyntax)
            Refuse(DiagnosticCatalog.NotConstant, syntax.Span, "A time series begins and ends at a constant day or time, or at `now`.", "Write 2025-01-01, 2025-01-01T12:00 or now - 30d.");
        return moment;
    }

    private DistributedCount? BindDistribution(CallSyntax call)
    {
        Distribution distribution = Distributions.Find(call.Name.Text)!;
        string form = call.Name.Text == "zipf" ? "zipf(exponent, count)" : "poisson(mean)";
        var arguments = new List<double>();
        foreach (ExpressionSyntax argument in call.Arguments)
        {
            double? number = Constants.Read(argument) switch { long l => l, decimal d => (double)d, double d => d, _ => null };
            if (number is not > 0 || number > MaxCount || (arguments.Count == 1 && number != Math.Floor(number.Value)))
            {
                Refuse(DiagnosticCatalog.BadParameter, argument.Span, $"`{distribution.Name}` does not take this.", $"Write {form} with numbers above 0.");
                return null;
            }

            arguments.Add(number.Value);
        }

        if (arguments.Count == (distribution.Name == "zipf" ? 2 : 1))
            return new DistributedCount(new DistributionSource(distribution.Name, arguments));
        Refuse(DiagnosticCatalog.ArgumentCount, call.Span, $"`{distribution.Name}` can't be taken with {arguments.Count} argument{(arguments.Count == 1 ? "" : "s")} here.", $"Write {form}.");
        return null;
    }

    private ComputedCount? BindComputed(ExpressionSyntax syntax, Reference reference)
    {
        TableScope parent = schema.ScopeOf(reference.Parent);
        var rows = new FieldWork(new Field(reference.Table, -1, "", DataTypes.BigInt, syntax.Span), null!, []);
        if (new ExpressionBinder(rows, parent, schema, diagnostics).Bind(syntax) is not { } bound)
            return null;
        if (bound.Type.IsInteger)
        {
            var computed = new ComputedCount(bound, rows.Field);
            schema.CountReads.Add(computed, rows.Reads);
            return computed;
        }

        Refuse(DiagnosticCatalog.BadCount, syntax.Span, $"A number of rows is a whole number, but this is {DataTypes.Show(bound.Type)}.", "Round it, or write a range: `0..20 per parent`.");
        return null;
    }

    private PerParentCount? Check(PerParentCount count, CountSyntax syntax)
    {
        Reference reference = count.Reference;
        string name = string.Join(", ", reference.Fields.Select(f => f.Name));
        (TextSpan Span, string Message, string Hint)? wrong = reference switch
        {
            _ when schema.ScopeOf(reference.Table).Constraints.OfType<RowsSyntax>().Any() => (syntax.Span, $"`{reference.Table.Name}` has `rows` of its own, which belong to no parent.", "Count the table by a number."),
            { IsSelf: true } => (syntax.Span, $"`{reference.Table.Name}` can't be counted per row of itself.", "Count the table by a number."),
            { IsUnique: true } when count.Draw.Max is not (0 or 1) => (syntax.Amount.Span, $"`{name}` is unique, so that a parent has one child at most.", "Count 1 or 0..1 per parent."),
            { NullFraction: > 0 } => (syntax.Span, $"`{name}` is nullable, but rows that are counted per parent have one.", "Take `nullable` away, or count the table by a number."),
            _ when schema.ScopeOf(reference.Table).Details.Find(d => d.Reference == reference) is { } detail && (detail.Condition ?? (object?)detail.Weight) is not null =>
                (syntax.Span, $"The parents of `{name}` are drawn by `{(detail.Condition is null ? "weight" : "where")}`, but rows that are counted per parent have theirs already.", "Take it away, or count by an expression of the parent: `if(condition, 0..5, 0) per parent`."),
            { Distribution: not null } => (syntax.Span, $"The parents of `{name}` are drawn by a distribution, but rows that are counted per parent have theirs already.", "Take the distribution away, or count the table by a number."),
            _ => null,
        };
        if (wrong is not var (span, message, hint))
            return count;
        Refuse(DiagnosticCatalog.Contradiction, span, message, hint);
        return null;
    }

    private void Refuse(DiagnosticRule rule, TextSpan span, string message, string? hint) => diagnostics.Report(rule, span, message, hint);

    private long? ReadRows(ExpressionSyntax syntax)
    {
        object? value = Constants.Read(syntax);
        if (value is long and >= 0)
            return (long)value;
        // 1e6: as exact as a whole number up to 2^53.
        if (value is double and >= 0 and <= 1L << 53 && double.IsInteger((double)value))
            return (long)(double)value;
        string message = value switch
        {
            long => "There can't be fewer than 0 rows.",
            double and < 0 => "There can't be fewer than 0 rows.",
            double and > 1L << 53 => "There can't be as many rows.",
            decimal d when decimal.Truncate(d) == d => "There can't be as many rows.",
            _ => "This is no number of rows.",
        };
        if (syntax is not BadExpressionSyntax)
            diagnostics.Report(DiagnosticCatalog.BadCount, syntax.Span, message);
        return null;
    }

    // A parent is named by its table, or by the alias of the reference where there are several to that table.
    private Reference? FindParent(PathSyntax name, TableScope scope)
    {
        string text = name.ToString();
        Reference[] references = [.. scope.Table.References.Where(r => !r.IsBinding)];
        Reference[] found = [.. references.Where(r => Same(r.Alias, text))];
        if (found.Length == 0)
            found = [.. references.Where(r => Same(r.Parent.Name, text))];
        if (found.Length == 1)
            return found[0];
        if (found.Length > 1)
        {
            diagnostics.Report(
                DiagnosticCatalog.AmbiguousAlias, name.Span, $"`{scope.Table.Name}` refers to `{text}` by {string.Join(" and by ", found.Take(4).Select(r => $"`{string.Join(", ", r.Fields.Select(f => f.Name))}`"))}.",
                "Name the one that is meant by its alias.");
            return null;
        }

        if (scope.Lost.Contains(name))
            return null;
        if (schema.FindTable(text) is null && !references.Any(r => r.Alias is not null && IsNear(text, r.Alias)))
            ReportUnknownTable(name);
        else
        {
            diagnostics.Report(
                DiagnosticCatalog.NoParent, name.Span, $"`{scope.Table.Name}` does not refer to `{text}`.",
                diagnostics.Suggest(text, references.SelectMany(r => new[] { r.Alias, r.Parent.Name }).OfType<string>()));
        }

        return null;
    }

    private bool IsNear(string written, string name) => diagnostics.Suggest(written, [name]) is not null;

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
