using System.Globalization;
using System.Text.RegularExpressions;

namespace TestDataGen.Language;

/// <summary>Where a field's values come from.</summary>
internal sealed partial class FieldBinder
{
    private static readonly HashSet<string> SourceNames =
        ["between", "sequence", "format", "pattern", "regex", "weighted", "one_of", "share", "lookup", .. Distributions.All.Select(d => d.Name)];

    private readonly Dictionary<SimpleModifierSyntax, BetweenSource?> _betweens = new(ReferenceEqualityComparer.Instance);

    /// <summary>Second step.</summary>
    public void BindValue()
    {
        // It is made of its parts.
        if (Field.Source is PartsSource)
            return;
        BindBounds();
        if (IsReference)
        {
            BindReferenceSource();
            return;
        }

        Field.Reference = null;
        BindSource();
    }

    // A field in a reference of its table may have a source of its own, which the reference then follows.
    private bool IsReference => work.Modifiers.Any(m => m.Syntax is ReferenceModifierSyntax) || (Field.Reference is not null && !HasOwnSource(work));

    /// <summary>Whether the text of a field says where its values come from, apart from a reference.</summary>
    public static bool HasOwnSource(FieldWork work) => work.Syntax.Value is not null || work.Modifiers.Any(m =>
        m is { IsFromAlias: false, Syntax: SimpleModifierSyntax { Name.Text: var name } } && SourceNames.Contains(name) && Distributions.Find(name) is null);

    // By an own generator: what the field says goes over what its type brings.
    private bool IsGenerated => (Sources(isFromAlias: false).Any() ? Sources(isFromAlias: false) : Sources(isFromAlias: true)).Any(m => schema.Generators.Contains(m.Name.Text));

    private void BindReferenceSource()
    {
        Field.Source = new ReferenceSource();
        if (work.Syntax.Value is { } value)
            diagnostics.Report(DiagnosticCatalog.TwoSources, value.Span, $"`{Field.Name}` takes its values from `references` already.");
        foreach (AppliedModifier applied in work.Modifiers)
        {
            // A parent's key is within the bounds of the parent; those of a shared type do no harm.
            if (applied is not { IsFromAlias: false, Syntax: SimpleModifierSyntax modifier })
                continue;
            string name = modifier.Name.Text;
            if (name is "min" or "max" or "length" or "clamp" || (IsSource(name) && Distributions.Find(name) is null))
                diagnostics.Report(DiagnosticCatalog.TwoSources, modifier.Span, $"`{Field.Name}` takes its values from `references` already.", $"Take `{name}` away, or write it at the parent's field.");
        }
    }

    private void BindSource()
    {
        SimpleModifierSyntax[] own = [.. Sources(isFromAlias: false)];
        // between beside another source is a bound only.
        SimpleModifierSyntax[] drawing = [.. own.Where(m => m.Name.Text != "between")];
        ExpressionSyntax? value = work.Syntax.Value;
        if (drawing.Length + (value is null ? 0 : 1) > 1)
        {
            TextSpan second = value?.Span ?? drawing[1].Span;
            diagnostics.Report(DiagnosticCatalog.TwoSources, second, $"`{Field.Name}` has the source `{drawing[0].Name.Text}` already.");
        }

        if (drawing.Length > 0 || value is not null)
        {
            // BindBounds has bound it already, if its ends are constants.
            if (own.FirstOrDefault(m => m.Name.Text == "between") is { } bound && BindBetween(bound) is { } ends && !(ends.Low is Literal && ends.High is Literal))
                diagnostics.Report(DiagnosticCatalog.NotConstant, bound.Span, "Beside another source the ends of `between` are constants.", "Keep one of the two.");
            foreach (SimpleModifierSyntax modifier in drawing)
                BindSource(modifier);
            if (value is CallSyntax { Name: { Text: "share", IsQuoted: false } } share)
                BindSource(new SimpleModifierSyntax(share.Name, share.Arguments, share.Span));
            else if (value is not null && _expressions.BindFor(Field, value) is { } expression)
                Field.Source = new ExpressionSource(expression);
        }
        else if (own.Length > 0)
            BindSource(own[0]);
        else
            BindSourceOfType();
        CheckConstants();
        CheckDrawn();
    }

    private void BindSourceOfType()
    {
        // The last one wins: a type by another type goes over it.
        SimpleModifierSyntax[] brought = [.. Sources(isFromAlias: true)];
        if ((brought.LastOrDefault(m => m.Name.Text != "between") ?? brought.LastOrDefault()) is { } modifier)
            BindSource(modifier);
        else if (Field.Type.Enum is { } e)
            Field.Source = new ChoiceSource([.. e.Values.Select(v => new Literal(v, Field.Type, Field.Span))], e.Weights);
    }

