namespace TestDataGen.Export;

/// <summary>Reads expressions as checks and defaults have them, of any of the databases.</summary>
internal sealed class SqlExpressionParser
{
    private const int MaxDepth = 200;
    private static readonly string[] Comparisons = ["=", "<>", "!=", "<", "<=", ">", ">=", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*", "==", "<=>"];
    private readonly IReadOnlyList<SqlToken> _tokens;
    private int _at;
    private int _depth;

    private readonly SqlSyntax _syntax;

    private SqlExpressionParser(string sql, SqlSyntax syntax) => (_tokens, _syntax) = (SqlLexer.Lex(sql, syntax), syntax);

    /// <summary>Reads an expression; null where it has something in it that is not understood.</summary>
    public static SqlExpression? TryParse(string sql, SqlSyntax syntax)
    {
        var parser = new SqlExpressionParser(sql, syntax);
        try
        {
            SqlExpression expression = parser.Or();
            return parser.Current.Kind == SqlTokenKind.End ? expression : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private SqlToken Current => _tokens[_at];

    private SqlToken Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    private bool Take(string text)
    {
        if (!Current.Is(text))
            return false;
        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw new FormatException($"{text} expected");
    }

    private SqlExpression Or()
    {
        if (++_depth > MaxDepth)
            throw new FormatException("too deep");
        SqlExpression left = And();
        while (Take("or"))
            left = new SqlExpression.Binary("or", left, And());
        _depth--;
        return left;
    }

    private SqlExpression And()
    {
        SqlExpression left = Not();
        while (Take("and") || Take("&&"))
            left = new SqlExpression.Binary("and", left, Not());
        return left;
    }

    private SqlExpression Not() => Take("not") ? Negate(Not()) : Comparison();

    // As MariaDB keeps it.
    private static SqlExpression Negate(SqlExpression expression) => expression switch
    {
        SqlExpression.Binary { Operator: "=" or "<>" or "<" or "<=" or ">" or ">=" } comparison =>
            comparison with { Operator = comparison.Operator switch { "=" => "<>", "<>" => "=", "<" => ">=", "<=" => ">", ">" => "<=", _ => "<" } },
        SqlExpression.In list => list with { IsNot = !list.IsNot },
        SqlExpression.Between between => between with { IsNot = !between.IsNot },
        SqlExpression.IsNull test => test with { IsNot = !test.IsNot },
        _ => new SqlExpression.Unary("not", expression),
    };

    private SqlExpression Comparison()
    {
        SqlExpression left = Joined();
        while (true)
        {
            if (Take("is"))
            {
                bool isNot = Take("not");
                if (Take("null"))
                    left = new SqlExpression.IsNull(left, isNot);
                else if (Take("true") || Take("false"))
                    left = new SqlExpression.Binary(_tokens[_at - 1].Is("true") != isNot ? "=" : "<>", left, new SqlExpression.Constant(true));
                else
                    throw new FormatException("IS");
            }
            else if (Take("isnull") || Take("notnull"))
            {
                left = new SqlExpression.IsNull(left, _tokens[_at - 1].Is("notnull"));
            }
            else if (Comparisons.FirstOrDefault(Current.Is) is { } sign)
            {
                _at++;
                left = Compared(sign, left);
            }
            else if (ReadNamed(left) is { } named)
            {
                left = named;
            }
            else
            {
                return left;
            }
        }
    }

    // x = ANY (ARRAY[…]), x <> ALL (ARRAY[…])
    private SqlExpression Compared(string sign, SqlExpression left)
    {
        if ((Current.Is("any") || Current.Is("all") || Current.Is("some")) && Following.Is("("))
        {
            bool isAll = Current.Is("all");
            _at++;
            SqlExpression items = Uncast(Primary());
            if (items is SqlExpression.Many many && ((sign == "=" && !isAll) || (sign is "<>" or "!=" && isAll)))
                return new SqlExpression.In(left, many.Items, isAll);
            throw new FormatException("ANY");
        }

        SqlExpression right = Joined();
        return sign switch
        {
            "~~" => new SqlExpression.Binary("like", left, right),
            "~~*" => new SqlExpression.Binary("ilike", left, right),
            "!~~" => new SqlExpression.Unary("not", new SqlExpression.Binary("like", left, right)),
            "!~~*" => new SqlExpression.Unary("not", new SqlExpression.Binary("ilike", left, right)),
            "!~" or "!~*" => new SqlExpression.Unary("not", new SqlExpression.Binary("~", left, right)),
            "~*" => new SqlExpression.Binary("~", left, right),
            "!=" => new SqlExpression.Binary("<>", left, right),
            "==" => new SqlExpression.Binary("=", left, right),
            "<=>" => throw new FormatException("<=>"),
            _ => new SqlExpression.Binary(sign, left, right),
        };
    }

    private SqlExpression? ReadNamed(SqlExpression left)
    {
        int start = _at;
        bool isNot = Take("not");
        if (Take("between"))
        {
            Take("symmetric");
            SqlExpression low = Joined();
            Expect("and");
            return new SqlExpression.Between(left, low, Joined(), isNot);
        }

        if (Take("in"))
        {
            Expect("(");
            return new SqlExpression.In(left, Items(")"), isNot);
        }

        foreach (string name in (string[])["like", "ilike", "regexp", "rlike", "glob"])
        {
            if (!Take(name))
                continue;
            SqlExpression right = Joined();
            if (Take("escape"))
                throw new FormatException("ESCAPE");
            SqlExpression match = new SqlExpression.Binary(name is "regexp" or "rlike" ? "~" : name, left, right);
            return isNot ? new SqlExpression.Unary("not", match) : match;
        }

        if (Current.Is("similar"))
            throw new FormatException("SIMILAR TO");
        _at = start;
        return null;
    }

    private SqlExpression Joined()
    {
        SqlExpression left = Sum();
        while (Take("||"))
            left = new SqlExpression.Binary("||", left, Sum());
        return left;
    }

    private SqlExpression Sum()
    {
        SqlExpression left = Product();
        while (Current.Is("+") || Current.Is("-"))
            left = new SqlExpression.Binary(_tokens[_at++].Text, left, Product());
        return left;
    }

    private SqlExpression Product()
    {
        SqlExpression left = Sign();
        while (Current.Is("*") || Current.Is("/") || Current.Is("%") || Current.Is("mod"))
            left = new SqlExpression.Binary(_tokens[_at++] is var sign && sign.Is("mod") ? "%" : sign.Text, left, Sign());
        return left;
    }

    private SqlExpression Sign()
    {
        if (Take("+"))
            return Sign();
        return Take("-") ? new SqlExpression.Unary("-", Sign()) : Converted();
    }

    private SqlExpression Converted()
    {
        SqlExpression operand = Primary();
        while (true)
        {
            if (Take("::"))
                operand = new SqlExpression.Cast(operand, TypeName());
            else if (Take("collate"))
                Name();
            else if (Current.Is("at") && Following.Is("time"))
                operand = InZone(operand);
            else
                return operand;
        }
    }

    // x AT TIME ZONE 'UTC'
    private SqlExpression InZone(SqlExpression operand)
    {
        _at += 2;
        Expect("zone");
        return new SqlExpression.Call("timezone", [Converted(), operand]);
    }

    private SqlExpression Primary()
    {
        SqlToken token = Current;
        _at++;
        switch (token.Kind)
        {
            case SqlTokenKind.Text:
                return new SqlExpression.Literal(token.Text);
            case SqlTokenKind.Number:
                return new SqlExpression.Number(token.Text);
            case SqlTokenKind.QuotedName:
                return Path(token);
            case SqlTokenKind.Symbol when token.Text == "(":
                IReadOnlyList<SqlExpression> items = Items(")");
                return items.Count == 1 ? items[0] : new SqlExpression.Many(items);
            case SqlTokenKind.Word:
                return Word(token);
            default:
                throw new FormatException(token.Text);
        }
    }

    private SqlExpression Word(SqlToken token)
    {
        switch (token.Text.ToLowerInvariant())
        {
            case "true":
                return new SqlExpression.Constant(true);
            case "false":
                return new SqlExpression.Constant(false);
            case "null":
                return new SqlExpression.Constant(null);
            case "array" when Take("["):
                return new SqlExpression.Many(Items("]"));
            case "case":
                return Case();
            case "if" or "iif" when Take("("):
                return Items(")") is [var when, var then, var otherwise] ? new SqlExpression.Case([(when, then)], otherwise) : throw new FormatException(token.Text);
            case "cast" or "try_cast" when Take("("):
                SqlExpression operand = Or();
                Expect("as");
                string type = TypeName();
                Expect(")");
                return new SqlExpression.Cast(operand, type);
            case "convert" when _syntax.HasBrackets && Take("("):
                // SQL Server's way to keep a CAST; MySQL has the type behind.
                string to = TypeName();
                Expect(",");
                SqlExpression converted = Or();
                Expect(")");
                return new SqlExpression.Cast(converted, to);
            case "trim" when Following.Text.ToLowerInvariant() is "both" or "leading" or "trailing" && Take("("):
                _at++;
                Expect("from");
                SqlExpression trimmed = Or();
                Expect(")");
                return new SqlExpression.Call("trim", [trimmed]);
            case "datepart" when Take("("):
                string named = Name().ToLowerInvariant();
                Expect(",");
                SqlExpression moment = Or();
                Expect(")");
                return new SqlExpression.Call(named is "yy" or "yyyy" ? "year" : named, [moment]);
            case "dateadd" when Take("("):
                return DateAdd();
            case "extract" when Take("("):
                string part = Name().ToLowerInvariant();
                Expect("from");
                SqlExpression of = Or();
                Expect(")");
                return new SqlExpression.Call(part, [of]);
            case "position" when Take("("):
                SqlExpression wanted = Joined();
                Expect("in");
                SqlExpression text = Joined();
                Expect(")");
                return new SqlExpression.Call("position", [wanted, text]);
            case "interval" when Current.Kind is SqlTokenKind.Number || Current.Is("-"):
                // interval 2 day
                SqlExpression number = Sign();
                return new SqlExpression.Call("interval", [number, new SqlExpression.Literal(Name().ToLowerInvariant())]);
            case "date" or "timestamp" or "time" or "interval" when Current.Kind == SqlTokenKind.Text:
                return new SqlExpression.Cast(Primary(), token.Text.ToLowerInvariant());
            case "current_date" or "current_timestamp" or "localtimestamp" or "current_time" when !Current.Is("("):
                return new SqlExpression.Call(token.Text.ToLowerInvariant(), []);
            case "select" or "exists" or "interval" or "row" or "and" or "or" or "not" or "in" or "is" or "between" or "like" or "when" or "then" or "else" or "end" or "from":
                throw new FormatException(token.Text);
            default:
                return Path(token);
        }
    }

    // a, t.a, s.t.a; or a function: f(…), s.f(…)
    private SqlExpression Path(SqlToken name)
    {
        while (Current.Is(".") && Following.IsName)
        {
            name = Following;
            _at += 2;
        }

        if (!Take("("))
            return new SqlExpression.Name(name.Text);
        if (Take(")"))
            return new SqlExpression.Call(name.Text.ToLowerInvariant(), []);
        List<SqlExpression> arguments = Items(")");
        string function = name.Text.ToLowerInvariant();
        return function switch
        {
            "date_part" when arguments is [var part, var of] && Uncast(part) is SqlExpression.Literal literal => new SqlExpression.Call(literal.Value.ToLowerInvariant(), [of]),
            // MariaDB has one of several words for it, whichever was written.
            "lcase" => new SqlExpression.Call("lower", arguments),
            "ucase" => new SqlExpression.Call("upper", arguments),
            "dayofmonth" => new SqlExpression.Call("day", arguments),
            "date_add" or "adddate" when arguments is [var moment, SqlExpression.Call { Function: "interval" } by] => new SqlExpression.Binary("+", moment, by),
            "date_sub" or "subdate" when arguments is [var moment, SqlExpression.Call { Function: "interval" } by] => new SqlExpression.Binary("-", moment, by),
            _ => new SqlExpression.Call(function, arguments),
        };
    }

    // DATEADD(year, -18, x): x - INTERVAL '18 year'
    private SqlExpression.Binary DateAdd()
    {
        string unit = Name().ToLowerInvariant() switch { "yy" or "yyyy" => "year", "mm" or "m" => "month", "wk" or "ww" => "week", "dd" or "d" => "day", "hh" => "hour", "mi" or "n" => "minute", var name => name };
        Expect(",");
        (string sign, string number) = Or() switch
        {
            SqlExpression.Number plus => ("+", plus.Value),
            SqlExpression.Unary { Operator: "-", Operand: SqlExpression.Number minus } => ("-", minus.Value),
            _ => throw new FormatException("DATEADD"),
        };
        Expect(",");
        SqlExpression moment = Or();
        Expect(")");
        return new SqlExpression.Binary(sign, moment, new SqlExpression.Cast(new SqlExpression.Literal($"{number} {unit}"), "interval"));
    }

    private SqlExpression.Case Case()
    {
        SqlExpression? of = Current.Is("when") ? null : Or();
        var branches = new List<(SqlExpression, SqlExpression)>();
        while (Take("when"))
        {
            SqlExpression when = Or();
            Expect("then");
            branches.Add((of is null ? when : new SqlExpression.Binary("=", of, when), Or()));
        }

        SqlExpression? otherwise = Take("else") ? Or() : null;
        Expect("end");
        return new SqlExpression.Case(branches, otherwise);
    }

    private List<SqlExpression> Items(string end)
    {
        var items = new List<SqlExpression>();
        do
        {
            items.Add(Or());
        }
        while (Take(","));
        Expect(end);
        return items;
    }

    private string Name()
    {
        if (!Current.IsName)
            throw new FormatException(Current.Text);
        return _tokens[_at++].Text;
    }

    // character varying(20)[], timestamp with time zone, public.mood
    private string TypeName()
    {
        var type = new List<string> { Name() };
        while (Take("."))
            type = [Name()];
        while (Current.Kind == SqlTokenKind.Word && Current.Text.ToLowerInvariant() is "varying" or "precision" or "with" or "without" or "time" or "zone" or "unsigned" or "signed" or "set" or "character")
            type.Add(Name());
        if (Take("("))
            _ = Items(")");
        while (Current.Kind == SqlTokenKind.Word && Current.Text.ToLowerInvariant() is "with" or "without" or "time" or "zone")
            type.Add(Name());
        string array = "";
        while (Take("["))
        {
            if (Current.Kind == SqlTokenKind.Number)
                _at++;
            Expect("]");
            array = "[]";
        }

        return string.Join(' ', type).ToLowerInvariant() + array;
    }

    private static SqlExpression Uncast(SqlExpression expression) => expression is SqlExpression.Cast cast ? Uncast(cast.Operand) : expression;
}
