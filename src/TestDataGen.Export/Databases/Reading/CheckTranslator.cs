using System.Globalization;
using System.Text.RegularExpressions;

namespace TestDataGen.Export;

/// <summary>
/// Takes the checks of a table apart: what one column alone must be becomes a fact of its field, what is left becomes an expression of the language, and what neither can say
/// is kept as it is.
/// </summary>
/// <param name="syntax">How they are written.</param>
/// <param name="fields">The table's fields by the names of their columns; one that takes no facts has its values from elsewhere.</param>
internal sealed class CheckTranslator(SqlSyntax syntax, IReadOnlyDictionary<string, TranslatedField> fields)
{
    private readonly Dictionary<string, FieldFacts> _facts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExpressionTranslator _expressions = new(fields);

    /// <summary>What is known of a column.</summary>
    public FieldFacts FactsOf(string column) => _facts.TryGetValue(column, out FieldFacts? facts) ? facts : _facts[column] = new FieldFacts();

    /// <summary>Conditions that fields alone can't meet, with the check that each is from.</summary>
    public List<(string Condition, DescribedCheck Check)> Conditions { get; } = [];

    /// <summary>Checks that could not be translated, each with the reason.</summary>
    public List<(DescribedCheck Check, string Reason)> Untranslated { get; } = [];

    /// <summary>The columns that end what another begins.</summary>
    public Periods Periods { get; } = new();

    /// <summary>Takes a check.</summary>
    public void Add(DescribedCheck check)
    {
        if (SqlExpressionParser.TryParse(check.Expression, syntax) is not { } expression)
        {
            Untranslated.Add((check, "it has something in it that is not known"));
            return;
        }

        foreach (SqlExpression part in Conjuncts(expression))
        {
            Periods.Add(BesideNulls(part));
            string[] names = [.. part.Names()];
            if (names.FirstOrDefault(n => !fields.ContainsKey(n)) is { } missing)
                Untranslated.Add((check, $"`{missing}` is not filled"));
            else if (names is [var only] && fields[only].TakesFacts && TryFact(part, only))
                continue;
            else if (CaseIn(part) is { } textCase && _expressions.Condition(part) is { } kept)
            {
                FactsOf(names[0]).Case = textCase;
                Conditions.Add((kept, check));
            }
            else if (_expressions.Condition(part) is { } condition)
                Conditions.Add((condition, check));
            else if (Disjuncts(part).Skip(1).Any() && Disjuncts(part).Any(TryAlone))
                continue;
            else
                Untranslated.Add((check, _expressions.UnknownIn(part) is { } function ? $"the language has no words for the function {function}" : "the language has no words for it"));
        }
    }

    // What is true in every row makes the whole true.
    private bool TryAlone(SqlExpression choice) =>
        choice is not SqlExpression.IsNull && choice.Names().ToArray() is [var only] && fields[only].TakesFacts && TryFact(choice, only);

    private static IEnumerable<SqlExpression> Conjuncts(SqlExpression expression) => expression switch
    {
        SqlExpression.Binary { Operator: "and" } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        // What is true is 1 to a server without a type for it.
        SqlExpression.Binary { Operator: "=", Right: SqlExpression.Number { Value: "1" }, Left: SqlExpression.Case or SqlExpression.IsNull or SqlExpression.In or SqlExpression.Between or SqlExpression.Unary { Operator: "not" } } is1 => Conjuncts(is1.Left),
        SqlExpression.Case { Branches: [(var when, var then)], Else: SqlExpression.Constant { Value: true } } => [new SqlExpression.Binary("or", new SqlExpression.Unary("not", when), then)],
        _ => [expression],
    };

    private static IEnumerable<SqlExpression> Disjuncts(SqlExpression expression) =>
        expression is SqlExpression.Binary { Operator: "or" } or ? Disjuncts(or.Left).Concat(Disjuncts(or.Right)) : [expression];

    // x IS NULL OR …: null is allowed by every check.
    private static SqlExpression[] Choices(SqlExpression condition) => [.. Disjuncts(condition).Where(d => d is not SqlExpression.IsNull { IsNot: false })];

    // Where what may be null is compared itself, saying so adds nothing.
    private static SqlExpression BesideNulls(SqlExpression condition) =>
        Choices(condition) is [var only] && !condition.Names().Except(only.Names()).Any() ? only : condition;

    private static SqlExpression Uncast(SqlExpression expression) => expression is SqlExpression.Cast cast ? Uncast(cast.Operand) : expression;

    private static bool IsColumn(SqlExpression expression) => Uncast(expression) is SqlExpression.Name;