    private void CheckConstants()
    {
        IReadOnlyList<Literal> constants = Field.Source switch
        {
            ChoiceSource choice => choice.Values,
            ExpressionSource { Expression: Literal { Value: not null } literal } => [literal],
            _ => [],
        };
        foreach (Literal constant in constants)
            CheckWithin(constant);
    }

    private IEnumerable<SimpleModifierSyntax> Sources(bool isFromAlias) => work.Modifiers
        .Where(m => m.IsFromAlias == isFromAlias)
        .Select(m => m.Syntax)
        .OfType<SimpleModifierSyntax>()
        .Where(m => IsSource(m.Name.Text));

    private bool IsSource(string name) => SourceNames.Contains(name) || schema.Generators.Contains(name);

    private void BindSource(SimpleModifierSyntax modifier)
    {
        ValueSource? source = modifier.Name.Text switch
        {
            "sequence" => BindSequence(modifier),
            "format" => BindFormat(modifier),
            "pattern" => BindPattern(modifier),
            "regex" => BindRegex(modifier),
            "weighted" => BindWeighted(modifier),
            "one_of" => BindOneOf(modifier),
            "uniform" when Field.IsClamped => BindUniform(modifier),
            "share" => BindShare(modifier),
            "lookup" => _expressions.BindDrawn(Field, modifier) is { } drawn ? new ExpressionSource(drawn) : null,
            "between" or "uniform" => BindBetween(modifier),
            var name when schema.Generators.Contains(name) => BindGenerator(modifier),
            _ => BindDistribution(modifier, Distributions.Find(modifier.Name.Text)!),
        };
        if (source is not null)
            Field.Source = source;
    }

    private ShareSource? BindShare(SimpleModifierSyntax modifier)
    {
        bool isExact = Field.Type.IsInteger || Field.Type is { Kind: TypeKind.Decimal, Precision: <= 18 };
        if (Field.Type != DataTypes.Unknown && !isExact)
        {
            RefuseType(modifier, "whole numbers and decimals of up to 18 digits", "Only exact numbers add up.");
            return null;
        }

        if (TakeArguments(modifier, 1, 1) is not [var argument] || _expressions.BindFor(Field, argument) is not { } total)
            return null;
        Reference[] parents = [.. ExpressionTree.Accesses(total).Select(a => a.Path.Count == 0 ? null : a.Path[0]).OfType<Reference>().Distinct()];
        if (parents.Length == 1 && ExpressionTree.Accesses(total).All(a => a.Path.Count > 0) && !ExpressionTree.Draws(total))
            return new ShareSource(total, parents[0]);
        diagnostics.Report(DiagnosticCatalog.BadParameter, argument.Span, "What is shared out is a value of one parent.", "Name a field of the parent: `share(order.total)`.");
        return null;
    }

    /// <summary>A value in <c>rows</c>: a constant of the field's type, or null where the field may be; null, and said, where it is neither.</summary>
    public Literal? BindRowValue(ExpressionSyntax syntax)
    {
        if (syntax is LiteralSyntax { Value: null })
        {
            if (Field.IsNullable)
                return new Literal(null, Field.Type, syntax.Span);
            diagnostics.Report(DiagnosticCatalog.MayBeNull, syntax.Span, $"`{Field.Name}` can't be null.");
            return null;
        }

        Literal? value = BindConstant(syntax, "The values of `rows` are constants.");
        if (value is not null)
            CheckWithin(value);
        return value;
    }

    // Bound once: it may be both the bounds and the source.
    private BetweenSource? BindBetween(SimpleModifierSyntax modifier)
    {
        if (_betweens.TryGetValue(modifier, out BetweenSource? known))
            return known;
        BetweenSource? source = null;
        if (IsOrdered(modifier) && TakeArguments(modifier, 2, 2) is [var first, var second])
        {
            Expression? low = _expressions.BindFor(Field, first);
            Expression? high = _expressions.BindFor(Field, second);
            if (low is Literal { Value: null } || high is Literal { Value: null } || low is Conversion { Operand: Literal { Value: null } } || high is Conversion { Operand: Literal { Value: null } })
                diagnostics.Report(DiagnosticCatalog.NotConstant, modifier.Span, "Null is no bound.", "Write min(a) or max(b) for one bound.");
            else if (low is Literal least && high is Literal greatest && Constants.Compare(least, greatest) > 0)
                diagnostics.Report(DiagnosticCatalog.MinOverMax, modifier.Span, $"The least value of `{Field.Name}` is over its greatest.");
            else if (low is not null && high is not null)
                source = new BetweenSource(low, high);
        }

        _betweens.Add(modifier, source);
        return source;
    }

