using System.Globalization;

namespace TestDataGen.Language;

/// <summary>Numbers, percentages, durations, days and times.</summary>
internal sealed partial class Lexer
{
    private static readonly Dictionary<string, TimeSpan> Units = new()
    {
        ["w"] = TimeSpan.FromDays(7),
        ["d"] = TimeSpan.FromDays(1),
        ["h"] = TimeSpan.FromHours(1),
        ["m"] = TimeSpan.FromMinutes(1),
        ["s"] = TimeSpan.FromSeconds(1),
        ["ms"] = TimeSpan.FromMilliseconds(1),
    };

    private void LexNumber()
    {
        int start = _position;
        if (Matches("dddd-dd-dd") && !char.IsAsciiDigit(Peek(10)))
        {
            LexDay(start);
            return;
        }

        if (Matches("dd:dd") && !char.IsAsciiDigit(Peek(5)))
        {
            LexTime(start);
            return;
        }

        SkipDigits();
        bool isFraction = Current == '.' && char.IsAsciiDigit(Peek(1));
        if (isFraction)
        {
            _position++;
            SkipDigits();
        }

        bool isFloating = Current is 'e' or 'E'
            && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2))));
        if (isFloating)
        {
            _position += 2;
            SkipDigits();
        }

        string digits = _text[start.._position].Replace("_", "", StringComparison.Ordinal);
        int unitStart = _position;
        while (IsNamePart(Current))
            _position++;
        string unit = _text[unitStart.._position];
        if (isFloating && unit.Length == 0)
            AddDouble(start, digits);
        else
            AddExact(start, digits, isFraction, unit);
    }

    // Digits and underscores between them.
    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current) || (Current == '_' && (char.IsAsciiDigit(Peek(1)) || Peek(1) == '_')))
            _position++;
    }

    private void AddDouble(int start, string digits)
    {
        double value = double.Parse(digits, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            Refuse(TokenKind.Number, DiagnosticCatalog.NumberTooLarge, start, $"{Shown.Short(digits, 32)} is too large a number.");
            return;
        }

        Add(TokenKind.Number, start, value);
    }

    private void AddExact(int start, string digits, bool isFraction, string unit)
    {
        // More than 28 digits would be rounded without a word.
        int significant = digits.TrimStart('0', '.').Count(char.IsAsciiDigit);
        if (significant > 28 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            Refuse(TokenKind.Number, DiagnosticCatalog.NumberTooLarge, start, $"{Shown.Short(digits, 32)} has more digits than the 28 that a number can have.");
            return;
        }

        if (unit.Length > 0)
            AddDuration(start, value, unit);
        else if (Current == '%' && IsPercentEnd())
        {
            _position++;
            Add(TokenKind.Percent, start, new PercentValue(value));
        }
        else if (!isFraction && value is >= long.MinValue and <= long.MaxValue)
            Add(TokenKind.Number, start, (long)value);
        else
            Add(TokenKind.Number, start, value);
    }

    // 70% is a percentage where nothing follows that a remainder could be taken by.
    private bool IsPercentEnd()
    {
        int at = _position + 1;
        while (at < _text.Length && _text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        return at >= _text.Length || _text[at] is ')' or ',' or '}';
    }

    private void AddDuration(int start, decimal amount, string unit)
    {
        if (!Units.TryGetValue(unit, out TimeSpan one))
            Refuse(TokenKind.Duration, DiagnosticCatalog.BadUnit, start, $"`{Shown.Short(unit, 32)}` is no unit of time.", "Units are w, d, h, m (minutes), s and ms; a name can't begin with a digit unless it stands in back-quotes.");
        else if (amount > TimeSpan.MaxValue.Ticks / one.Ticks)
            Refuse(TokenKind.Duration, DiagnosticCatalog.NumberTooLarge, start, "This duration is too long.");
        else
            Add(TokenKind.Duration, start, TimeSpan.FromTicks((long)(amount * one.Ticks)));
    }

    private bool Matches(string shape)
    {
        for (int i = 0; i < shape.Length; i++)
        {
            if (shape[i] == 'd' ? !char.IsAsciiDigit(Peek(i)) : Peek(i) != shape[i])
                return false;
        }

        return true;
    }

    private void LexDay(int start)
    {
        _position += 10;
        bool isValid = DateOnly.TryParseExact(_text.AsSpan(start, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
        if (Current != 'T' || !Matches("Tdd:dd"))
        {
            if (isValid)
                Add(TokenKind.Date, start, day);
            else
                Refuse(TokenKind.Date, DiagnosticCatalog.BadDate, start, $"{_text[start.._position]} is no day of the calendar.");
            return;
        }

        _position++;
        TimeOnly? time = ReadClock();
        DateTimeKind kind = DateTimeKind.Unspecified;
        TimeSpan offset = TimeSpan.Zero;
        if (Current == 'Z')
        {
            _position++;
            kind = DateTimeKind.Utc;
        }
        else if (Current is '+' or '-' && (Matches("+dd:dd") || Matches("-dd:dd")))
        {
            kind = DateTimeKind.Utc;
            isValid &= TimeSpan.TryParseExact(_text.AsSpan(_position + 1, 5), "hh\\:mm", CultureInfo.InvariantCulture, out offset);
            if (Current == '-')
                offset = -offset;
            _position += 6;
        }

        DateTime value = default;
        if (isValid && time is { } clock)
        {
            value = day.ToDateTime(clock, kind);
            long ticks = value.Ticks - offset.Ticks;
            isValid = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
            if (isValid)
                value = new DateTime(ticks, kind);
        }

        if (isValid && time is not null)
            Add(TokenKind.DateTime, start, value);
        else
            Refuse(TokenKind.DateTime, DiagnosticCatalog.BadDate, start, $"{_text[start.._position]} is no day and time.");
    }

    private void LexTime(int start)
    {
        TimeOnly? time = ReadClock();
        if (time is { } clock)
            Add(TokenKind.Time, start, clock);
        else
            Refuse(TokenKind.Time, DiagnosticCatalog.BadDate, start, $"{_text[start.._position]} is no time of the day.", "Times go from 00:00 to 23:59:59.9999999; for a value and its weight leave a blank behind the colon.");
    }

    // hh:mm, hh:mm:ss or hh:mm:ss.fffffff; null for 25:00.
    private TimeOnly? ReadClock()
    {
        int start = _position;
        _position += 5;
        if (Matches(":dd"))
        {
            _position += 3;
            if (Current == '.' && char.IsAsciiDigit(Peek(1)))
            {
                _position++;
                while (char.IsAsciiDigit(Current))
                    _position++;
            }
        }

        string[] forms = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];
        return TimeOnly.TryParseExact(_text.AsSpan(start, _position - start), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : null;
    }
}
