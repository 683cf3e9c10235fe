namespace TestDataGen.Language;

/// <summary>
/// All diagnostics, registered once. A code keeps its meaning for ever; a new one takes the next free number of its hundred:
/// 00xx files and words, 01xx grammar, 02xx names, 03xx types, 04xx constraints and values, 05xx relations and counts, 06xx runs.
/// </summary>
public static class DiagnosticCatalog
{
    private static readonly List<DiagnosticRule> Rules = [];

    // 00xx: files and words.

    /// <summary>TDG0001</summary>
    public static DiagnosticRule FileNotFound { get; } = Add("TDG0001", "no such file", "Check the path.");

    /// <summary>TDG0002</summary>
    public static DiagnosticRule FileUnreadable { get; } = Add("TDG0002", "file can't be read", "Check that it is a file and that you may read it.");

    /// <summary>TDG0003</summary>
    public static DiagnosticRule FileTooLarge { get; } = Add("TDG0003", "file too large", "A schema is small; is this the right file?");

    /// <summary>TDG0004</summary>
    public static DiagnosticRule NotUtf8 { get; } = Add("TDG0004", "file not in UTF-8", "Save it as UTF-8.");

    /// <summary>TDG0005</summary>
    public static DiagnosticRule BadCharacter { get; } = Add("TDG0005", "character that is no word of the language", "Take it away.");

    /// <summary>TDG0006</summary>
    public static DiagnosticRule UnterminatedText { get; } = Add("TDG0006", "text without end", "A text ends with `\"` on the line where it begins; a line break in it is written \\n.");

    /// <summary>TDG0007</summary>
    public static DiagnosticRule UnterminatedComment { get; } = Add("TDG0007", "comment without end", "Close it with `*/`.");

    /// <summary>TDG0008</summary>
    public static DiagnosticRule UnterminatedRegex { get; } = Add("TDG0008", "regular expression without end", "Close it with `/` on the same line; a slash in it is written `\\/`.");

    /// <summary>TDG0009</summary>
    public static DiagnosticRule UnterminatedName { get; } = Add("TDG0009", "quoted name without end", "Close it with a back-quote on the same line; a back-quote in it is written twice.");

    /// <summary>TDG0010</summary>
    public static DiagnosticRule EmptyName { get; } = Add("TDG0010", "empty name", "Write a name between the back-quotes.");

    /// <summary>TDG0011</summary>
    public static DiagnosticRule BadEscape { get; } = Add("TDG0011", "unknown escape in a text", "A backslash itself is written \\\\.");

    /// <summary>TDG0012</summary>
    public static DiagnosticRule SingleQuotes { get; } = Add("TDG0012", "text in single quotes", "Put it in double quotes.");

    /// <summary>TDG0013</summary>
    public static DiagnosticRule NumberTooLarge { get; } = Add("TDG0013", "number too large", "Numbers have up to 28 digits; write greater ones with an exponent, as in 1e40.");

    /// <summary>TDG0014</summary>
    public static DiagnosticRule BadUnit { get; } = Add("TDG0014", "unknown unit of time", "Units are w, d, h, m, s and ms.");

    /// <summary>TDG0015</summary>
    public static DiagnosticRule BadDate { get; } = Add("TDG0015", "no date or time", "Dates are written 2026-01-31, times 23:59 or 23:59:59, both together 2026-01-31T23:59.");

    /// <summary>TDG0016</summary>
    public static DiagnosticRule NoSchema { get; } = Add("TDG0016", "no schema in the file", "Write `schema NAME { table … }`.");

    /// <summary>TDG0017</summary>
    public static DiagnosticRule TooManyFields { get; } = Add("TDG0017", "too many fields", "Use fewer mixins, or smaller ones.");

    /// <summary>TDG0018</summary>
    public static DiagnosticRule ImportCircle { get; } = Add("TDG0018", "imports in a circle", "Put what both files need into a third.");

    /// <summary>TDG0020</summary>
    public static DiagnosticRule DataSetUnreadable { get; } = Add("TDG0020", "data set can't be read", "Check the path, which starts at the folder of the .tdg file, and that you may read it.");

    /// <summary>TDG0021</summary>
    public static DiagnosticRule DataSetMalformed { get; } = Add("TDG0021", "malformed data set", "Correct the file.");