    private SequenceSource? BindSequence(SimpleModifierSyntax modifier)
    {
        if (Field.Type != DataTypes.Unknown && !Field.Type.IsInteger)
        {
            RefuseType(modifier, "smallint, integer and bigint", Field.Type.IsText ? "Count in a field of its own and use it in a template: \"A-{id}\"." : null);
            return null;
        }

        if (TakeArguments(modifier, 0, 2) is not { } arguments)
            return null;
        var numbers = new List<long>();
        foreach (ExpressionSyntax argument in arguments)
        {
            // A step may be negative or small whatever the type of the field is; only start must be one of its values.
            if (_expressions.Bind(argument) is not { } bound)
                return null;
            if (Constants.Fold(bound)?.Value is not long number)
            {
                diagnostics.Report(DiagnosticCatalog.NotConstant, argument.Span, "This is no whole number that is constant.", "Write sequence(start, step).");
                return null;
            }

            numbers.Add(number);
        }

        long start = numbers.Count > 0 ? numbers[0] : 1;
        long step = numbers.Count > 1 ? numbers[1] : 1;
        if (numbers.Count > 0 && Constants.Convert(new Literal(start, DataTypes.BigInt, arguments[0].Span), Field.Type, diagnostics) is null)
            return null;
        if (step == 0)
        {
            diagnostics.Report(DiagnosticCatalog.BadParameter, arguments[1].Span, "A sequence with step 0 stands still.", "For one value in every row write `= value`.");
            return null;
        }

        return new SequenceSource(start, step);
    }

    private FormatSource? BindFormat(SimpleModifierSyntax modifier)
    {
        if (Field.Type != DataTypes.Unknown && (!Field.Type.IsText || Field.Type.Enum is not null))
        {
            RefuseType(modifier, "texts");
            return null;
        }

        if (TakeArguments(modifier, 1, int.MaxValue) is not { } arguments)
            return null;
        if (arguments[0] is not PathSyntax { Names.Count: 1 } name)
        {
            if (arguments[0] is not BadExpressionSyntax)
                diagnostics.Report(DiagnosticCatalog.UnknownFormat, arguments[0].Span, "A format is named without quotes.", "Write format(first_name).");
            return null;
        }

        if (!formats.TryGetValue(name.Last.Text, out FormatSignature? format))
        {
            diagnostics.Report(DiagnosticCatalog.UnknownFormat, name.Span, $"There is no format `{name}`.", diagnostics.Suggest(name.Last.Text, formats.Keys));
            return null;
        }

        if (arguments.Count - 1 > format.MaxArguments)
        {
            diagnostics.Report(
                DiagnosticCatalog.ArgumentCount, modifier.Span, $"The format `{format.Name}` takes {(format.MaxArguments == 0 ? "no" : $"up to {format.MaxArguments}")} arguments, not {arguments.Count - 1}.",
                format.MaxArguments == 0 ? $"Write format({format.Name})." : null);
            return null;
        }

        return BindLiterals(arguments.Skip(1), "a format") is { } literals ? new FormatSource(format.Name, literals) : null;
    }

    private GeneratorSource? BindGenerator(SimpleModifierSyntax modifier) =>
        BindLiterals(modifier.Arguments ?? SyntaxList<ExpressionSyntax>.Empty, "a generator") is { } arguments ? new GeneratorSource(modifier.Name.Text, arguments) : null;

    private List<Literal>? BindLiterals(IEnumerable<ExpressionSyntax> arguments, string taker)
    {
        var literals = new List<Literal>();
        foreach (ExpressionSyntax argument in arguments)
        {
            if (_expressions.Bind(argument) is not { } bound)
                return null;
            if (Constants.Fold(bound) is not { } literal)
            {
                diagnostics.Report(DiagnosticCatalog.NotConstant, argument.Span, $"The argument of {taker} is a constant.");
                return null;
            }

            literals.Add(literal);
        }

        return literals;
    }

    private string? TakeText(SimpleModifierSyntax modifier, string hint)
    {
        if (!IsText(modifier) || TakeArguments(modifier, 1, 1) is not [var argument])
            return null;
        if (argument is LiteralSyntax { Value: string text })
            return text;
        if (argument is not BadExpressionSyntax)
            diagnostics.Report(DiagnosticCatalog.NotConstant, argument.Span, $"`{modifier.Name.Text}` takes a text without holes.", hint);
        return null;
    }

