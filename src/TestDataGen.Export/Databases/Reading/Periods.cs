using System.Text.RegularExpressions;

namespace TestDataGen.Export;

/// <summary>
/// Finds the columns that end what another column begins, by the checks that say so: <c>ends_at > starts_at AND ends_at &lt;= starts_at + INTERVAL '2 hours'</c>.
/// Drawn by themselves, both would meet the check too, but years would lie between them.
/// </summary>
internal sealed class Periods
{
    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "end", "ends", "ended", "ending", "finish", "finishes", "finished", "stop", "stops", "stopped", "until", "to", "thru", "through", "close", "closes", "closed", "complete", "completed", "completion", "resolved", "out",
        "checkout", "departure", "departs", "arrival", "arrives", "arrived", "return", "returns", "returned", "ship", "shipped", "shipping", "deliver", "delivered", "delivery", "due", "paid", "expire", "expires", "expired", "expiry",
        "expiration", "updated", "modified", "changed", "sent", "received", "processed",
    };

    // What a beginning is called, and what the end of the same thing is called then: start_date and end_date.
    private static readonly (string Begins, string[] Ends)[] Pairs =
    [
        ("start", ["end", "finish", "stop"]), ("starts", ["ends"]), ("started", ["ended", "finished", "stopped", "completed"]), ("begin", ["end"]), ("begins", ["ends"]), ("began", ["ended"]), ("from", ["to", "until", "thru"]),
        ("created", ["updated", "modified", "changed"]), ("create", ["update", "modify"]), ("opened", ["closed"]), ("open", ["close"]), ("departure", ["arrival"]), ("departs", ["arrives"]), ("checkin", ["checkout"]), ("check_in", ["check_out"]),
        ("ordered", ["shipped", "delivered"]), ("order", ["required", "shipped", "ship", "delivery"]), ("rental", ["return"]), ("issued", ["expires"]), ("issue", ["expiry", "expiration"]),
    ];

    private const int MostMonths = 120_000;

    private readonly List<Period> _found = [];

    /// <summary>Those that have a limit, or that are called what ends are called, in the order of the checks.</summary>
    public IEnumerable<Period> Found => _found.Where(p => p.IsOrdered && (p.Most is not null || p.IsNamed || Words(p.Later).Any(Ends.Contains)));

    /// <summary>Takes what the names of a table's columns say, where no check says anything of the two.</summary>
    public void Add(IReadOnlyList<string> columns)
    {
        foreach (string earlier in columns)
        {
            foreach ((string begins, string[] ends) in Pairs)
            {
                int at = earlier.IndexOf(begins, StringComparison.OrdinalIgnoreCase);
                if (at < 0 || (at > 0 && char.IsLetter(earlier[at - 1]) && !char.IsUpper(earlier[at])))
                    continue;
                foreach (string end in ends)
                {
                    string name = $"{earlier[..at]}{end}{earlier[(at + begins.Length)..]}";
                    if (columns.FirstOrDefault(c => c.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } later && !_found.Exists(p => (p.Earlier == later && p.Later == earlier) || p.Later == later))
                        _found.Add(new Period(later, earlier) { IsOrdered = true, IsNamed = true });
                }
            }
        }
    }

    /// <summary>Takes what a check says, if it is about two columns.</summary>
    public void Add(SqlExpression condition)
    {
        switch (condition)
        {
            case SqlExpression.Between { IsNot: false } between:
                Compare(between.Operand, ">=", between.Low);
                Compare(between.Operand, "<=", between.High);
                break;
            case SqlExpression.Binary { Operator: "<" or "<=" or ">" or ">=" } comparison:
                Compare(comparison.Left, comparison.Operator, comparison.Right);
                break;
        }
    }

    private void Compare(SqlExpression left, string comparison, SqlExpression right)
    {
        string turned = comparison.Replace('<', '≤').Replace('>', '<').Replace('≤', '>');
        switch (Uncast(left), Uncast(right))
        {
            case (SqlExpression.Name a, SqlExpression.Name b):
                (string later, string earlier) = comparison[0] == '>' ? (a.Text, b.Text) : (b.Text, a.Text);
                Of(later, earlier).IsOrdered = true;
                break;
            case (SqlExpression.Name a, SqlExpression.Binary { Operator: "+", Left: var start, Right: var time }) when Uncast(start) is SqlExpression.Name b && Length(time) is { } length:
                Limit(Of(a.Text, b.Text), comparison, length);
                break;
            case (SqlExpression.Binary { Operator: "+", Left: var start, Right: var time }, SqlExpression.Name a) when Uncast(start) is SqlExpression.Name b && Length(time) is { } length:
                Limit(Of(a.Text, b.Text), turned, length);
                break;
            case (SqlExpression.Binary { Operator: "-", Left: var end, Right: var start }, _) when Uncast(end) is SqlExpression.Name a && Uncast(start) is SqlExpression.Name b && Length(right) is { } length:
                Limit(Of(a.Text, b.Text), comparison, length);
                break;
        }
    }

    private static void Limit(Period period, string comparison, TimeSpan length)
    {
        bool isReached = comparison.EndsWith('=');
        if (comparison[0] == '<')
            (period.Most, period.IsMostReached) = (length, isReached);
        else
            (period.Least, period.IsLeastReached, period.IsOrdered) = (length, isReached, true);
    }

    private Period Of(string later, string earlier)
    {
        Period? period = _found.Find(p => p.Later == later && p.Earlier == earlier);
        if (period is null)
            _found.Add(period = new Period(later, earlier));
        return period;
    }

    private static SqlExpression Uncast(SqlExpression expression) => expression is SqlExpression.Cast { Type: not "interval" } cast ? Uncast(cast.Operand) : expression;

    // Years have no leap day, and months are the shortest: that much is never more than is said.
    private static TimeSpan? Length(SqlExpression expression)
    {
        if (expression is not SqlExpression.Cast { Type: "interval", Operand: SqlExpression.Literal { Value: var text } } || !SqlInterval.TryRead(text, out int months, out TimeSpan time) || months > MostMonths)
            return null;
        TimeSpan length = months == 0 ? time : TimeSpan.FromDays((365 * (months / 12)) + (28 * (months % 12)));
        return length > TimeSpan.Zero ? length : null;
    }

    private static string[] Words(string name) => Regex.Split(name, "[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

    /// <summary>A column that is later than another of the same row.</summary>
    internal sealed class Period(string later, string earlier)
    {
        public string Later { get; } = later;

        public string Earlier { get; } = earlier;

        /// <summary>Whether their names alone say it.</summary>
        public bool IsNamed { get; init; }

        /// <summary>Whether it is said which of them is later.</summary>
        public bool IsOrdered { get; set; }

        /// <summary>The least time between them; null: none is said.</summary>
        public TimeSpan? Least { get; set; }

        /// <summary>The most time between them; null: none is said.</summary>
        public TimeSpan? Most { get; set; }

        /// <summary>Whether the least time itself is allowed.</summary>
        public bool IsLeastReached { get; set; }

        /// <summary>Whether the most time itself is allowed.</summary>
        public bool IsMostReached { get; set; }

        /// <summary>The time between them as a range of the language; null: there is none for such a type.</summary>
        /// <param name="isInDays">Whether the later one is a day.</param>
        public string? Range(bool isInDays)
        {
            TimeSpan unit = isInDays ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(1);
            TimeSpan most = Most - (IsMostReached ? TimeSpan.Zero : unit) ?? (Least ?? TimeSpan.Zero) + TimeSpan.FromDays(30);
            // Where the least is not said, something that can be seen.
            TimeSpan usual = Most is null ? isInDays ? unit : TimeSpan.FromHours(1) : TimeSpan.FromTicks(Math.Max(1, most.Ticks / 8 / unit.Ticks) * unit.Ticks);
            TimeSpan least = Least + (IsLeastReached ? TimeSpan.Zero : unit) ?? usual;
            return least <= most ? $"({TdgLiterals.Duration(least)}..{TdgLiterals.Duration(most)})" : null;
        }
    }
}
