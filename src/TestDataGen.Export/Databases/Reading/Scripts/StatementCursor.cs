namespace TestDataGen.Export;

/// <summary>A place in a statement's tokens.</summary>
internal sealed class StatementCursor(IReadOnlyList<SqlToken> tokens, string script)
{
    // Behind the type of a column.
    private static readonly HashSet<string> Constraints = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "null", "default", "primary", "unique", "references", "check", "generated", "as", "auto_increment", "autoincrement", "collate", "comment", "on", "constraint", "stored", "virtual", "invisible", "visible", "key", "charset",
    };

    private int _at;

    public SqlToken Current => tokens[Math.Min(_at, tokens.Count - 1)];

    public SqlToken Next => Ahead(1);

    /// <summary>The statement as it stands.</summary>
    public string Whole => tokens.Count == 0 ? "" : script[tokens[0].Start..tokens[^1].Start];

    /// <summary>What is left of it.</summary>
    public string Rest => script[Current.Start..tokens[^1].Start].Trim();

    public SqlToken Ahead(int count) => tokens[Math.Min(_at + count, tokens.Count - 1)];

    public void Skip() => _at++;

    /// <summary>Takes these words, all of them or none.</summary>
    public bool Take(params string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!Ahead(i).Is(words[i]))
                return false;
        }

        _at += words.Length;
        return true;
    }

    /// <summary>Takes as many of these words as there are.</summary>
    public void TakeAny(params string[] words)
    {
        while (words.Any(Current.Is))
            _at++;
    }

    /// <summary>Goes to a word or a sign outside of brackets; stays where there is none.</summary>
    public bool SkipTo(string text)
    {
        int depth = 0;
        for (int i = _at; i < tokens.Count; i++)
        {
            if (depth == 0 && tokens[i].Is(text))
            {
                _at = i;
                return true;
            }

            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
        }

        return false;
    }

    public string TakeWord() => Current.Kind == SqlTokenKind.Word ? tokens[_at++].Text : throw new FormatException($"a word expected at '{Current.Text}'");

    public string TakeName() => Current.IsName || Current.Kind == SqlTokenKind.Text ? tokens[_at++].Text : throw new FormatException($"a name expected at '{Current.Text}'");

    /// <summary>What stands in brackets, without them.</summary>
    public string TakeBrackets()
    {
        int open = _at;
        int close = CloseOf(open);
        _at = close + 1;
        return script[tokens[open].End..tokens[close].Start].Trim();
    }

    /// <summary>The items in brackets.</summary>
    public List<StatementCursor> TakeList()
    {
        int open = _at;
        int close = CloseOf(open);
        _at = close + 1;
        return Split(open + 1, close);
    }

    /// <summary>What is left, cut at its commas.</summary>
    public List<StatementCursor> SplitRest() => Split(_at, tokens.Count - 1);

    /// <summary>A type with its measures.</summary>
    public string TakeType()
    {
        int start = _at;
        while (Current.Kind != SqlTokenKind.End && !(Current.Kind == SqlTokenKind.Word && Constraints.Contains(Current.Text)) && !(Current.Is("character") && Next.Is("set")))
        {
            if (Current.Is("("))
                _at = CloseOf(_at);
            _at++;
        }

        return _at == start ? "" : script[tokens[start].Start..tokens[_at - 1].End];
    }

    /// <summary>An expression that ends where the next constraint begins.</summary>
    public string TakeExpression()
    {
        int start = _at;
        while (Current.Kind != SqlTokenKind.End && (_at == start || !(Current.Kind == SqlTokenKind.Word && Constraints.Contains(Current.Text))))
        {
            if (Current.Is("("))
                _at = CloseOf(_at);
            _at++;
        }

        return _at == start ? "" : script[tokens[start].Start..tokens[_at - 1].End];
    }

    /// <summary>What is left, cut before each such word that stands outside of brackets.</summary>
    public List<StatementCursor> SplitBefore(string word)
    {
        var items = new List<StatementCursor>();
        if (!SkipTo(word))
            return items;
        int start = _at;
        while (start < tokens.Count - 1)
        {
            _at = start + 1;
            int end = SkipTo(word) ? _at : tokens.Count - 1;
            items.Add(new StatementCursor([.. tokens.Skip(start).Take(end - start), new SqlToken(SqlTokenKind.End, "", tokens[end].Start, tokens[end].Start)], script));
            start = end;
        }

        return items;
    }

    private int CloseOf(int open)
    {
        if (!tokens[open].Is("("))
            throw new FormatException($"( expected at '{tokens[open].Text}'");
        int depth = 0;
        for (int i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            if (depth == 0)
                return i;
        }

        throw new FormatException("a ( without its )");
    }

    private List<StatementCursor> Split(int from, int to)
    {
        var items = new List<StatementCursor>();
        int depth = 0;
        int start = from;
        for (int i = from; i <= to; i++)
        {
            depth += tokens[i].Is("(") && i < to ? 1 : tokens[i].Is(")") && i < to ? -1 : 0;
            if (i < to && !(depth == 0 && tokens[i].Is(",")))
                continue;
            if (i > start)
                items.Add(new StatementCursor([.. tokens.Skip(start).Take(i - start), new SqlToken(SqlTokenKind.End, "", tokens[i].Start, tokens[i].Start)], script));
            start = i + 1;
        }

        return items;
    }
}