    private PatternSource? BindPattern(SimpleModifierSyntax modifier)
    {
        if (TakeText(modifier, "Write pattern(\"##-??\"); a brace in it is written \\{.") is not { } pattern)
            return null;
        TextSpan span = modifier.Arguments![0].Span;
        int length = 0;
        bool isEscaped = false;
        foreach (System.Text.Rune rune in pattern.EnumerateRunes())
        {
            isEscaped = !isEscaped && rune.Value == '\\';
            length += isEscaped ? 0 : 1;
        }

        if (isEscaped)
            diagnostics.Report(DiagnosticCatalog.BadParameter, span, "Nothing follows the last backslash of this pattern.", "A backslash itself is written \\\\\\\\ in a pattern.");
        else if (length == 0)
            diagnostics.Report(DiagnosticCatalog.BadParameter, span, "This pattern is empty.", "Write # for a digit, ? for a letter, * for either.");
        else if (Field.Type.Length > 0 && length > Field.Type.Length)
            diagnostics.Report(DiagnosticCatalog.TooLong, span, $"This pattern has {length} characters, {Field.Type} has room for {Field.Type.Length}.");
        else if (length < Field.MinLength || length > Field.MaxLength)
            diagnostics.Report(DiagnosticCatalog.Contradiction, span, $"This pattern has {length} characters, `{Field.Name}` has {Field.MinLength} to {Field.MaxLength}.", "Change the pattern or the length.");
        else
            return new PatternSource(pattern);
        return null;
    }

    private RegexSource? BindRegex(SimpleModifierSyntax modifier)
    {
        if (!IsText(modifier) || TakeArguments(modifier, 1, 1) is not [var argument])
            return null;
        if (argument is not LiteralSyntax { Value: RegexValue(var pattern) })
        {
            if (argument is not BadExpressionSyntax)
                diagnostics.Report(DiagnosticCatalog.BadRegex, argument.Span, "A regular expression stands between slashes.", "Write regex(/[A-Z]{3}/).");
            return null;
        }

        try
        {
            // What this engine refuses (looking around, referring back) can't be turned into texts either.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return new RegexSource(pattern);
        }
        catch (RegexParseException e)
        {
            diagnostics.Report(DiagnosticCatalog.BadRegex, argument.Span, $"This regular expression is malformed at its character {e.Offset}: {Reason(e)}");
        }
        catch (NotSupportedException)
        {
            diagnostics.Report(DiagnosticCatalog.BadRegex, argument.Span, "This regular expression looks around or refers back, which can't be generated.", "Leave out (?=…), (?!…), (?<=…), (?<!…), (?>…) and \\1.");
        }

        return null;
    }

    // .NET's messages begin with "Invalid pattern '…' at offset n. ".
    private static string Reason(RegexParseException e)
    {
        int at = e.Message.LastIndexOf($"at offset {e.Offset.ToString(CultureInfo.InvariantCulture)}. ", StringComparison.Ordinal);
        return at < 0 ? "see the syntax of regular expressions." : e.Message[(e.Message.IndexOf(". ", at, StringComparison.Ordinal) + 2)..];
    }

    private ChoiceSource? BindWeighted(SimpleModifierSyntax modifier)
    {
        if (TakeArguments(modifier, 1, int.MaxValue) is not { } arguments)
            return null;
        var values = new List<Literal>();
        var weights = new List<double>();
        foreach (ExpressionSyntax argument in arguments)
        {
            if (argument is not WeightedSyntax weighted)
            {
                if (argument is not BadExpressionSyntax)
                    diagnostics.Report(DiagnosticCatalog.BadWeight, argument.Span, "This value has no weight.", "Write value: weight; values that are equally often stand in one_of(…).");
                continue;
            }

            if (BindConstant(weighted.Value, "The values of `weighted` are constants.") is { } value)
            {
                values.Add(value);
                weights.Add(Weights.Read(weighted.Weight, diagnostics));
            }
        }

        Weights.Check(weights, modifier.Span, diagnostics);
        return Choice(values, weights, arguments);
    }

    private ChoiceSource? BindOneOf(SimpleModifierSyntax modifier)
    {
        if (TakeArguments(modifier, 1, int.MaxValue) is not { } arguments)
            return null;
        var values = new List<Literal>();
        foreach (ExpressionSyntax argument in arguments)
        {
            if (argument is WeightedSyntax weighted)
                diagnostics.Report(DiagnosticCatalog.BadWeight, weighted.Weight.Span, "The values of `one_of` have no weights.", "Values with weights stand in weighted(value: weight, …).");
            else if (BindConstant(argument, "The values of `one_of` are constants.") is { } value)
                values.Add(value);
        }

        return Choice(values, [.. values.Select(_ => 1.0)], arguments);
    }

    // Each value once: twice is a slip, and would count as two of a unique field's values.
    private ChoiceSource? Choice(List<Literal> values, List<double> weights, IReadOnlyList<ExpressionSyntax> arguments)
    {
        var seen = new HashSet<object>();
        foreach (Literal value in values)
        {
            if (!seen.Add(value.Value!))
                diagnostics.Report(DiagnosticCatalog.Duplicate, value.Span, "This value stands here twice.", "Keep one of them.");
        }

        return values.Count == arguments.Count ? new ChoiceSource(values, weights) : null;
    }
}
