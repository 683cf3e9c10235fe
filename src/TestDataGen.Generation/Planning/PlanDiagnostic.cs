using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What only a plan can find wrong: it takes the row counts, or the run's own parameters. Codes and cures stand in the <see cref="DiagnosticCatalog"/>.</summary>
internal static class PlanDiagnostic
{
    /// <summary>A parameter of the run is wrong.</summary>
    public static Diagnostic Option(string message, string hint) => DiagnosticCatalog.BadOption.ForRun(message, hint);

    /// <summary>A unique field needs more values than its source has.</summary>
    public static Diagnostic DomainTooSmall(Field field, long rows, UInt128 size, string source, string hint) => Field(
        field,
        DiagnosticCatalog.DomainTooSmall,
        string.Create(CultureInfo.InvariantCulture, $"{field} needs {rows:N0} unique values, {source}: {size:N0}."),
        hint);

    /// <summary>A key of several fields that needs more combinations than there are.</summary>
    public static Diagnostic KeyTooSmall(Table table, IReadOnlyList<Field> fields, string wanted, UInt128 size) => Field(
        fields[0],
        DiagnosticCatalog.DomainTooSmall,
        string.Create(CultureInfo.InvariantCulture, $"{wanted} of {table.Name} need different values of ({string.Join(", ", fields.Select(f => f.Name))}), of which there are {size:N0}."),
        "Ask for fewer rows, or give one of the fields more values or its parent more rows.");

    /// <summary>A key of several fields of which none can be shown to differ.</summary>
    public static Diagnostic KeyNotProvablyUnique(Table table, IReadOnlyList<Field> fields, string hint) => Field(
        fields[0],
        DiagnosticCatalog.NotProvablyUnique,
        $"({string.Join(", ", fields.Select(f => f.Name))}) of {table.Name} is unique, but nothing in it can be shown to be.",
        hint);

    /// <summary>A unique field whose values can't be shown to be unique.</summary>
    public static Diagnostic NotProvablyUnique(Field field, string reason, string hint) =>
        Field(field, DiagnosticCatalog.NotProvablyUnique, $"{field} is unique, but {reason}.", hint);

    /// <summary>A sequence or key leaves its type's range.</summary>
    public static Diagnostic OutOfRange(Field field, string message, string hint) => Field(field, DiagnosticCatalog.KeyOutOfRange, message, hint);

    /// <summary>More rows than can be counted.</summary>
    public static Diagnostic TooManyRows(Table table, TextSpan span) => DiagnosticCatalog.TooManyRows.At(
        table.Schema.Source, span, string.Create(CultureInfo.InvariantCulture, $"Table {table.Name} would have more than {PlanLimits.MaxRows:N0} rows."));

    /// <summary>A time series that ends before it begins, with the clock of the run.</summary>
    public static Diagnostic EmptySeries(Table table, DateTime from, DateTime to, TextSpan span) => DiagnosticCatalog.BadCount.At(
        table.Schema.Source,
        span,
        string.Create(CultureInfo.InvariantCulture, $"The time series of {table.Name} ends at {to:yyyy-MM-dd HH:mm}, before it begins at {from:yyyy-MM-dd HH:mm}."),
        "Give the run another clock (now), or the series other ends.");

    /// <summary>A reference that must point at a row where there is none.</summary>
    public static Diagnostic NoParents(Reference reference, long rows) => Field(
        reference.Fields[0],
        DiagnosticCatalog.NoParents,
        string.Create(CultureInfo.InvariantCulture, $"{reference.Fields[0]} must point at a row of {reference.Parent.Name}, which has none, in {rows:N0} rows."),
        $"Give {reference.Parent.Name} rows, or make the field nullable.");

    /// <summary>A reference to rows of a database, and the run has none.</summary>
    public static Diagnostic NoDatabase(Reference reference) => Field(
        reference.Fields[0], DiagnosticCatalog.NoDatabase, $"{reference.Fields[0]} refers to rows of {reference.Parent.Name} that are in a database, and this run has none.");

