using System.Globalization;
using System.Text.RegularExpressions;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Compares the checks that a table would have with those that it has. Servers write a condition in their own way, so both are taken apart: what a column must be by itself is
/// compared as that, all else as conditions of the language, or, where it has no words for them, as SQL without what servers add.
/// </summary>
internal sealed partial class CheckComparison
{
    private readonly SqlDialect _dialect;
    private readonly DatabaseDescription _database;
    private readonly Table _table;
    private readonly IReadOnlyDictionary<Field, DescribedColumn> _columns;
    private readonly CheckTranslator _expected;
    private readonly CheckTranslator _actual;

    public CheckComparison(SqlDialect dialect, DatabaseDescription database, Table table, DescribedTable found, IReadOnlyDictionary<Field, DescribedColumn> columns)
    {
        (_dialect, _database, _table, _columns) = (dialect, database, table, columns);
        var fields = new Dictionary<string, TranslatedField>(dialect.Provider.ColumnNames);
        foreach (Field field in table.Fields)
            fields[field.Name] = new TranslatedField(SchemaFormatter.Name(field.Name), TypeOf(field), true);
        foreach (DescribedColumn column in found.Columns)
            fields.TryAdd(column.Name, new TranslatedField(SchemaFormatter.Name(column.Name), dialect.Reader.TypeOf(column.Type, database).Type, true));
        _expected = new CheckTranslator(dialect.Reader.Syntax, fields);
        _actual = new CheckTranslator(dialect.Reader.Syntax, fields);
        var checks = new SqlChecks(dialect);
        foreach (string condition in table.Fields.Select(checks.OfField).OfType<string>().Concat(checks.OfTable(table).Conditions))
            _expected.Add(new DescribedCheck(condition));
        foreach (DescribedCheck check in found.Checks)
            _actual.Add(check);
        foreach ((Field field, DescribedColumn column) in columns)
            AddType(column, field);
    }

    /// <summary>Whether a check of the schema says that a field is not null.</summary>
    public bool SaysNotNull(Field field) => _expected.FactsOf(field.Name).IsNotNull;

    /// <summary>Whether a check of the database says that a column is not null.</summary>
    public bool SaysNotNull(DescribedColumn column) => _actual.FactsOf(column.Name).IsNotNull;

    public IEnumerable<SchemaDifference> Run()
    {
        foreach ((Field field, DescribedColumn column) in _columns)
        {
            FieldFacts expected = _expected.FactsOf(field.Name);
            FieldFacts actual = _actual.FactsOf(column.Name);
            // A year, a number of one byte: what the type itself says needs no check.
            string byType = _dialect.Reader.TypeOf(column.Type, _database).Modifiers;
            foreach ((string? wanted, string? there, bool isMet) in Parts(field, expected, actual))
            {
                if (wanted != there && !(wanted is null ? isMet : there is null && wanted == byType))
                    yield return Differ(field.Name, wanted, there);
            }
        }

        HashSet<string> wantedConditions = [.. _expected.Conditions.Select(c => Plain(c.Condition))];
        HashSet<string> foundConditions = [.. _actual.Conditions.Select(c => Plain(c.Condition))];
        HashSet<string> said = [.. _table.Checks.Select(c => Bare(c.Text))];
        foreach (string condition in wantedConditions.Except(foundConditions))
            yield return Differ(null, condition, null);
        // Also what the schema says, but this database would not be told.
        foreach (string condition in foundConditions.Except(wantedConditions).Where(c => !said.Contains(Bare(c))))
            yield return Differ(null, null, condition);

        Dictionary<string, string> wantedRest = Rest(_expected);
        Dictionary<string, string> foundRest = Rest(_actual);
        foreach (string text in wantedRest.Keys.Except(foundRest.Keys))
            yield return Differ(null, wantedRest[text], null);
        foreach (string text in foundRest.Keys.Except(wantedRest.Keys))
            yield return Differ(null, null, foundRest[text]);
    }

