using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Writes expressions of SQL as expressions of the language.</summary>
/// <param name="fields">The fields by the names of their columns.</param>
internal sealed class ExpressionTranslator(IReadOnlyDictionary<string, TranslatedField> fields)
{
    // Functions that the language has, too, under the same name or another, and the type of what they give; empty: that of their first argument.
    private static readonly Dictionary<string, (string Name, string Type)> Functions = new()
    {
        ["length"] = ("length", "bigint"), ["char_length"] = ("length", "bigint"), ["character_length"] = ("length", "bigint"), ["len"] = ("length", "bigint"),
        ["lower"] = ("lower", "text"), ["lcase"] = ("lower", "text"), ["upper"] = ("upper", "text"), ["ucase"] = ("upper", "text"), ["trim"] = ("trim", "text"), ["btrim"] = ("trim", "text"),
        ["left"] = ("left", "text"), ["right"] = ("right", "text"), ["substr"] = ("substring", "text"), ["substring"] = ("substring", "text"), ["replace"] = ("replace", "text"),
        ["strpos"] = ("index_of", "bigint"), ["instr"] = ("index_of", "bigint"), ["abs"] = ("abs", ""), ["round"] = ("round", ""), ["floor"] = ("floor", ""), ["ceil"] = ("ceiling", ""), ["ceiling"] = ("ceiling", ""),
        ["sign"] = ("sign", ""), ["sqrt"] = ("sqrt", "double"), ["power"] = ("power", "double"), ["pow"] = ("power", "double"), ["coalesce"] = ("coalesce", ""), ["ifnull"] = ("coalesce", ""), ["isnull"] = ("coalesce", ""),
        ["nullif"] = ("nullif", ""), ["least"] = ("least", ""), ["greatest"] = ("greatest", ""), ["year"] = ("year", "bigint"), ["month"] = ("month", "bigint"), ["day"] = ("day", "bigint"),
        ["hour"] = ("hour", "bigint"), ["minute"] = ("minute", "bigint"), ["second"] = ("second", "bigint"), ["date"] = ("date", "date"),
    };

    private static readonly Dictionary<string, string> PartsOfTime = new()
    {
        ["%Y"] = "year", ["%m"] = "month", ["%d"] = "day", ["%H"] = "hour", ["%M"] = "minute", ["%S"] = "second",
    };

    /// <summary>A condition; null where the language can't say it.</summary>
    public string? Condition(SqlExpression expression) => TypeOf(expression) == "boolean" && expression.Names().Any() ? Write(expression, "boolean") : null;

    /// <summary>The first function that the language does not have; null: none.</summary>
    public string? UnknownIn(SqlExpression expression) =>
        expression.All().OfType<SqlExpression.Call>().FirstOrDefault(c => TypeOf(c) is null && !Functions.ContainsKey(c.Function))?.Function;

    private string? TypeOf(SqlExpression expression) => expression switch
    {
        SqlExpression.Name name => fields.GetValueOrDefault(name.Text)?.Type,
        SqlExpression.Cast cast => CastType(cast),
        SqlExpression.Constant { Value: not null } => "boolean",
        SqlExpression.Unary { Operator: "-" } minus => TypeOf(minus.Operand),
        SqlExpression.Binary { Operator: "+" or "-", Right: SqlExpression.Cast { Type: "interval" } or SqlExpression.Call { Function: "interval" } } moved => TypeOf(moved.Left) == "date" ? "timestamp" : TypeOf(moved.Left),
        SqlExpression.Binary { Operator: "+" or "-" or "*" or "/" or "%" } sum => TypeOf(sum.Left) ?? TypeOf(sum.Right),
        SqlExpression.Binary { Operator: "||" } => "text",
        SqlExpression.Unary or SqlExpression.Binary or SqlExpression.In or SqlExpression.Between or SqlExpression.IsNull => "boolean",
        SqlExpression.Call { Function: "now" or "current_timestamp" or "localtimestamp" or "getdate" or "sysdatetime" or "getutcdate" } => "timestamp",
        SqlExpression.Call { Function: "current_date" or "curdate" } => "date",
        SqlExpression.Call { Function: "mod", Arguments: [var first, _] } => TypeOf(first),
        SqlExpression.Call { Function: "charindex" } => "bigint",
        SqlExpression.Call { Function: "strftime", Arguments: [SqlExpression.Literal, _] } => "bigint",
        SqlExpression.Call call when Functions.TryGetValue(call.Function, out (string Name, string Type) function) && call.Arguments.Count > 0 =>
            function.Type.Length > 0 ? function.Type : call.Arguments.Select(TypeOf).FirstOrDefault(t => t is not null),
        SqlExpression.Case choice => choice.Branches.Select(b => TypeOf(b.Then)).Append(choice.Else is null ? null : TypeOf(choice.Else)).FirstOrDefault(t => t is not null),
        _ => null,
    };

