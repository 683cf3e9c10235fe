using TestDataGen.Language;
using static System.FormattableString;

namespace TestDataGen.Generation;

/// <summary>Chooses the source of each column of a table.</summary>
internal sealed partial class SourceBuilder(PlanBuilder builder, TablePlan plan)
{
    private readonly Dictionary<Field, (PickDomain Domain, JointIndex Index)> _jointPicks = [];

    /// <summary>Fills <see cref="TablePlan.Sources"/> and what is said of them.</summary>
    /// <param name="keys">The columns that follow an index.</param>
    public void Build(KeyPlan keys)
    {
        _keys = keys;
        PlanJointUniques();
        double rowBytes = 0;
        var columns = new List<ColumnPlan>();
        var groups = new Dictionary<RunningFields, RunningGroup>(ReferenceEqualityComparer.Instance);
        foreach (Field field in plan.Table.Fields)
        {
            ColumnSource source = field.Index < GivenFields ? Given(field) : Wrap(field, SourceOf(field));
            if (field.Running is { } running)
            {
                if (!groups.TryGetValue(running, out RunningGroup? group))
                    groups.Add(running, group = new RunningGroup(plan, running));
                source = new RunningColumn(group, field.Index, source);
            }

            plan.Sources[field.Index] = source;
            columns.Add(new ColumnPlan(field, source.Description));
            rowBytes += source.AverageBytes + 1;
        }

        plan.Columns = columns;
        plan.RowBytes = rowBytes;
    }

    // How many of the first fields have their values from the table's own rows.
    private int GivenFields => plan.Table.Rows.Count == 0 ? 0 : plan.Table.Rows[0].Count;

    private GivenColumn Given(Field field)
    {
        IReadOnlyList<IReadOnlyList<Literal>> rows = plan.Table.Rows;
        Column given = GivenColumn.Of(field.Type, [.. rows.Select(r => r[field.Index])]);
        if (plan.TotalRows <= rows.Count)
            return new GivenColumn(given, rows.Count, null, 0);
        return new GivenColumn(given, rows.Count, Wrap(field, BehindGiven(field)), new CompileContext(builder, plan, field).NextNode());
    }

    // Numbers that count on must not come upon one that is given; of other unique values nobody can say whether they do.
    private ColumnSource BehindGiven(Field field)
    {
        IReadOnlyList<IReadOnlyList<Literal>> rows = plan.Table.Rows;
        if (!field.IsUnique || field.Reference is not null)
            return SourceOf(field);
        if (!field.Type.IsInteger || field.Source is not (DefaultSource or SequenceSource { Step: > 0 }) || field.Min is not null || field.Max is not null)
        {
            builder.Report(PlanDiagnostic.NotProvablyUnique(field, "the rows behind those that are given may repeat one of them", $"Count {rows.Count} rows or fewer, or make it a sequence."));
            return SourceOf(field);
        }

        (long start, long step) = SequenceOf(field)!.Value;
        return Sequence(field, start, step);
    }

    /// <summary>The first number of a field that counts its rows, and the step; null where it does not.</summary>
    internal static (long Start, long Step)? SequenceOf(Field field)
    {
        if ((field.Source as SequenceSource ?? (CountsFromOne(field) ? new SequenceSource(1, 1) : null)) is not { } sequence)
            return null;
        IReadOnlyList<IReadOnlyList<Literal>> rows = field.Table.Rows;
        if (!field.IsGiven || !field.IsUnique || !field.Type.IsInteger || sequence.Step <= 0)
            return (sequence.Start, sequence.Step);
        long greatest = rows.Max(r => r[field.Index].Value is long value ? value : long.MinValue);
        // The row behind the given ones has the first number over them all.
        return (Math.Max(sequence.Start, sequence.Start + (long)(((Int128)greatest - sequence.Start) / sequence.Step + 1) * sequence.Step - rows.Count * sequence.Step), sequence.Step);
    }

    private ColumnSource Share(Field field, ShareSource share)
    {
        if (plan.Children is not { } children || builder.Profile.Counts[plan.Table] is not PerParentCount per || per.Reference != share.Parent)
        {
            builder.Report(PlanDiagnostic.BadSource(
                field, $"{field} shares out a value of {share.Parent.Parent.Name}, but {plan.Table.Name} is not counted per that.",
                $"Count it so in the generate block: `{plan.Table.Name} 1..5 per {share.Parent.Alias ?? share.Parent.Parent.Name}`."));
            return new SequenceColumn(0, 0, "");
        }

        Node total = ExpressionCompiler.Compile(share.Total, field.Type, new CompileContext(builder, plan, field));
        return new ShareColumn(total, children, builder.Key(field, "share"));
    }