    // 01xx: grammar.

    /// <summary>TDG0101</summary>
    public static DiagnosticRule Unexpected { get; } = Add("TDG0101", "something else was expected", "Complete what stands before, or take this away.");

    /// <summary>TDG0102</summary>
    public static DiagnosticRule TooDeep { get; } = Add("TDG0102", "nested too deep", "Break it up: give a part a field of its own.");

    /// <summary>TDG0103</summary>
    public static DiagnosticRule Chained { get; } = Add("TDG0103", "operators that don't chain", "Use brackets.");

    // 02xx: names.

    /// <summary>TDG0201</summary>
    public static DiagnosticRule Duplicate { get; } = Add("TDG0201", "name given twice", "Give one of them another name; upper and lower case make no difference.");

    /// <summary>TDG0202</summary>
    public static DiagnosticRule UnknownType { get; } = Add("TDG0202", "unknown type", "Types are smallint, integer, bigint, decimal(p, s), float, double, boolean, string(n), text, date, time, datetime, timestamp, uuid, json, binary(n), and every declared enum and type.");

    /// <summary>TDG0203</summary>
    public static DiagnosticRule UnknownField { get; } = Add("TDG0203", "unknown field", "Name a field of this table, or of a parent by the alias of its reference.");

    /// <summary>TDG0204</summary>
    public static DiagnosticRule UnknownTable { get; } = Add("TDG0204", "unknown table", "Name a table of this schema.");

    /// <summary>TDG0205</summary>
    public static DiagnosticRule UnknownFunction { get; } = Add("TDG0205", "unknown function", "The functions are listed in docs/language.md.");

    /// <summary>TDG0206</summary>
    public static DiagnosticRule UnknownFormat { get; } = Add("TDG0206", "unknown format", "Get-TdgFormat and docs/formats.md list the formats.");

    /// <summary>TDG0207</summary>
    public static DiagnosticRule UnknownModifier { get; } = Add("TDG0207", "unknown modifier", "The modifiers are listed in docs/language.md. An own generator is registered before the schema is read: Register-TdgGenerator.");

    /// <summary>TDG0208</summary>
    public static DiagnosticRule UnknownEnumValue { get; } = Add("TDG0208", "unknown value of an enum", "Name one of the enum's values.");

    /// <summary>TDG0209</summary>
    public static DiagnosticRule UnknownSchema { get; } = Add("TDG0209", "unknown schema", "Name a schema of this file.");

    /// <summary>TDG0210</summary>
    public static DiagnosticRule UnknownAlias { get; } = Add("TDG0210", "unknown parent", "Name the alias of a reference: `references(t.f) as alias`.");

    /// <summary>TDG0211</summary>
    public static DiagnosticRule AmbiguousAlias { get; } = Add("TDG0211", "ambiguous parent", "Give each reference a name of its own with `as`.");

    /// <summary>TDG0212</summary>
    public static DiagnosticRule ReservedTypeName { get; } = Add("TDG0212", "name of a built-in type", "Take another name.");

    /// <summary>TDG0213</summary>
    public static DiagnosticRule UnknownMixin { get; } = Add("TDG0213", "unknown mixin", "Name a mixin of this file, or declare it: `mixin NAME { … }`.");

    /// <summary>TDG0214</summary>
    public static DiagnosticRule UnknownDataSet { get; } = Add("TDG0214", "unknown data set", "Name a data set of this file or a built-in one, or declare it: `dataset NAME = csv(\"file.csv\")`.");

    // 03xx: types.

    /// <summary>TDG0301</summary>
    public static DiagnosticRule TypeMismatch { get; } = Add("TDG0301", "value of another type", "Write a value of the field's type, or give the field another type.");

    /// <summary>TDG0302</summary>
    public static DiagnosticRule BadOperands { get; } = Add("TDG0302", "operator does not take these types", "Take operands of types that the operator takes.");

    /// <summary>TDG0303</summary>
    public static DiagnosticRule BadArgument { get; } = Add("TDG0303", "argument of another type", "Give it a value of that kind.");

    /// <summary>TDG0304</summary>
    public static DiagnosticRule ArgumentCount { get; } = Add("TDG0304", "wrong number of arguments", "Give it the arguments that it takes.");

