namespace TestDataGen.Language;

public static partial class DiagnosticExamples
{
    private static string Nested => new string('(', 65) + "1" + new string(')', 65);

    private static DiagnosticExample[] OfGrammar =>
    [
        new(DiagnosticCatalog.Unexpected, "The text does not go on as it must: a colon, a comma, a bracket or a brace is missing before the place, or what stands there is too much. Reading goes on at the next field, line or declaration.",
            Fields("id:    bigint primary_key\ntotal decimal(9, 2)"), "total decimal", "total: decimal"),
        new(DiagnosticCatalog.TooDeep, "Up to 64 brackets may be open at one place, and an expression may be up to 256 operators deep. No schema that people write comes near it.",
            Fields($"id: bigint  primary_key\nn:  integer = {Nested}"), Nested, "1"),
        new(DiagnosticCatalog.Chained, "`a < b < c` would compare the truth of `a < b` with c, which nobody means; and a range has two ends.",
            Fields("id:    bigint  primary_key\nsmall: boolean = 0 < id < 100"), "0 < id < 100", "0 < id and id < 100"),
    ];
}
