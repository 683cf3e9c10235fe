namespace TestDataGen.Language;

/// <summary>
/// All functions of the language, by name. The binder converts the arguments to the parameters' types, so that a kernel gets: text for text; bigint for
/// whole numbers; bigint, decimal or double for <c>x</c> (all of one kind where there are several, and the result of that kind too); and gives null when an
/// argument is null, but for coalesce and nullif.
/// </summary>
public static class Functions
{
    /// <summary>The functions in the order of the reference page.</summary>
    public static IReadOnlyList<Function> All { get; } =
    [
        new("lower", "text", 1, 1, "The text in lower case.", "lower(\"Ada\") → \"ada\""),
        new("upper", "text", 1, 1, "The text in upper case.", "upper(\"Ada\") → \"ADA\""),
        new("capitalize", "text", 1, 1, "The first letter in upper case, the rest in lower case.", "capitalize(\"ada\") → \"Ada\""),
        new("trim", "text", 1, 1, "Without blanks at both ends.", "trim(\" a \") → \"a\""),
        new("length", "text", 1, 1, "The number of characters: bigint.", "length(\"Ada\") → 3"),
        new("substring", "text, start, count", 2, 3, "Up to count characters from start, counted from 1; all the rest without count.", "substring(\"Lovelace\", 1, 4) → \"Love\""),
        new("left", "text, count", 2, 2, "The first characters.", "left(\"Ada\", 2) → \"Ad\""),
        new("right", "text, count", 2, 2, "The last characters.", "right(\"Ada\", 2) → \"da\""),
        new("replace", "text, old, new", 3, 3, "Every old replaced by new, upper and lower case distinct.", "replace(\"a-b-c\", \"-\", \"\") → \"abc\""),
        new("pad_left", "text, width, fill", 2, 3, "Filled at the left up to width characters, with blanks unless fill is given (one character).", "pad_left(\"7\", 3, \"0\") → \"007\""),
        new("pad_right", "text, width, fill", 2, 3, "Filled at the right up to width characters.", "pad_right(\"7\", 3, \"0\") → \"700\""),
        new("starts_with", "text, start", 2, 2, "Whether the text begins with start: boolean.", "starts_with(\"Ada\", \"A\") → true"),
        new("ends_with", "text, end", 2, 2, "Whether the text ends with end: boolean.", "ends_with(\"Ada\", \"A\") → false"),
        new("contains", "text, part", 2, 2, "Whether part is in the text: boolean.", "contains(\"Ada\", \"d\") → true"),
        new("ascii", "text", 1, 1, "Letters without their accents and what is not ASCII left out: for addresses.", "ascii(\"René\") → \"Rene\""),
        new("pattern", "text", 1, 1, "A text drawn by a pattern, as the modifier `pattern` has it; the pattern may be a column of a data set.", "length(pattern(\"##-??\")) → 5"),
        new("text", "x", 1, 1, "Any value as text.", "text(42) → \"42\""),
        new("slug", "text", 1, 1, "Letters and digits in lower case, without accents, with one hyphen for what stands between them: for addresses.", "slug(\"Crème brûlée, 2 pieces\") → \"creme-brulee-2-pieces\""),
        new("initials", "text", 1, 1, "The first letters of the words, in upper case.", "initials(\"Ada King-Lovelace\") → \"AKL\""),
        new("repeat", "text, count", 2, 2, "The text so many times, up to about 100,000 characters.", "repeat(\"ab\", 3) → \"ababab\""),
        new("index_of", "text, part", 2, 2, "Where part begins in the text, counted from 1; 0 when it is not there: bigint.", "index_of(\"Ada\", \"d\") → 2"),
        new("split_part", "text, separator, number", 3, 3, "The part of that number between separators, from 1, or from the end when it is negative; empty when there is none.", "split_part(\"a-b-c\", \"-\", 2) → \"b\""),
        new("hash", "x", 1, 1, "16 hexadecimal digits that any value's text always gives: XXH3.", "length(hash(\"Ada\")) → 16"),
        new("format_number", "x, format", 2, 2, "A number by a format of .NET, a constant; the point is a point whatever the locale.", "format_number(1234.5, \"#,##0.00\") → \"1,234.50\""),
        new("abs", "x", 1, 1, "The value without its sign, of x's kind.", "abs(-3) → 3"),
        new("round", "x, digits", 1, 2, "Rounded to digits behind the point (0 without; a constant from 0 to 15), halves away from zero, of x's kind.", "round(2.345, 2) → 2.35"),
        new("floor", "x", 1, 1, "The greatest whole number not above x, of x's kind.", "floor(2.7) → 2"),
        new("ceiling", "x", 1, 1, "The least whole number not below x, of x's kind.", "ceiling(2.1) → 3"),
        new("sign", "x", 1, 1, "-1, 0 or 1, of x's kind.", "sign(-3.5) → -1"),
        new("sqrt", "x", 1, 1, "The square root: double.", "sqrt(9) → 3"),
        new("power", "x, exponent", 2, 2, "x to the power of exponent: double.", "power(2, 10) → 1024"),
        new("exp", "x", 1, 1, "e to the power of x: double.", "exp(0) → 1"),
        new("ln", "x", 1, 1, "The natural logarithm: double.", "ln(1) → 0"),
        new("log", "x", 1, 1, "The logarithm to the base 10: double.", "log(1000) → 3"),
        new("least", "x, y, …", 2, int.MaxValue, "The least of numbers, of days or of times; null when one is null.", "least(3, 1, 2) → 1"),
        new("greatest", "x, y, …", 2, int.MaxValue, "The greatest of numbers, of days or of times; null when one is null.", "greatest(3, 1, 2) → 3"),
        new("year", "t", 1, 1, "The year of a date, datetime or timestamp: bigint, as all parts are.", "year(2026-01-31) → 2026"),
        new("month", "t", 1, 1, "The month, 1 to 12.", "month(2026-01-31) → 1"),
        new("day", "t", 1, 1, "The day of the month.", "day(2026-01-31) → 31"),
        new("hour", "t", 1, 1, "The hour of a time, datetime or timestamp.", "hour(12:34:56) → 12"),
        new("minute", "t", 1, 1, "The minute.", "minute(12:34:56) → 34"),
        new("second", "t", 1, 1, "The second, without its fraction.", "second(12:34:56) → 56"),
        new("day_of_week", "t", 1, 1, "1 for Monday to 7 for Sunday, as ISO 8601 counts.", "day_of_week(2026-01-31) → 6"),
        new("date", "t", 1, 1, "The day of a datetime or timestamp: date.", "date(2026-01-31T12:34) → 2026-01-31"),
        new("quarter", "t", 1, 1, "The quarter of the year, 1 to 4.", "quarter(2026-05-01) → 2"),
        new("week", "t", 1, 1, "The week of the year as ISO 8601 counts, 1 to 53.", "week(2026-01-01) → 1"),
        new("start_of_month", "t", 1, 1, "The first day of the month: date.", "start_of_month(2026-02-14) → 2026-02-01"),
        new("end_of_month", "t", 1, 1, "The last day of the month: date.", "end_of_month(2026-02-14) → 2026-02-28"),
        new("add_months", "t, count", 2, 2, "So many months later, of t's type; the last day of a month that is shorter.", "add_months(2026-01-31, 1) → 2026-02-28"),
        new("years_between", "from, to", 2, 2, "The whole years from one day to the other, an age: bigint, negative when `to` comes first.", "years_between(2000-06-15, 2026-06-14) → 25"),
        new("format_date", "t, format", 2, 2, "A day or time by a format of .NET, a constant; names are English whatever the locale.", "format_date(2026-01-31, \"d MMM yyyy\") → \"31 Jan 2026\""),
        new("is_business_day", "t", 1, 1, "Whether it is a day from Monday to Friday: boolean.", "is_business_day(2026-01-31) → false"),
        new("next_business_day", "t", 1, 1, "The first business day after it, of t's type.", "next_business_day(2026-01-30) → 2026-02-02"),
        new("add_business_days", "t, count", 2, 2, "So many business days later, or earlier when count is negative, of t's type.", "add_business_days(2026-01-30, 5) → 2026-02-06"),
        new("business_days_between", "from, to", 2, 2, "The business days after `from`, up to and with `to`: bigint, negative when `to` comes first.", "business_days_between(2026-01-30, 2026-02-06) → 5"),
        new("business_time", "t", 1, 1, "t where it lies in Monday to Friday, 9:00 to 17:00; else a time in the hours of the next business day, the later the later t is.", "business_time(2026-01-31T13:00) → 2026-02-02T11:30"),
        new("days_between", "from, to", 2, 2, "The whole days from one moment to the other: bigint, negative when `to` comes first.", "days_between(2026-01-31, 2026-02-02) → 2"),
        new("after", "t, duration", 2, 2, "t plus duration, of t's type; for a date, whole days only.", "after(2026-01-31, 1d) → 2026-02-01"),
        new("before", "t, duration", 2, 2, "t minus duration, likewise.", "before(2026-01-31, 1d) → 2026-01-30"),
        new("season", "t, period, amplitude, phase", 3, 4, "A wave: 0 and rising at 2001-01-01 (a Monday), later by phase, from -amplitude to amplitude in each period: double.", "season(2001-01-01T06:00, 1d, 10) → 10"),
        new("trend", "t, from, change, per", 4, 4, "A straight line: 0 at from, and change more in each per: double.", "trend(2026-01-11, 2026-01-01, 3, 1d) → 30"),
        new("noise", "deviation", 1, 1, "Drawn from the bell curve around 0: double.", "noise(0) → 0"),
        new("coalesce", "x, y, …", 2, int.MaxValue, "The first value that is not null.", "coalesce(null, \"none\") → \"none\""),
        new("nullif", "x, y", 2, 2, "Null when both are equal, else x.", "nullif(0, 0) → null"),
    ];

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Finds a function by name; null where there is none.</summary>
    public static Function? Find(string name) => ByName.GetValueOrDefault(name);
}
