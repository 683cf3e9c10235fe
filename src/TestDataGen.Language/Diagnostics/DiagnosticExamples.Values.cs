namespace TestDataGen.Language;

public static partial class DiagnosticExamples
{
    private static DiagnosticExample[] OfValues =>
    [
        new(DiagnosticCatalog.MinOverMax, "The least value is over the greatest, so that no value is left.",
            Fields("id:  bigint  primary_key\nage: integer between(99, 18)"), "between(99, 18)", "between(18, 99)"),
        new(DiagnosticCatalog.NotForType, "A modifier or a distribution makes no values of the field's type.",
            Fields("id:   bigint  primary_key\npaid: boolean normal(1, 2)"), "normal(1, 2)", "weighted(true: 80, false: 20)"),
        new(DiagnosticCatalog.BadWeight, "A weight is a number from 0, and one of them at least is above 0. Only their proportions count, so that they need not add up to anything.",
            Fields("id:   bigint primary_key\ntier: text   weighted(\"basic\": 80, \"gold\": -20)"), "-20", "20"),
        new(DiagnosticCatalog.TwoSources, "A field has its values from one source: a format, a pattern, a distribution, a reference, an expression. `between` beside another source is a bound.",
            Fields("id:   bigint primary_key\ncode: string(8) pattern(\"??-#####\") one_of(\"A\", \"B\")"), " one_of(\"A\", \"B\")", ""),
        new(DiagnosticCatalog.RepeatedModifier, "A field has the same modifier twice, or two that say the same.",
            Fields("id:  bigint  primary_key\nage: integer min(18) max(99) min(21)"), " min(21)", ""),
        new(DiagnosticCatalog.OutOfRange, "A constant does not fit into the type of the field: it is too great, or has too many digits behind the point.",
            Fields("id:    bigint   primary_key\npages: smallint default(40_000)"), "40_000", "4_000"),
        new(DiagnosticCatalog.TooLong, "A constant text, a pattern or a length has more characters than the field has room for.",
            Fields("id:   bigint    primary_key\ncode: string(4) pattern(\"##-##\")"), "string(4)", "string(5)"),
        new(DiagnosticCatalog.BadRegex, "What stands between the slashes is no regular expression, or one that looks around or refers back, which can't be turned into texts.",
            Fields("id:   bigint     primary_key\ncode: string(12) regex(/[A-Z{3}/)"), "[A-Z{3}", "[A-Z]{3}"),
        new(DiagnosticCatalog.NotConstant, "In this place stands a constant, since it holds for all rows.",
            Fields("id:    bigint  primary_key\nleast: integer between(1, 5)\nn:     integer min(least)"), "min(least)", "between(least, 100)"),
        new(DiagnosticCatalog.Contradiction, "Two things that are said can't both hold.",
            Fields("id: bigint primary_key nullable"), " nullable", ""),
        new(DiagnosticCatalog.BadParameter, "A parameter has the right type, but no meaning: a deviation below 0, a step of 0, a divisor of 0.",
            Fields("id:   bigint primary_key\nload: double normal(10, -2)"), "-2", "2"),
        new(DiagnosticCatalog.EmptyTable, "The braces of a schema, a table, a mixin, an enum or a type are empty.",
            "schema Shop {\n  table orders { }\n}\n", "{ }", "{ id: bigint primary_key }"),
        new(DiagnosticCatalog.TwoPrimaryKeys, "A table has one primary key. Over several fields it is written as one, in the table: `primary_key(a, b)`.",
            Fields("id:  bigint     primary_key\nsku: string(12) primary_key pattern(\"???-######\")"), "string(12) primary_key", "string(12) unique"),
        new(DiagnosticCatalog.BadPercent, "How many rows are null is a percentage from 0% to 100%.",
            Fields("id:   bigint primary_key\nnote: text   nullable(40)"), "40", "40%"),
        new(DiagnosticCatalog.CheckNeverHolds, "A check can be seen to be false in every row, by its constants or by the ranges of the fields that it reads.",
            Fields("id:    bigint  primary_key\npages: integer between(1, 9)\ncheck pages > 10"), "between(1, 9)", "between(11, 99)"),
    ];
}