    private ColumnSource Wrap(Field field, ColumnSource source)
    {
        if (field.Type.IsText && source.MaxChars > field.MaxLength)
            source = field.IsUnique && field.Reference is null ? new LimitedColumn(source, field) : new ShortenedColumn(source, field.MaxLength);
        if (field.Type.Kind == TypeKind.Json && field.Source is not (DefaultSource or ChoiceSource or ReferenceSource))
            source = new JsonColumn(source, field);
        return field.NullFraction > 0 && field.Reference is null && field.Source is not PartsSource { IsArray: false }
            ? new NullableColumn(source, new NullDraw(field.NullFraction, builder.Key(field, "null")), field.NullFraction)
            : source;
    }

    private ColumnSource SourceOf(Field field)
    {
        try
        {
            return field.Source switch
            {
                _ when plan.DataSet is { } set => new StoredColumn(set.Values[field.Index]),
                PartsSource parts => new PartsColumn(parts, builder.PlanOf(parts.Way.Parent), builder.Key(field, "elements")),
                _ when plan.Narrowed.TryGetValue(field, out BetweenSource? narrowed) => Between(field, narrowed, "narrowed by its checks"),
                ReferenceSource => new ReferenceColumn(field, plan.Parents[field.Reference!.Index]!),
                SequenceSource sequence => Sequence(field, sequence.Start, sequence.Step),
                ChoiceSource choice => Choice(field, choice),
                PatternSource pattern => Text(field, PatternDomain.Parse(pattern.Pattern), $"pattern({pattern.Pattern})"),
                RegexSource regex => Text(field, RegexDomain.Parse(regex.Pattern), $"regex({regex.Pattern})"),
                FormatSource format => Format(field, format.Name, format.Arguments),
                DistributionSource or HistogramSource or MixtureSource => Distribution(field, field.Source),
                BetweenSource between => Between(field, between, "between two expressions"),
                ShareSource share => Share(field, share),
                GeneratorSource generator => Generator(field, generator),
                ExpressionSource expression => OfExpression(field, expression.Expression),
                _ => Default(field),
            };
        }
        catch (ArgumentException e)
        {
            builder.Report(PlanDiagnostic.BadSource(field, $"{field}: {e.Message}.", "Change the source or the bounds."));
        }
        catch (OverflowException)
        {
            builder.Report(PlanDiagnostic.OutOfRange(field, $"A value of {field} does not fit its type {field.Type}.", "Use a wider type or smaller numbers."));
        }
        catch (GenerationException e)
        {
            builder.Report(PlanDiagnostic.BadSource(field, e.Message, ""));
        }

        return new SequenceColumn(0, 0, "");
    }

    private SequenceColumn Sequence(Field field, long start, long step)
    {
        long factor = field.Type.Kind == TypeKind.Decimal ? StoredInt64.OfDecimal(1, field.Type.Scale) : 1;
        (Int128 least, Int128 greatest) = StoredBounds(field);
        Int128 from = start + ((Int128)plan.Start * step);
        Int128 first = from * factor;
        Int128 last = (from + ((Int128)Math.Max(0, plan.TotalRows - 1) * step)) * factor;
        if (Int128.Min(first, last) < least || Int128.Max(first, last) > greatest)
        {
            builder.Report(PlanDiagnostic.OutOfRange(
                field,
                Invariant($"The sequence of {field} reaches {last / factor:N0} in {plan.TotalRows:N0} {(plan.Start > 0 ? "more rows" : "rows")}, outside {field.Type}{(field.Min is null && field.Max is null ? "" : " and its bounds")}."),
                "Use a wider type, fewer rows or a smaller step."));
        }

        if (field.IsUnique && step == 0 && plan.TotalRows > 1)
            builder.Report(PlanDiagnostic.NotProvablyUnique(field, "its sequence has step 0", "Use another step."));
        return new SequenceColumn((long)first, step * factor, step == 1 ? $"sequence from {from}" : $"sequence from {from} by {step}");
    }

    private ChoiceColumn Choice(Field field, ChoiceSource choice)
    {
        RowIndex? index = null;
        if (IsCounted(field))
        {
            int distinct = choice.Values.Select(v => v.Value).Distinct().Count();
            CheckDomain(field, (UInt128)distinct, "it chooses among this many values");
            if (field.IsUnique || distinct == choice.Values.Count)
                index = IndexOf(field, (ulong)choice.Values.Count);
        }

        return new ChoiceColumn(choice, field.Type, builder.Key(field, "value"), index);
    }

    private ColumnSource Format(Field field, string name, IReadOnlyList<Literal> arguments) =>
        Text(field, FormatCatalog.Create(name, builder.Locale, arguments), $"format({name})");

