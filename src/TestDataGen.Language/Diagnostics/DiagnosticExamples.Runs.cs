namespace TestDataGen.Language;

public static partial class DiagnosticExamples
{
    private static DiagnosticExample[] OfRuns =>
    [
        new(DiagnosticCatalog.BadOption, "A parameter of the cmdlet or of `tdg` asks for what the schema has not, or is out of range: a table, a profile, a locale, a number of rows.",
            Fields("id: bigint primary_key") + "\ngenerate Shop as loadtest { scale 100 }\n", "loadtest", "load_test") { Profile = "load_test" },
        new(DiagnosticCatalog.DomainTooSmall, "Unique values are dealt out, never tried again: a field, or a key of several, that has fewer values than rows can't be unique. The message names both numbers.",
            Fields("id:   bigint    primary_key\ncode: string(2) unique pattern(\"##\")") + "\ngenerate Shop { orders 500 }\n", "string(2) unique pattern(\"##\")", "string(3) unique pattern(\"###\")"),
        new(DiagnosticCatalog.NotProvablyUnique, "A field is unique, but its source may give a value twice, and no set of seen values is kept.",
            Fields("id:    bigint        primary_key\nprice: decimal(9, 2) unique normal(100, 20)"), "normal(100, 20)", "between(1, 1_000)"),
        new(DiagnosticCatalog.KeyOutOfRange, "A sequence or a weight leaves the range of its type before the last row.",
            Fields("id: smallint primary_key") + "\ngenerate Shop { orders 50_000 }\n", "id: smallint", "id: integer"),
        new(DiagnosticCatalog.TooManyRows, "A table would have more rows than can be counted.",
            Children("customer_id: bigint references(customers.id)", "customers 1_000_000_000  orders 1_000_000_000 per customers"), "orders 1_000_000_000 per", "orders 10 per"),
        new(DiagnosticCatalog.NoParents, "A reference must point at a row, and its parent has none.",
            Children("customer_id: bigint references(customers.id)", "customers 0  orders 500"), "customers 0", "customers 50"),
        new(DiagnosticCatalog.BadSource, "The bounds, or the range of the type, leave nothing of what the source draws.",
            Fields("id:  bigint  primary_key\nage: integer normal(40, 5) min(1_000)"), "min(1_000)", "min(18)"),
        new(DiagnosticCatalog.NoParentFits, "The condition behind `where` speaks of the parent alone, and none of its rows meets it.",
            Children("customer_id: bigint references(customers.id) as customer where customer.rank > 9").Replace("rank: integer", "rank: integer between(1, 5)", StringComparison.Ordinal), "rank > 9", "rank > 4"),
        new(DiagnosticCatalog.NoGenerator, "An own generator was registered when the schema was read, and is not any more.",
            Fields("id:   bigint primary_key\ncode: text   sku"), "text   sku", "text") { Generator = "sku" },
        new(DiagnosticCatalog.NoDatabase, "A reference `from database` points at rows that a database holds, and the run was not told which one.",
            Children("customer_id: bigint references(customers.id) from database"), " from database", ""),
        new(DiagnosticCatalog.UnmetCheck, "A row that does not meet its checks is tried again, up to 1,000 times. In a sample of rows one did not meet them even so.",
            Fields("id:   bigint    primary_key\ncode: string(6) pattern(\"??-###\")\ncheck ends_with(code, \"X\")"), "ends_with", "starts_with"),
        new(DiagnosticCatalog.RareCheck, "A check holds in less than 1% of a sample of rows, so that each row is tried a hundred times and more. The data can be made, but slowly.",
            Fields("id:   bigint    primary_key\ncode: string(2) regex(/[A-Z]{2}/)\ncheck starts_with(code, \"Q\") and right(code, 1) < \"G\"") + "\ngenerate Shop { orders 300 }\n", "[A-Z]{2}", "Q[A-Z]"),
    ];
}