    /// <summary>TDG0305</summary>
    public static DiagnosticRule MayBeNull { get; } = Add("TDG0305", "may be null", "Add `nullable` to the field, or give another value for null with coalesce(x, other).");

    /// <summary>TDG0306</summary>
    public static DiagnosticRule BadMeasure { get; } = Add("TDG0306", "wrong measures of a type", "Write decimal(p, s) with p from 1 to 28 and s up to p, string(n) and binary(n) with n from 1.");

    /// <summary>TDG0307</summary>
    public static DiagnosticRule Circle { get; } = Add("TDG0307", "fields in a circle", "Break the circle: one of these fields must do without the next.");

    /// <summary>TDG0308</summary>
    public static DiagnosticRule NotHere { get; } = Add("TDG0308", "can't stand here", "Take it away.");

    /// <summary>TDG0309</summary>
    public static DiagnosticRule SumInRange { get; } = Add(
        "TDG0309", "sum at the beginning of a range", "Put brackets round the range, x + (1..5), or round the sum, (x + 1)..5.", DiagnosticSeverity.Warning);

    // 04xx: constraints and values.

    /// <summary>TDG0401</summary>
    public static DiagnosticRule MinOverMax { get; } = Add("TDG0401", "least over greatest", "Exchange the two.");

    /// <summary>TDG0402</summary>
    public static DiagnosticRule NotForType { get; } = Add("TDG0402", "modifier not for this type", "Take it away, or give the field another type.");

    /// <summary>TDG0403</summary>
    public static DiagnosticRule BadWeight { get; } = Add("TDG0403", "wrong weight", "Weights are numbers from 0, at least one above 0.");

    /// <summary>TDG0404</summary>
    public static DiagnosticRule TwoSources { get; } = Add("TDG0404", "two sources of values", "Keep one of them.");

    /// <summary>TDG0405</summary>
    public static DiagnosticRule RepeatedModifier { get; } = Add("TDG0405", "modifier given twice", "Keep one of them.");

    /// <summary>TDG0406</summary>
    public static DiagnosticRule OutOfRange { get; } = Add("TDG0406", "value out of the type's range", "Take a value within the range, or a wider type.");

    /// <summary>TDG0407</summary>
    public static DiagnosticRule TooLong { get; } = Add("TDG0407", "text too long for the field", "Make the field longer or the text shorter.");

    /// <summary>TDG0408</summary>
    public static DiagnosticRule BadRegex { get; } = Add("TDG0408", "malformed regular expression", "Correct the expression between the slashes.");

    /// <summary>TDG0409</summary>
    public static DiagnosticRule NotConstant { get; } = Add("TDG0409", "not a constant", "Write a constant.");

    /// <summary>TDG0410</summary>
    public static DiagnosticRule Contradiction { get; } = Add("TDG0410", "constraints that contradict", "Take one of them away.");

    /// <summary>TDG0411</summary>
    public static DiagnosticRule BadParameter { get; } = Add("TDG0411", "parameter that makes no sense", "Take another value.");

    /// <summary>TDG0412</summary>
    public static DiagnosticRule EmptyTable { get; } = Add("TDG0412", "nothing in the braces", "Fill the braces.");

    /// <summary>TDG0413</summary>
    public static DiagnosticRule TwoPrimaryKeys { get; } = Add("TDG0413", "two primary keys", "Keep one; make the other `unique`.");

    /// <summary>TDG0414</summary>
    public static DiagnosticRule BadPercent { get; } = Add("TDG0414", "wrong percentage", "Write a percentage from 0% to 100%.");

    /// <summary>TDG0430</summary>
    public static DiagnosticRule CheckNeverHolds { get; } = Add("TDG0430", "check that never holds", "Change the check, or the fields that it reads.");

    // 05xx: relations and counts.

    /// <summary>TDG0501</summary>
    public static DiagnosticRule NotUnique { get; } = Add("TDG0501", "reference to a field that is not unique", "Refer to the primary key, or add `unique` to that field.");

    /// <summary>TDG0502</summary>
    public static DiagnosticRule ReferenceType { get; } = Add("TDG0502", "reference of another type", "Give both fields the same type.");

    /// <summary>TDG0503</summary>
    public static DiagnosticRule TableCircle { get; } = Add("TDG0503", "tables in a circle", "Make one of the references nullable.");

