using System.Text;

namespace TestDataGen.Export;

/// <summary>Cuts SQL up into tokens. Whatever it does not know is a sign of one character: it reads on.</summary>
internal sealed class SqlLexer
{
    private static readonly string[] Signs = ["::", "<>", "!=", "<=", ">=", "||", "&&", "!~~*", "!~~", "~~*", "~~", "!~*", "!~", "~*", "->>", "->", ":="];
    private readonly string _sql;
    private readonly SqlSyntax _syntax;
    private readonly List<SqlToken> _tokens = [];
    private int _at;

    private SqlLexer(string sql, SqlSyntax syntax) => (_sql, _syntax) = (sql, syntax);

    /// <summary>The tokens of a text, the last of them <see cref="SqlTokenKind.End"/>.</summary>
    public static IReadOnlyList<SqlToken> Lex(string sql, SqlSyntax syntax)
    {
        var lexer = new SqlLexer(sql, syntax);
        while (lexer.SkipBlanks())
            lexer.Next();
        lexer.Add(SqlTokenKind.End, "", sql.Length);
        return lexer._tokens;
    }

    private char At(int offset) => _at + offset < _sql.Length ? _sql[_at + offset] : '\0';

    private bool SkipBlanks()
    {
        while (_at < _sql.Length)
        {
            if (char.IsWhiteSpace(At(0)))
                _at++;
            else if ((At(0) == '-' && At(1) == '-') || (_syntax.HasHashComments && At(0) == '#'))
                _at = EndOf("\n", _at);
            else if (At(0) == '/' && At(1) == '*')
                _at = EndOf("*/", _at + 2);
            else
                return true;
        }

        return false;
    }

    private int EndOf(string text, int from) => _sql.IndexOf(text, from, StringComparison.Ordinal) is var end and >= 0 ? end + text.Length : _sql.Length;

    private void Next()
    {
        char c = At(0);
        int start = _at;
        if (c == '\'')
            Quoted('\'', SqlTokenKind.Text, _syntax.HasBackslashes);
        else if (c == '"')
            Quoted('"', _syntax.HasDoubleQuotedTexts ? SqlTokenKind.Text : SqlTokenKind.QuotedName, _syntax.HasDoubleQuotedTexts);
        else if (c == '`')
            Quoted('`', SqlTokenKind.QuotedName, false);
        else if (c == '[' && _syntax.HasBrackets)
            Quoted(']', SqlTokenKind.QuotedName, false);
        else if (c == '$' && _syntax.HasDollarQuotes && DollarTag() is { } tag)
            DollarQuoted(tag);
        else if (char.IsLetter(c) || c is '_' or '@')
            Word();
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(1))))
            Number();
        else
        {
            _at += Signs.FirstOrDefault(s => string.CompareOrdinal(_sql, _at, s, 0, s.Length) == 0)?.Length ?? 1;
            Add(SqlTokenKind.Symbol, _sql[start.._at], start);
        }
    }

    private void Word()
    {
        int start = _at;
        // E'…', N'…', X'…', _utf8mb4'…', U&'…': what stands before a text says how it is written.
        while (_at < _sql.Length && (char.IsLetterOrDigit(At(0)) || At(0) is '_' or '$' or '#' or '@'))
            _at++;
        string word = _sql[start.._at];
        if (At(0) == '\'' && (word is "E" or "e" or "N" or "n" or "B" or "b" or "X" or "x" || word[0] == '_'))
            Quoted('\'', SqlTokenKind.Text, _syntax.HasBackslashes || word is "E" or "e", start);
        else
            Add(SqlTokenKind.Word, word, start);
    }

    private void Number()
    {
        int start = _at;
        while (char.IsAsciiDigit(At(0)) || At(0) == '.' || (At(0) is 'e' or 'E' && (char.IsAsciiDigit(At(1)) || (At(1) is '+' or '-' && char.IsAsciiDigit(At(2))))) || (At(0) is '+' or '-' && At(-1) is 'e' or 'E'))
            _at++;
        Add(SqlTokenKind.Number, _sql[start.._at], start);
    }

    private void Quoted(char end, SqlTokenKind kind, bool hasBackslashes, int? start = null)
    {
        int from = start ?? _at;
        var text = new StringBuilder();
        for (_at++; _at < _sql.Length; _at++)
        {
            char c = At(0);
            if (c == end)
            {
                if (At(1) != end)
                    break;
                _at++;
            }
            else if (c == '\\' && hasBackslashes)
            {
                _at++;
                c = At(0) switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', 'b' => '\b', 'Z' => '\u001a', var other => other };
            }

            text.Append(c);
        }

        _at = Math.Min(_sql.Length, _at + 1);
        Add(kind, text.ToString(), from);
    }

    private string? DollarTag()
    {
        int end = _at + 1;
        while (end < _sql.Length && (char.IsLetterOrDigit(_sql[end]) || _sql[end] == '_'))
            end++;
        return end < _sql.Length && _sql[end] == '$' && (end == _at + 1 || !char.IsAsciiDigit(At(1))) ? _sql[_at..(end + 1)] : null;
    }

    private void DollarQuoted(string tag)
    {
        int start = _at;
        int from = _at + tag.Length;
        _at = EndOf(tag, from);
        Add(SqlTokenKind.Text, _sql[from..Math.Max(from, _at - tag.Length)], start);
    }

    private void Add(SqlTokenKind kind, string text, int start) => _tokens.Add(new SqlToken(kind, text, start, _at));
}