    private string? CastType(SqlExpression.Cast cast) => cast.Type.Split('(')[0] switch
    {
        "date" => "date",
        "text" or "varchar" or "character varying" or "nvarchar" or "char" or "character" => TypeOf(cast.Operand) is { } type && TdgLiterals.IsText(type) ? type : "text",
        "numeric" or "decimal" or "integer" or "int" or "bigint" or "smallint" or "double precision" or "real" => TypeOf(cast.Operand),
        "timestamp" or "timestamp without time zone" => "datetime",
        _ => TypeOf(cast.Operand),
    };

    // What a constant must be beside is what the other side is.
    private string? Write(SqlExpression expression, string? type)
    {
        switch (expression)
        {
            case SqlExpression.Name name:
                return fields.GetValueOrDefault(name.Text)?.Name;
            case SqlExpression.Number or SqlExpression.Literal or SqlExpression.Unary { Operator: "-", Operand: SqlExpression.Number }:
                return TdgLiterals.Of(expression, type ?? (expression is SqlExpression.Literal ? "text" : "decimal(28, 10)"));
            case SqlExpression.Constant constant:
                return constant.Value is null ? "null" : TdgLiterals.Of(constant, type ?? "boolean");
            case SqlExpression.Cast cast:
                return Cast(cast, type);
            case SqlExpression.Unary { Operator: "-" } minus:
                return Join("-", Write(minus.Operand, type));
            case SqlExpression.Unary { Operator: "not" } not:
                return Join("not ", Write(not.Operand, "boolean"));
            case SqlExpression.IsNull test:
                return Join(Write(test.Operand, null), test.IsNot ? " is not null" : " is null");
            case SqlExpression.Between between:
                string? of = TypeOf(between.Operand) ?? TypeOf(between.Low);
                string? inside = Both(Compare(between.Operand, ">=", between.Low, of), "and", Compare(between.Operand, "<=", between.High, of));
                return between.IsNot ? Join("not ", inside) : inside;
            case SqlExpression.In list:
                string? any = list.Items.Select(i => Compare(list.Operand, "==", i, TypeOf(list.Operand))).Aggregate((a, b) => Both(a, "or", b));
                return list.IsNot ? Join("not (", any, ")") : any;
            case SqlExpression.Binary binary:
                return Binary(binary, type);
            case SqlExpression.Call call:
                return Call(call);
            case SqlExpression.Case choice:
                string? otherwise = choice.Else is null ? "null" : Write(choice.Else, type);
                return choice.Branches.Reverse().Aggregate(otherwise, (rest, b) => Join("if(", Write(b.When, "boolean"), ", ", Write(b.Then, type), ", ", rest, ")"));
            default:
                return null;
        }
    }

    private string? Cast(SqlExpression.Cast cast, string? type)
    {
        if (cast.Operand is SqlExpression.Literal or SqlExpression.Number)
            return Write(cast.Operand, type ?? CastType(cast));
        string? from = TypeOf(cast.Operand);
        return cast.Type == "date" && from is "datetime" or "timestamp" ? Join("date(", Write(cast.Operand, null), ")") : Write(cast.Operand, type);
    }

    private string? Binary(SqlExpression.Binary binary, string? type)
    {
        switch (binary.Operator)
        {
            case "and" or "or":
                return Both(Write(binary.Left, "boolean"), binary.Operator, Write(binary.Right, "boolean"));
            case "+" or "-" when binary.Right is SqlExpression.Cast { Type: "interval", Operand: SqlExpression.Literal { Value: var interval } }:
                return Move(Write(binary.Left, null), binary.Operator, interval);
            case "+" or "-" when binary.Right is SqlExpression.Call { Function: "interval", Arguments: [var length, SqlExpression.Literal { Value: var unit }] }:
                return Move(Write(binary.Left, null), binary.Operator, $"{length.ToPlainText()} {unit}");
            case "/" when binary.Right is SqlExpression.Number { Value: "86400" } && SecondsBetween(binary.Left) is { } days:
                return Join("days_between(", Write(days.From, null), ", ", Write(days.To, null), ")");
            case "+" or "-" or "*" or "/" or "%":
                string? number = TypeOf(binary.Left) ?? TypeOf(binary.Right) ?? type;
                return number is not null && TdgLiterals.IsNumber(number) ? Both(Write(binary.Left, Wide(number)), binary.Operator, Write(binary.Right, Wide(number))) : null;
            case "like":
                return Like(binary);
            // MySQL writes NOT a as 0 = a.
            case "=" or "<>" when binary is { Left: SqlExpression.Number, Right: SqlExpression.Name }:
                return Binary(binary with { Left = binary.Right, Right = binary.Left }, type);
            case "=" or "<>" or "<" or "<=" or ">" or ">=":
                string? of = TypeOf(binary.Left) ?? TypeOf(binary.Right);
                return Compare(binary.Left, binary.Operator switch { "=" => "==", "<>" => "!=", var same => same }, binary.Right, of);
            default:
                return null;
        }

        // 1.5 beside a whole number is 1.5 all the same.
        static string Wide(string type) => TdgLiterals.IsWhole(type) ? "decimal(28, 10)" : type;
    }

