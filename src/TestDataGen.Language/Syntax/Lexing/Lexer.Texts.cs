using System.Globalization;
using System.Text;

namespace TestDataGen.Language;

/// <summary>String literals and templates.</summary>
internal sealed partial class Lexer
{
    private sealed class Hole(int textStart)
    {
        public int TextStart { get; } = textStart;

        public int OpenBraces { get; set; }
    }

    private void CountHoleBraces(TokenKind kind)
    {
        if (!_holes.TryPeek(out Hole? hole))
            return;
        if (kind == TokenKind.LeftBrace)
            hole.OpenBraces++;
        else if (kind == TokenKind.RightBrace)
            hole.OpenBraces--;
    }

    private void CloseHole()
    {
        int start = _position++;
        Add(TokenKind.HoleEnd, start);
        Hole hole = _holes.Pop();
        LexTemplateRest(hole.TextStart);
    }

    // A text ends on its line; so does every hole in it.
    private void AbandonHoles()
    {
        if (_holes.Count == 0)
            return;
        int start = _holes.Last().TextStart;
        _holes.Clear();
        Report(DiagnosticCatalog.UnterminatedText, start, "This text has no end: a `{` in it is not closed on this line.", "Close it with `}` and `\"`, or write `\\{` for a brace.");
        Add(TokenKind.Bad, _position);
    }

    // At an opening quote.
    private void LexText(int start)
    {
        _position++;
        (string value, char end) = ReadTextPart(start, '"');
        if (end != '{')
        {
            Add(TokenKind.String, start, value);
            return;
        }

        int rest = _position;
        _position = start + 1;
        Add(TokenKind.TemplateStart, start);
        _position = rest;
        AddTemplateText(start + 1, value);
        OpenHole(start);
    }

    // Behind a closed hole.
    private void LexTemplateRest(int textStart)
    {
        int start = _position;
        (string value, char end) = ReadTextPart(textStart, '"');
        if (end == '{')
        {
            AddTemplateText(start, value);
            OpenHole(textStart);
            return;
        }

        // The closing quote is a token of its own.
        int behind = _position;
        if (end == '"')
            _position--;
        AddTemplateText(start, value);
        int quote = _position;
        _position = behind;
        Add(TokenKind.TemplateEnd, quote);
    }

    private void OpenHole(int textStart)
    {
        int start = _position++;
        Add(TokenKind.HoleStart, start);
        _holes.Push(new Hole(textStart));
    }

    private void AddTemplateText(int start, string value)
    {
        if (_position > start)
            Add(TokenKind.TemplateText, start, value);
    }

    /// <summary>Reads up to the closing quote (and over it) or a hole's brace (not over it); '\0' for the end of the line.</summary>
    private (string Value, char End) ReadTextPart(int textStart, char quote)
    {
        var value = new StringBuilder();
        while (true)
        {
            if (_position >= _text.Length || Current is '\n' or '\r')
            {
                Report(DiagnosticCatalog.UnterminatedText, textStart, "This text has no closing quote.");
                return (value.ToString(), '\0');
            }

            char c = Current;
            if (c == quote)
            {
                _position++;
                return (value.ToString(), quote);
            }

            if (c == '{' && quote == '"')
                return (value.ToString(), '{');
            if (c == '\\')
                ReadEscape(value);
            else if (IsForbidden())
            {
                int at = _position++;
                Report(DiagnosticCatalog.BadCharacter, at, $"The character U+{(int)c:X4} can't stand in a text.", char.IsSurrogate(c) ? "It is half a character." : $"Write `\\u{{{(int)c:X}}}`.");
            }
            else
            {
                AppendCharacter(value);
            }
        }
    }

    private void ReadEscape(StringBuilder value)
    {
        int start = _position;
        char c = Peek(1);
        char? plain = c switch
        {
            '"' or '\\' or '{' or '}' or '\'' => c,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (plain is { } p)
        {
            value.Append(p);
            _position += 2;
            return;
        }

        if (c == 'u' && Peek(2) == '{')
        {
            int end = _text.IndexOf('}', _position);
            if (end > 0 && end - _position <= 9
                && int.TryParse(_text.AsSpan(_position + 3, end - _position - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
                && Rune.IsValid(code))
            {
                _position = end + 1;
                value.Append(new Rune(code).ToString());
                return;
            }
        }

        _position++;
        if (Current is not ('\n' or '\r') && _position < _text.Length)
            value.Append(_text[_position++]);
        Report(DiagnosticCatalog.BadEscape, start, $"`{_text[start.._position]}` is no escape.", "Escapes are \\\" \\\\ \\{ \\} \\n \\r \\t \\u{1F600}; a backslash itself is written \\\\.");
    }

    // SQL writes texts in single quotes; say what is meant and read on.
    private void LexSingleQuoted()
    {
        int start = _position++;
        (string value, char end) = ReadTextPart(start, '\'');
        if (end != '\0')
            Report(DiagnosticCatalog.SingleQuotes, start, "A text stands in double quotes.");
        Add(TokenKind.String, start, value);
    }
}
