using System.Globalization;

namespace TestDataGen.Export;

/// <summary>What the partitions of a table ask of its rows: a row that falls into none is refused.</summary>
internal static class PostgreSqlPartitions
{
    /// <summary>Adds it as a check.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">As PostgreSQL writes it: <c>RANGE (paid_at)</c>.</param>
    /// <param name="bounds">Of each partition: <c>FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')</c>, <c>FOR VALUES IN ('a')</c>, <c>DEFAULT</c>.</param>
    public static void AddTo(DescribedTable table, string key, IReadOnlyList<string> bounds)
    {
        int open = key.IndexOf('(', StringComparison.Ordinal);
        string kind = key[..open].Trim();
        string column = key[(open + 1)..^1];
        if (bounds.Contains("DEFAULT") || kind == "HASH")
            return;
        if (SqlExpressionParser.TryParse(column, SqlSyntax.PostgreSql) is not SqlExpression.Name)
        {
            table.OtherRules.Add($"PARTITION BY {key}: {string.Join("; ", bounds)}");
            return;
        }

        if (kind == "LIST")
            table.Checks.Add(new DescribedCheck($"{column} IN ({string.Join(", ", bounds.Select(b => Brackets(b)[0]))})", "partitions"));
        else
            AddRanges(table, column, bounds);
    }

    // One range from the first to the last, where there is no gap between them; otherwise a choice of ranges.
    private static void AddRanges(DescribedTable table, string column, IReadOnlyList<string> bounds)
    {
        var ranges = new List<(string From, string To)>();
        foreach ((string from, string to) in bounds.Select(Brackets).Select(b => (b[0], b[1])).OrderBy(r => r.Item1 != "MINVALUE").ThenBy(r => decimal.TryParse(r.Item1, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal n) ? n : 0).ThenBy(r => r.Item1, StringComparer.Ordinal))
        {
            if (ranges.Count > 0 && ranges[^1].To == from)
                ranges[^1] = (ranges[^1].From, to);
            else
                ranges.Add((from, to));
        }

        string text = string.Join(" OR ", ranges.Select(r => string.Join(" AND ", Conditions(column, r.From, r.To))));
        if (text.Length > 0)
            table.Checks.Add(new DescribedCheck(text, "partitions"));
    }

    private static IEnumerable<string> Conditions(string column, string from, string to)
    {
        if (from != "MINVALUE")
            yield return $"{column} >= {from}";
        if (to != "MAXVALUE")
            yield return $"{column} < {to}";
    }

    private static string[] Brackets(string bound) => [.. bound.Split('(').Skip(1).Select(p => p[..p.LastIndexOf(')')])];
}