    private ColumnSource Text(Field field, TextDomain domain, string description)
    {
        ulong key = builder.Key(field, "value");
        domain = Fitted(field, domain);
        if (!IsCounted(field))
        {
            if (_jointPicks.TryGetValue(field, out (PickDomain Domain, JointIndex Index) joint))
                return new PickColumn(joint.Domain, joint.Index, $"{description}, drawn so that no combination comes twice");
            return domain is PickDomain list
                ? new PickColumn(list, new RandomIndex((ulong)list.Count, key), Invariant($"{description}, {list.Count:N0} values"))
                : new DrawnColumn(domain, key, description);
        }

        UInt128 size = domain.Count;
        if (!domain.IsInjective)
        {
            if (field.IsUnique)
                builder.Report(PlanDiagnostic.NotProvablyUnique(field, $"{description} may give a text twice", "Use a pattern, or an expression with {id} in it."));
            return new DrawnColumn(domain, key, description);
        }

        CheckDomain(field, size, $"{description} has this many");
        description = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{description}, each of {size:N0} at most once{(field.IsUnique ? "" : " in its key")}");
        if (field.IsUnique && size > MostCounted)
            return new WideDomainColumn(domain, OrderOf(field, 1UL << WideDomainColumn.IntervalBits), key, description);
        RowIndex index = IndexOf(field, (ulong)UInt128.Min(size, MostCounted));
        return domain is PickDomain unique
            ? new PickColumn(unique, index, description)
            : new DomainColumn(domain, index, UInt128.Max(1, size / MostCounted), description);
    }

    /// <summary>The texts that are as long as the field wants them.</summary>
    private TextDomain Fitted(Field field, TextDomain domain)
    {
        if (domain is PickDomain pick)
            return pick.Between(field.MinLength, field.MaxLength);
        if (domain is RegexDomain regex && regex.MinChars > field.MaxLength)
            throw new ArgumentException($"the shortest text of its regular expression has {regex.MinChars} characters, and {field.Type} has room for {field.MaxLength}");
        // The number of a unique text decides it: it can't be drawn again.
        if (IsCounted(field) && domain is RegexDomain counted)
            return counted.Between(field.MinLength, field.MaxLength);
        if (IsCounted(field) || (domain.MaxChars <= field.MaxLength && field.MinLength == 0))
            return domain;
        if (field.MinLength > 0 && FittingDomain.Share(domain, field.MinLength, int.MaxValue) == 0)
            throw new ArgumentException($"hardly any of its texts has {field.MinLength} characters");
        return new FittingDomain(domain, field.MinLength, field.MaxLength);
    }

    private ColumnSource Generator(Field field, GeneratorSource source)
    {
        if (builder.FindGenerator(source.Name) is not { } generator)
        {
            builder.Report(PlanDiagnostic.NoGenerator(field, source.Name));
            return new SequenceColumn(0, 0, "");
        }

        if (field.IsUnique && !generator.IsUnique)
        {
            builder.Report(PlanDiagnostic.NotProvablyUnique(
                field, $"its generator `{source.Name}` does not say that its values are", "Register it with -Unique if different rows always give different values, or put {id} into an expression."));
        }

        return new GeneratorColumn(generator, source, field, builder.Key(field, "generator"));
    }

    private ColumnSource OfExpression(Field field, Expression expression)
    {
        var context = new CompileContext(builder, plan, field);
        if (field.IsUnique)
            CheckUniqueExpression(field, expression);
        return new ExpressionColumn(ExpressionCompiler.Compile(expression, field.Type, context), field, Describe(expression));
    }

    private string Describe(Expression expression) => expression switch
    {
        Conversion conversion => Describe(conversion.Operand),
        FieldAccess { Path: [{ For: not null, Lookup: null } drawn] } access => $"lookup({access.Field}), {plan.Parents[drawn.Index]!.Source.Description}",
        FieldAccess { Path: [var first, ..] path } access when path.All(r => r.For is null) =>
            $"{string.Join('.', path.Select(r => r.Alias ?? r.Parent.Name))}.{access.Field.Name}",
        _ => "expression",
    };

    private void CheckDomain(Field field, UInt128 size, string source)
    {
        if (field.IsUnique && size < (UInt128)plan.TotalRows)
            builder.Report(PlanDiagnostic.DomainTooSmall(field, plan.TotalRows, size, source, "Ask for fewer rows, widen what it draws from, or take unique away."));
    }

    /// <summary>The least and greatest stored number of a field stored as a 64-bit integer: its type's, narrowed by its own bounds.</summary>
    private static (Int128 Least, Int128 Greatest) StoredBounds(Field field)
    {
        DataType type = field.Type;
        (long least, long greatest) = type.Kind switch
        {
            TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt => Conversions.IntegerRange(type.Kind),
            TypeKind.Decimal when type.Precision <= 18 => (-StoredInt64.Greatest(type.Precision), StoredInt64.Greatest(type.Precision)),
            TypeKind.Date => (DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber),
            TypeKind.Time => (0, TimeSpan.TicksPerDay - TimeSpan.TicksPerSecond),
            TypeKind.DateTime or TypeKind.Timestamp => (DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks),
            TypeKind.Boolean => (0, 1),
            _ => (long.MinValue, long.MaxValue),
        };
        if (Column.StorageOf(type) != Storage.Int64)
            return (least, greatest);
        if (field.Min?.Value is { } min)
            least = Math.Max(least, StoredInt64.Of(min, type));
        if (field.Max?.Value is { } max)
            greatest = Math.Min(greatest, StoredInt64.Of(max, type));
        return (least, greatest);
    }
}
