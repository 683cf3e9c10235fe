namespace TestDataGen.Language;

/// <summary>The words that mean something by themselves; as a name they stand in back-quotes where they would be misread.</summary>
internal static class Keywords
{
    /// <summary>Words that begin a declaration of a file.</summary>
    public static readonly HashSet<string> Declarations = ["import", "enum", "type", "mixin", "dataset", "schema", "generate"];

    /// <summary>Words that no bare name in an expression can be.</summary>
    public static readonly HashSet<string> Operators = ["and", "or", "not", "is", "null", "true", "false"];

    /// <summary>Names with a meaning in expressions, unless in back-quotes.</summary>
    public static readonly Dictionary<string, Variable> Variables = new()
    {
        ["now"] = Variable.Now, ["row_number"] = Variable.RowNumber, ["child_index"] = Variable.ChildIndex, ["moment"] = Variable.Moment,
    };

    /// <summary>What a <c>generate</c> block may set.</summary>
    public static readonly HashSet<string> Settings = ["seed", "locale", "now", "version", "scale"];

    private static readonly HashSet<string> Others =
        ["table", "check", "primary_key", "unique", "references", "rows", "row", "of", "with", "as", "per", "where", "if"];

    /// <summary>Whether a word goes on with what stands before it: it begins no line of a <c>generate</c> block.</summary>
    public static bool GoesOn(Token token) => token.Kind == TokenKind.Identifier && (token.Text is "per" or "from" or "to" or "as" || Operators.Contains(token.Text));

    /// <summary>Whether quotes around the word may change what it means.</summary>
    public static bool Contains(string word) =>
        Declarations.Contains(word) || Operators.Contains(word) || Variables.ContainsKey(word) || Settings.Contains(word) || Others.Contains(word);

    /// <summary>Whether a name can stand without quotes as far as its characters go.</summary>
    public static bool IsPlain(string name) =>
        name.Length > 0 && Lexer.IsNameStart(name[0]) && name.All(Lexer.IsNamePart);
}
