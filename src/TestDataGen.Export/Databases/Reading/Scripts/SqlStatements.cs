using System.Text.RegularExpressions;

namespace TestDataGen.Export;

/// <summary>Cuts a script into statements, without what only its client understands.</summary>
internal static partial class SqlStatements
{
    /// <summary>The statements, each as its tokens with an end.</summary>
    /// <param name="script">The script, of which the tokens tell their places: see <see cref="Clean"/>.</param>
    /// <param name="syntax">How it is written.</param>
    public static IEnumerable<List<SqlToken>> Split(string script, SqlSyntax syntax)
    {
        var statement = new List<SqlToken>();
        foreach (SqlToken token in SqlLexer.Lex(script, syntax))
        {
            if (!token.Is(";") && token.Kind != SqlTokenKind.End)
            {
                // PostgreSQL takes a name without quotes in lower case; keywords are the same in any.
                statement.Add(syntax.HasDollarQuotes && token.Kind == SqlTokenKind.Word ? token with { Text = token.Text.ToLowerInvariant() } : token);
                continue;
            }

            if (statement.Count > 0)
            {
                statement.Add(new SqlToken(SqlTokenKind.End, "", token.Start, token.Start));
                yield return statement;
            }

            statement = [];
        }
    }

    /// <summary>A script without rows of COPY, commands of psql, and blocks with another delimiter, of which none declares a table.</summary>
    public static string Clean(string script) => Commands().Replace(Blocks().Replace(CopiedRows().Replace(script, ";\n"), "\n"), "");

    [GeneratedRegex(@"^COPY\b[^;]*\bFROM\s+stdin\b[^;]*;.*?^\\\.\s*$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex CopiedRows();

    [GeneratedRegex(@"^DELIMITER\s+(?!;\s*$)\S+.*?^DELIMITER\s+;\s*$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^(\\.*|DELIMITER\b.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Commands();
}