    /// <summary>TDG0504</summary>
    public static DiagnosticRule NoParent { get; } = Add("TDG0504", "counted per a table that is no parent", "Count per a table that this one refers to.");

    /// <summary>TDG0505</summary>
    public static DiagnosticRule NoChildIndex { get; } = Add("TDG0505", "child_index or previous without a count per parent", "Count the table per parent in its generate block: `1..5 per parent`.");

    /// <summary>TDG0506</summary>
    public static DiagnosticRule BadCount { get; } = Add("TDG0506", "wrong number of rows", "Write a whole number from 0, or a range a..b with a up to b.");

    /// <summary>TDG0507</summary>
    public static DiagnosticRule BadSetting { get; } = Add("TDG0507", "wrong setting", "Write a value that the setting takes.");

    /// <summary>TDG0510</summary>
    public static DiagnosticRule NoSuchRow { get; } = Add("TDG0510", "no row to refer to", "Give that row by `rows` in the parent, or refer to one that is there.");

    /// <summary>TDG0520</summary>
    public static DiagnosticRule NoChildren { get; } = Add("TDG0520", "aggregate over rows that are not counted per this one", "Count the table per this one in the generate block: `1..5 per parent`.");

    /// <summary>TDG0521</summary>
    public static DiagnosticRule NoSeries { get; } = Add("TDG0521", "moment without a time series", "Count the table by time in its generate block: `every 15m from 2025-01-01 to now`, with `per parent` or without.");

    // 06xx: runs. They take the row counts or the run's own parameters, so that only a plan can find them.

    /// <summary>TDG0600</summary>
    public static DiagnosticRule BadOption { get; } = Add("TDG0600", "wrong parameter of the run", "Change the parameter.");

    /// <summary>TDG0601</summary>
    public static DiagnosticRule DomainTooSmall { get; } = Add("TDG0601", "too few unique values", "Ask for fewer rows, or give the field more values.");

    /// <summary>TDG0602</summary>
    public static DiagnosticRule NotProvablyUnique { get; } = Add("TDG0602", "values that can't be shown to be unique", "Put a unique ingredient into the value.");

    /// <summary>TDG0603</summary>
    public static DiagnosticRule KeyOutOfRange { get; } = Add("TDG0603", "values leave the type's range", "Take a wider type.");

    /// <summary>TDG0604</summary>
    public static DiagnosticRule TooManyRows { get; } = Add("TDG0604", "too many rows", "Ask for fewer rows.");

    /// <summary>TDG0605</summary>
    public static DiagnosticRule NoParents { get; } = Add("TDG0605", "no parents to refer to", "Give the parent rows, or make the field nullable.");

    /// <summary>TDG0606</summary>
    public static DiagnosticRule BadSource { get; } = Add("TDG0606", "source with no value within the bounds", "Widen the bounds.");

    /// <summary>TDG0607</summary>
    public static DiagnosticRule NoParentFits { get; } = Add("TDG0607", "no parent that fits", "Let some rows of the parent fit, or make the field nullable.");

    /// <summary>TDG0608</summary>
    public static DiagnosticRule NoGenerator { get; } = Add("TDG0608", "generator that is not registered", "Register it again: Register-TdgGenerator.");

    /// <summary>TDG0609</summary>
    public static DiagnosticRule NoDatabase { get; } = Add(
        "TDG0609", "no database to refer to", "Give the run the database: New-TdgData with -ConnectionString or -Server, Export-TdgSql -Append, tdg generate --append.");

    /// <summary>TDG0630</summary>
    public static DiagnosticRule UnmetCheck { get; } = Add("TDG0630", "check that rows can't meet", "Widen what its fields are drawn from, or loosen the check.");

    /// <summary>TDG0631</summary>
    public static DiagnosticRule RareCheck { get; } = Add("TDG0631", "check that holds rarely", "Narrow the ranges of its fields, so that it holds more often.", DiagnosticSeverity.Warning);

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticRule> All => Rules;

    private static DiagnosticRule Add(string code, string title, string cure, DiagnosticSeverity severity = DiagnosticSeverity.Error)
    {
        var rule = new DiagnosticRule(code, title, cure, severity);
        Rules.Add(rule);
        return rule;
    }
}
