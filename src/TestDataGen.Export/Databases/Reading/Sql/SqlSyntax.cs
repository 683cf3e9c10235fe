namespace TestDataGen.Export;

/// <summary>In what the texts of databases differ before a word of them is understood.</summary>
/// <param name="HasBackslashes">Whether a backslash in a text escapes the next character.</param>
/// <param name="HasBrackets">Whether <c>[x]</c> is a name.</param>
/// <param name="HasDollarQuotes">Whether <c>$$ … $$</c> is a text.</param>
/// <param name="HasDoubleQuotedTexts">Whether <c>"x"</c> is a text and no name.</param>
/// <param name="HasHashComments">Whether a comment goes from <c>#</c> to the end of the line.</param>
internal sealed record SqlSyntax(
    bool HasBackslashes = false, bool HasBrackets = false, bool HasDollarQuotes = false, bool HasDoubleQuotedTexts = false, bool HasHashComments = false)
{
    /// <summary>PostgreSQL.</summary>
    public static SqlSyntax PostgreSql { get; } = new(HasDollarQuotes: true);

    /// <summary>MySQL and MariaDB.</summary>
    public static SqlSyntax MySql { get; } = new(HasBackslashes: true, HasDoubleQuotedTexts: true, HasHashComments: true);

    /// <summary>SQLite.</summary>
    public static SqlSyntax Sqlite { get; } = new(HasBrackets: true);

    /// <summary>SQL Server.</summary>
    public static SqlSyntax SqlServer { get; } = new(HasBrackets: true);
}