    // Each with what is expected, what is there, and whether the field's values meet that anyway: not all that a field says becomes a check.
    private static IEnumerable<(string? Expected, string? Actual, bool IsMet)> Parts(Field field, FieldFacts expected, FieldFacts actual)
    {
        bool isReference = field.Reference is not null;
        yield return (Choices(expected), Choices(actual), isReference || (actual.Choices is { } choices && HasOnly(field, choices)));
        yield return (Bounds(expected), Bounds(actual), isReference || field.Type.Kind == TypeKind.Float);
        // Import-TdgSchema has given a text that only has a least length a greatest one, too.
        bool isImported = actual is { MaxLength: null, MinLength: > 0 } && expected.MaxLength == FieldFacts.MaxLengthBeside(actual.MinLength);
        bool isBinary = field.Type.Kind == TypeKind.Binary;
        yield return (isImported ? null : Longest(expected), Longest(actual), isReference || (isBinary ? field.Type.Length > 0 && field.Type.Length <= actual.MaxLength : field.MaxLength <= actual.MaxLength));
        yield return (Shortest(expected), Shortest(actual), isReference || (isBinary ? field.Type.Length : field.MinLength) >= actual.MinLength);
        yield return (Form(expected), Form(actual), isReference || (field.Source is RegexSource regex ? regex.Pattern == actual.Regex : actual.Form is { } form && field.Type.IsText && NamedTexts.Meet(field, form)));

        static string? Choices(FieldFacts facts) => facts.Choices is { } choices ? $"one_of({string.Join(", ", choices.Order(StringComparer.Ordinal))})" : null;
        static string? Bounds(FieldFacts facts) => (facts.Choices, facts.Min, facts.Max) switch
        {
            (not null, _, _) or (_, null, null) => null,
            (_, { } min, { } max) => $"between({min}, {max})",
            (_, { } min, null) => $"min({min})",
            (_, null, { } max) => $"max({max})",
        };
        string? Longest(FieldFacts facts) => facts.MaxLength is { } length ? string.Create(CultureInfo.InvariantCulture, $"at most {length} {(isBinary ? "bytes" : "characters")}") : null;
        string? Shortest(FieldFacts facts) => facts.MinLength > 0 ? string.Create(CultureInfo.InvariantCulture, $"at least {facts.MinLength} {(isBinary ? "bytes" : "characters")}") : null;
        static string? Form(FieldFacts facts) => facts.Regex is { } regex ? $"regex(/{regex}/)" : null;
    }

    private static bool HasOnly(Field field, IReadOnlyList<string> choices) => field.Source is ChoiceSource source && source.Values.All(v => choices.Contains(v.Value switch
    {
        string text => TdgLiterals.Text(text),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    }));

    /// <summary>The values of a server's type that is an enum; null: it is none.</summary>
    public static IReadOnlyList<string>? ValuesOf(FieldType type, string serverType, SqlSyntax syntax) =>
        type.Enum?.Values ?? (ServerType.Parse(serverType, syntax) is { Name: "enum", Arguments: var values } ? values : null);

    // What an enum of the database or a domain says is a check, too.
    private void AddType(DescribedColumn column, Field field)
    {
        FieldFacts facts = _actual.FactsOf(column.Name);
        FieldType type = _dialect.Reader.TypeOf(column.Type, _database);
        if (ValuesOf(type, column.Type, _dialect.Reader.Syntax) is { } values)
            facts.OneOf([.. values.Select(TdgLiterals.Text)]);
        if (type.Domain is not { Checks.Count: > 0 } domain)
            return;
        var checks = new CheckTranslator(_dialect.Reader.Syntax, new Dictionary<string, TranslatedField>(StringComparer.OrdinalIgnoreCase) { ["VALUE"] = new TranslatedField("", TypeOf(field), true) });
        foreach (DescribedCheck check in domain.Checks)
            checks.Add(check);
        facts.Take(checks.FactsOf("VALUE"));
    }

    private static string TypeOf(Field field) => (field.Type with { Enum = null }).ToString();

    private Dictionary<string, string> Rest(CheckTranslator checks)
    {
        var rest = new Dictionary<string, string>();
        foreach ((DescribedCheck check, _) in checks.Untranslated)
            rest.TryAdd(SqlExpressionParser.TryParse(check.Expression, _dialect.Reader.Syntax) is { } expression ? expression.ToPlainText() : Bare(check.Expression), SchemaDraft.InOneLine(check.Expression));
        return rest;
    }

    // MariaDB has no booleans: NOT a is a = 0 to it, and a is a <> 0.
    private static string Plain(string condition) => Falsehood().Replace(Truth().Replace(condition, ""), "not $1");

    [GeneratedRegex(@" (== true|!= false)\b")]
    private static partial Regex Truth();

    [GeneratedRegex(@"(`[^`]+`|\w+) (== false|!= true)\b")]
    private static partial Regex Falsehood();

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('(' or ')'))).ToLowerInvariant();

    private SchemaDifference Differ(string? column, string? expected, string? actual) =>
        new(_table.Name, column, DifferenceKind.Check, expected is null ? null : $"check {expected}", actual is null ? null : $"check {actual}");
}