    /// <summary>A row that a table gives, and that refers to a row that is not in the database.</summary>
    public static Diagnostic NoSuchParent(Reference reference, string key) => Field(
        reference.Fields[0], DiagnosticCatalog.NoParents, $"A row that {reference.Table.Name} gives refers to a row of {reference.Parent.Name} that is not in the database: {key}.",
        $"Add that row to {reference.Parent.Name}.");

    /// <summary>A table in the database whose numbers are at their end.</summary>
    public static Diagnostic NoNumbersLeft(Table table) => DiagnosticCatalog.KeyOutOfRange.At(
        table.Schema.Source, table.Span, $"The rows of {table.Name} in the database leave no numbers for rows behind them.", "Delete the row with the greatest number, or number the rows in another way.");

    /// <summary>A value that a row of the database has, too, in a field that can't take another.</summary>
    public static Diagnostic TakenValue(Table table, IReadOnlyList<Field> fields, string value, long row, string hint) => Field(
        fields[0],
        DiagnosticCatalog.NotProvablyUnique,
        string.Create(CultureInfo.InvariantCulture, $"{Named(table, fields)} is unique, but row {row + 1:N0} would have {value}, which a row of the database has."),
        hint);

    /// <summary>Unique values of which those that the database has leave too few.</summary>
    public static Diagnostic NoValueLeft(Table table, IReadOnlyList<Field> fields, long rows, long row) => Field(
        fields[0],
        DiagnosticCatalog.DomainTooSmall,
        string.Create(CultureInfo.InvariantCulture, $"{Named(table, fields)} needs {rows:N0} unique values that no row of the database has: for row {row + 1:N0} none is left."),
        "Ask for fewer rows, widen what it draws from, or take unique away.");

    private static string Named(Table table, IReadOnlyList<Field> fields) =>
        fields.Count == 1 ? fields[0].ToString() : $"({string.Join(", ", fields.Select(f => f.Name))}) of {table.Name}";

    /// <summary>A reference whose condition no row of the parent meets.</summary>
    public static Diagnostic NoParentFits(Reference reference, long rows, string text) => Field(
        reference.Fields[0],
        DiagnosticCatalog.NoParentFits,
        string.Create(CultureInfo.InvariantCulture, $"{reference} finds none among the {rows:N0} rows of {reference.Parent.Name}: {text}."),
        $"Let some rows of {reference.Parent.Name} fit, or make the field nullable.");

    /// <summary>A source that the field's bounds or arguments leave nothing of.</summary>
    public static Diagnostic BadSource(Field field, string message, string hint) => Field(field, DiagnosticCatalog.BadSource, message, hint);

    /// <summary>A generator that was registered when the schema was read and is not any more.</summary>
    public static Diagnostic NoGenerator(Field field, string name) =>
        Field(field, DiagnosticCatalog.NoGenerator, $"{field} takes its values from the generator `{name}`, which is not registered.");

    /// <summary>A check that can be seen to hold in no row.</summary>
    public static Diagnostic NeverHolds(Check check, ValueRanges ranges)
    {
        string[] known = [.. ExpressionTree.Accesses(check.Condition).DistinctBy(ExpressionText.Of).Select(ranges.Describe).OfType<string>().Take(4)];
        return DiagnosticCatalog.CheckNeverHolds.At(
            check.Table.Schema.Source, check.Span, known.Length == 0 ? "This is false in every row." : $"This is false in every row: {string.Join(", ", known)}.");
    }

    /// <summary>A check that holds in few rows.</summary>
    public static Diagnostic RareCheck(CheckPlan check) => DiagnosticCatalog.RareCheck.At(
        check.Check.Table.Schema.Source,
        check.Check.Span,
        string.Create(CultureInfo.InvariantCulture, $"This holds in {check.Rate * 100:0.##}% of a sample of rows; each row is tried {CheckGroup.MaxTries:N0} times at the most."));

    /// <summary>A check that rows could not meet.</summary>
    public static Diagnostic UnmetCheck(Check check, string message, string? hint = null) =>
        DiagnosticCatalog.UnmetCheck.At(check.Table.Schema.Source, check.Span, message, hint);

    /// <summary>An error at a field.</summary>
    private static Diagnostic Field(Field field, DiagnosticRule rule, string message, string? hint = null) =>
        rule.At(field.Table.Schema.Source, field.Span, message, hint);
}