    // SQLite has no other way than seconds since 1970.
    private static (SqlExpression From, SqlExpression To)? SecondsBetween(SqlExpression expression) =>
        expression is SqlExpression.Binary { Operator: "-", Left: SqlExpression.Cast { Operand: SqlExpression.Call { Function: "strftime", Arguments: [SqlExpression.Literal { Value: "%s" }, var to] } },
            Right: SqlExpression.Cast { Operand: SqlExpression.Call { Function: "strftime", Arguments: [SqlExpression.Literal { Value: "%s" }, var from] } } } ? (from, to) : null;

    private string? Compare(SqlExpression left, string comparison, SqlExpression right, string? type)
    {
        // A day beside a moment counts as its midnight.
        if (TypeOf(left) == "date" && TypeOf(right) is "timestamp" or "datetime")
            return Join(Write(left, type), $" {(comparison == ">=" ? ">" : comparison)} date(", Write(right, null), ")");
        if (TypeOf(right) == "date" && TypeOf(left) is "timestamp" or "datetime")
            return Join("date(", Write(left, null), $") {(comparison == "<=" ? "<" : comparison)} ", Write(right, type));
        return Join(Side(left), $" {comparison} ", Side(right));

        // (a is null) == (b is null)
        string? Side(SqlExpression side) => type == "boolean" && side is not (SqlExpression.Name or SqlExpression.Constant or SqlExpression.Cast or SqlExpression.Number or SqlExpression.Literal)
            ? Join("(", Write(side, type), ")")
            : Write(side, type);
    }

    private static string? Move(string? moment, string sign, string interval)
    {
        if (moment is null || !SqlInterval.TryRead(interval, out int months, out TimeSpan time))
            return null;
        bool isBack = (sign == "-") != (months < 0 || time < TimeSpan.Zero);
        return months == 0
            ? $"({moment} {(isBack ? "-" : "+")} {TdgLiterals.Duration(time.Duration())})"
            : string.Create(CultureInfo.InvariantCulture, $"add_months({moment}, {(isBack ? "-" : "")}{Math.Abs(months)})");
    }

    private string? Like(SqlExpression.Binary like)
    {
        if (like.Right is not (SqlExpression.Literal or SqlExpression.Cast { Operand: SqlExpression.Literal }))
            return null;
        string pattern = ((like.Right as SqlExpression.Cast)?.Operand as SqlExpression.Literal ?? (SqlExpression.Literal)like.Right).Value;
        string bare = pattern.Trim('%');
        if (bare.Contains('%', StringComparison.Ordinal) || bare.Contains('_', StringComparison.Ordinal) || bare.Contains('[', StringComparison.Ordinal) || bare.Contains('\\', StringComparison.Ordinal))
            return null;
        string? text = Write(like.Left, "text");
        string part = TdgLiterals.Text(bare);
        return (pattern.StartsWith('%'), pattern.EndsWith('%')) switch
        {
            (true, true) => Join("contains(", text, $", {part})"),
            (true, false) => Join("ends_with(", text, $", {part})"),
            (false, true) => Join("starts_with(", text, $", {part})"),
            _ => Join(text, $" == {part}"),
        };
    }

    private string? Call(SqlExpression.Call call)
    {
        switch (call.Function)
        {
            case "now" or "current_timestamp" or "localtimestamp" or "getdate" or "sysdatetime" or "getutcdate":
                return "now";
            case "current_date" or "curdate":
                return "date(now)";
            case "mod" when call.Arguments is [var left, var right]:
                return Both(Write(left, null), "%", Write(right, null));
            case "strftime" when call.Arguments is [SqlExpression.Literal { Value: var form }, var moment]:
                return form == "%w" ? Join("(day_of_week(", Write(moment, null), ") % 7)")
                    : PartsOfTime.TryGetValue(form, out string? unit) ? Join($"{unit}(", Write(moment, null), ")") : null;
            case "charindex" when call.Arguments is [var part, var text]:
                return Join("index_of(", Write(text, "text"), ", ", Write(part, "text"), ")");
            case "substr" or "substring" when call.Arguments.Count is < 2 or > 3:
                return null;
        }

        if (!Functions.TryGetValue(call.Function, out (string Name, string Type) function) || call.Arguments.Count == 0)
            return null;
        string? type = call.Arguments.Select(TypeOf).FirstOrDefault(t => t is not null);
        // Its functions are not for bytes.
        if (type?.StartsWith("binary", StringComparison.Ordinal) == true)
            return null;
        // Beside a text, a number is a place or a length.
        string?[] arguments = [.. call.Arguments.Select(a => Write(a, a is SqlExpression.Number && type is not null && TdgLiterals.IsText(type) ? "bigint" : type))];
        return arguments.Contains(null) ? null : string.Create(CultureInfo.InvariantCulture, $"{function.Name}({string.Join(", ", arguments)})");
    }

    private static string? Both(string? left, string sign, string? right) => Join("(", left, $" {sign} ", right, ")");

    private static string? Join(params string?[] parts) => parts.Contains(null) ? null : string.Concat(parts);
}