    /// <summary>Of a check that asks something of the row with one number alone, <c>id &lt;&gt; 1 OR …</c>: the column and the number.</summary>
    /// <param name="check">The check.</param>
    /// <param name="syntax">How it is written.</param>
    public static (string Column, long Number)? OneRow(DescribedCheck check, SqlSyntax syntax)
    {
        if (SqlExpressionParser.TryParse(check.Expression, syntax) is not { } expression)
            return null;
        foreach (SqlExpression choice in Disjuncts(expression))
        {
            if (choice is SqlExpression.Binary { Operator: "<>" } unequal && Uncast(unequal.Left) is SqlExpression.Name name && Uncast(unequal.Right) is SqlExpression.Number { Value: var text }
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
                return (name.Text, number);
        }

        return null;
    }

    private bool TryFact(SqlExpression condition, string column)
    {
        TranslatedField field = fields[column];
        FieldFacts facts = FactsOf(column);
        SqlExpression[] choices = Choices(condition);
        if (choices.Length == 1)
            return Conjuncts(choices[0]).Aggregate(true, (all, part) => TryOne(part, field, facts, column) && all);
        IReadOnlyList<string>?[] values = [.. choices.Select(c => ValuesOf(c, field))];
        if (values.Length > 0 && !values.Contains(null))
        {
            facts.OneOf([.. values.SelectMany(v => v!)]);
            return true;
        }

        // x LIKE 'a%' OR x IN ('b', 'c')
        (string Regex, string Form)?[] forms = TdgLiterals.IsText(field.Type) ? [.. choices.Select(FormOf)] : [null];
        return forms.Length > 0 && !forms.Contains(null)
            && facts.TryMatch($"({string.Join('|', forms.Select(f => f!.Value.Regex))})", string.Join('|', forms.Select(f => $"({f!.Value.Form})")));
    }

    // Texts of a form, some of them and all.
    private static (string Regex, string Form)? FormOf(SqlExpression condition)
    {
        switch (condition)
        {
            case SqlExpression.Binary { Operator: "like", Right: SqlExpression.Literal like } binary when IsColumn(binary.Left):
                return (LikeRegex(like.Value), LikeForm(like.Value));
            case SqlExpression.Binary { Operator: "=", Right: var one } binary when IsColumn(binary.Left) && Uncast(one) is SqlExpression.Literal { Value: var text }:
                return (Regex.Escape(text), $"^{Regex.Escape(text)}$");
            case SqlExpression.In { IsNot: false } list when IsColumn(list.Operand) && list.Items.All(i => Uncast(i) is SqlExpression.Literal):
                string all = string.Join('|', list.Items.Select(i => Regex.Escape(((SqlExpression.Literal)Uncast(i)).Value)));
                return (all, $"^({all})$");
            default:
                return null;
        }
    }

    // x = 1, x IN (1, 2)
    private static IReadOnlyList<string>? ValuesOf(SqlExpression condition, TranslatedField field)
    {
        SqlExpression[]? constants = condition switch
        {
            SqlExpression.In { IsNot: false } list when IsColumn(list.Operand) => [.. list.Items],
            SqlExpression.Binary { Operator: "=" } equal when IsColumn(equal.Left) => [equal.Right],
            SqlExpression.Binary { Operator: "=" } equal when IsColumn(equal.Right) => [equal.Left],
            _ => null,
        };
        constants ??= InOneCase(condition);
        string?[]? values = constants?.Select(c => TdgLiterals.Of(c, field.Type)).ToArray();
        return values is null || values.Contains(null) ? null : [.. values.OfType<string>()];
    }

    // upper(x) IN ('M', 'S'): those are in upper case themselves.
    private static SqlExpression[]? InOneCase(SqlExpression condition)
    {
        (SqlExpression of, SqlExpression[] constants) = condition switch
        {
            SqlExpression.In { IsNot: false } list => (Uncast(list.Operand), [.. list.Items]),
            SqlExpression.Binary { Operator: "=" } equal => (Uncast(equal.Left), [equal.Right]),
            _ => (condition, Array.Empty<SqlExpression>()),
        };
        if (of is not SqlExpression.Call { Function: "upper" or "lower", Arguments: [var argument] } call || !IsColumn(argument) || constants.Length == 0)
            return null;
        bool IsInCase(SqlExpression constant) => Uncast(constant) is SqlExpression.Literal { Value: var text }
            && text == (call.Function == "upper" ? text.ToUpperInvariant() : text.ToLowerInvariant());
        return constants.All(IsInCase) ? constants : null;
    }

    // x = lower(x)
    private static string? CaseIn(SqlExpression condition) => Disjuncts(condition).Where(d => d is not SqlExpression.IsNull { IsNot: false }).ToArray() is [SqlExpression.Binary { Operator: "=" } equal]
        && (IsColumn(equal.Left) ? Uncast(equal.Right) : IsColumn(equal.Right) ? Uncast(equal.Left) : null) is SqlExpression.Call { Function: "lower" or "upper", Arguments: [var of] } call && IsColumn(of) && equal.Names().Count() == 1
            ? call.Function
            : null;

    private bool TryOne(SqlExpression condition, TranslatedField field, FieldFacts facts, string column)
    {
        if (ValuesOf(condition, field) is { } values)
        {
            facts.OneOf(values);
            return true;
        }

        switch (condition)
        {
            case SqlExpression.Name when field.Type == "boolean":
                facts.OneOf(["true"]);
                return true;
            case SqlExpression.Unary { Operator: "not", Operand: SqlExpression.Name } when field.Type == "boolean":
                facts.OneOf(["false"]);
                return true;
            case SqlExpression.IsNull { IsNot: true }:
                facts.IsNotNull = true;
                return true;
            case SqlExpression.Between { IsNot: false } between when IsColumn(between.Operand):
                return TryBound(">=", between.Low, field, facts) & TryBound("<=", between.High, field, facts);
            case SqlExpression.Between { IsNot: false, Operand: SqlExpression.Call call } between when IsYear(call, field):
                return TryYear(">=", between.Low, field, facts) & TryYear("<=", between.High, field, facts);
            case SqlExpression.Between { IsNot: false, Operand: SqlExpression.Call call } between when IsLength(call):
                return TryLength(">=", between.Low, facts) & TryLength("<=", between.High, facts);
            case SqlExpression.Call { Function: "json_valid" or "isjson" } when field.Type == "json":
            case SqlExpression.Binary { Operator: "=" or ">", Left: SqlExpression.Call { Function: "json_valid" or "isjson" } } when field.Type == "json":
                return true;
            case SqlExpression.Call { Function: "regexp_like", Arguments: [var of, SqlExpression.Literal pattern, ..] } when IsColumn(of):
                return TryMatch(pattern.Value, facts);
            case SqlExpression.Binary binary:
                return TryBinary(binary, field, facts);
            default:
                return false;
        }
    }

    private static bool TryBinary(SqlExpression.Binary binary, TranslatedField field, FieldFacts facts)
    {
        SqlExpression left = Uncast(binary.Left);
        SqlExpression right = Uncast(binary.Right);
        if (binary.Operator is "like" or "ilike" && left is SqlExpression.Name && right is SqlExpression.Literal like)
            return TdgLiterals.IsText(field.Type) && facts.TryMatch(LikeRegex(like.Value), LikeForm(like.Value));
        if (binary.Operator == "glob" && left is SqlExpression.Name && right is SqlExpression.Literal glob)
            return TdgLiterals.IsText(field.Type) && facts.TryMatch(GlobRegex(glob.Value), $"^{GlobRegex(glob.Value)}$");
        if (binary.Operator == "~" && left is SqlExpression.Name && right is SqlExpression.Literal regex)
            return TdgLiterals.IsText(field.Type) && TryMatch(regex.Value, facts);
        if (binary.Operator is not ("<" or "<=" or ">" or ">=" or "=" or "<>"))
            return false;
        string turned = binary.Operator switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", var same => same };
        if (IsLength(left))
            return TryLength(binary.Operator, right, facts);
        if (IsLength(right))
            return TryLength(turned, left, facts);
        if (IsYear(left, field))
            return TryYear(binary.Operator, right, field, facts);
        if (binary.Operator == "<>")
        {
            // Not empty.
            if (TdgLiterals.IsText(field.Type) && IsTrimmedColumn(left) && right is SqlExpression.Literal { Value: "" })
            {
                facts.Length(1, null);
                return true;
            }

            return false;
        }

        return left is SqlExpression.Name ? TryBound(binary.Operator, binary.Right, field, facts) : right is SqlExpression.Name && TryBound(turned, binary.Left, field, facts);
    }

    private static bool TryBound(string comparison, SqlExpression bound, TranslatedField field, FieldFacts facts)
    {
        if (!TdgLiterals.IsNumber(field.Type) && !TdgLiterals.IsTime(field.Type))
            return false;
        string? value = TdgLiterals.Of(bound, field.Type);
        if (value is not null && TdgLiterals.IsWhole(field.Type) && TdgLiterals.TryNumber(value, out decimal number) && number != Math.Truncate(number))
            (comparison, value) = comparison is ">" or ">=" ? (">=", TdgLiterals.Number(Math.Ceiling(number))) : ("<=", TdgLiterals.Number(Math.Floor(number)));
        if (value is not null && comparison is ">" or "<")
            value = TdgLiterals.Beside(value!, field.Type, comparison == ">" ? 1 : -1);
        if (value is null)
            return false;
        if (comparison is ">" or ">=")
            facts.AtLeast(value);
        else
            facts.AtMost(value);
        return true;
    }

    private static bool IsYear(SqlExpression expression, TranslatedField field) =>
        TdgLiterals.IsTime(field.Type) && expression is SqlExpression.Call { Function: "year", Arguments: [var of] } && IsColumn(of);

    // Days from the first of a year or to the last.
    private static bool TryYear(string comparison, SqlExpression bound, TranslatedField field, FieldFacts facts)
    {
        if (Uncast(bound) is not SqlExpression.Number { Value: var text } || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 2 or > 9998)
            return false;
        string? first = comparison switch { ">" => $"{year + 1}", ">=" or "=" => $"{year}", _ => null };
        string? last = comparison switch { "<" => $"{year - 1}", "<=" or "=" => $"{year}", _ => null };
        return (first is not null || last is not null)
            && (first is null || TryBound(">=", new SqlExpression.Literal($"{first.PadLeft(4, '0')}-01-01"), field, facts))
            && (last is null || TryBound("<=", new SqlExpression.Literal($"{last.PadLeft(4, '0')}-12-31"), field, facts));
    }

    private static bool IsLength(SqlExpression expression) =>
        expression is SqlExpression.Call { Function: "length" or "char_length" or "character_length" or "octet_length" or "len" or "datalength", Arguments: [var of] } && IsTrimmedColumn(Uncast(of));

    private static bool IsTrimmedColumn(SqlExpression expression) =>
        expression is SqlExpression.Name or SqlExpression.Call { Function: "trim" or "btrim" or "ltrim" or "rtrim", Arguments: [SqlExpression.Name or SqlExpression.Cast] };

    private static bool TryLength(string comparison, SqlExpression bound, FieldFacts facts)
    {
        if (Uncast(bound) is not SqlExpression.Number { Value: var text } || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return false;
        (int? least, int? most) = comparison switch
        {
            ">" => ((int?)(number + 1), (int?)null),
            ">=" => ((int?)number, (int?)null),
            "<" => ((int?)null, (int?)(number - 1)),
            "<=" => ((int?)null, (int?)number),
            "=" => ((int?)number, (int?)number),
            _ => ((int?)-1, (int?)null),
        };
        if (least < 0 || most < 0)
            return false;
        facts.Length(least, most);
        return true;
    }

    // A text of which a part must match does so as a whole, too, when it is that part alone.
    private static bool TryMatch(string pattern, FieldFacts facts)
    {
        string regex = Regex.Replace(pattern, @"\[:(\w+):\]", m => m.Groups[1].Value switch
        {
            "alpha" => "A-Za-z",
            "digit" => "0-9",
            "alnum" => "A-Za-z0-9",
            "upper" => "A-Z",
            "lower" => "a-z",
            "xdigit" => "0-9A-Fa-f",
            "space" or "blank" => " ",
            "punct" => ".,;:!?",
            _ => m.Value,
        });
        return facts.TryMatch(regex);
    }

    // All that matches, where LikeRegex gives some of it.
    private static string LikeForm(string pattern) => $"^{LikeRegex(pattern).Replace("[a-z0-9]{0,6}", ".*", StringComparison.Ordinal).Replace("[a-z0-9]", ".", StringComparison.Ordinal)}$";

    private static string LikeRegex(string pattern)
    {
        var regex = new System.Text.StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                regex.Append(Regex.Escape(pattern[++i].ToString()));
            else if (pattern[i] == '[' && pattern.IndexOf(']', i) is var end and > 0)
            {
                // SQL Server's classes.
                regex.Append(pattern, i, end - i + 1);
                i = end;
            }
            else
                regex.Append(pattern[i] switch { '%' => "[a-z0-9]{0,6}", '_' => "[a-z0-9]", var c => Regex.Escape(c.ToString()) });
        }

        return regex.ToString();
    }

    private static string GlobRegex(string pattern) => Regex.Replace(pattern, @"[*?.(){}+^$|\\]", m => m.Value switch { "*" => "[a-z0-9]{0,6}", "?" => "[a-z0-9]", var c => "\\" + c });
}
