using System.Globalization;

namespace TestDataGen.Export;

/// <summary>A type as a server writes it, cut up: <c>numeric(10,2)[]</c>.</summary>
/// <param name="Name">Its words, in lower case unless they stood in quotes: <c>timestamp with time zone</c>.</param>
/// <param name="Arguments">What stands in its brackets: numbers, or an enum's values.</param>
/// <param name="Dimensions">How often it is an array.</param>
internal sealed record ServerType(string Name, IReadOnlyList<string> Arguments, int Dimensions)
{
    /// <summary>Cuts a type up.</summary>
    public static ServerType Parse(string type, SqlSyntax syntax)
    {
        IReadOnlyList<SqlToken> tokens = SqlLexer.Lex(type, syntax with { HasBrackets = false });
        var words = new List<string>();
        var arguments = new List<string>();
        int dimensions = 0;
        int depth = 0;
        foreach (SqlToken token in tokens)
        {
            if (token.Is("("))
                depth++;
            else if (token.Is(")"))
                depth--;
            else if (token.Is("[") || token.Is("array"))
                dimensions++;
            else if (depth > 0 && token.Kind is SqlTokenKind.Number or SqlTokenKind.Text or SqlTokenKind.Word)
                arguments.Add(depth > 0 && arguments.Count > 0 && token.Kind == SqlTokenKind.Number && type[..token.Start].EndsWith('-') ? $"-{token.Text}" : token.Text);
            else if (depth == 0 && token.Kind is SqlTokenKind.Word)
                words.Add(token.Text.ToLowerInvariant());
            else if (depth == 0 && token.Kind is SqlTokenKind.QuotedName)
                words.Add(token.Text);
        }

        return new ServerType(string.Join(' ', words), arguments, dimensions);
    }

    /// <summary>A number in the brackets; null: it is not there.</summary>
    public int? Number(int index) =>
        index < Arguments.Count && int.TryParse(Arguments[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>An exact number of these digits, as near as the language has it: 28 are the most.</summary>
    public static string Decimal(int? precision, int? scale)
    {
        if (precision is not { } p)
            return "decimal(18, 4)";
        int s = Math.Clamp(scale ?? 0, 0, 28);
        return $"decimal({Math.Clamp(p - Math.Min(0, scale ?? 0), Math.Max(1, s), 28)}, {s})";
    }
}
