namespace TestDataGen.Language;

public static partial class DiagnosticExamples
{
    private static DiagnosticExample[] OfTypes =>
    [
        new(DiagnosticCatalog.TypeMismatch, "A value has another type than the field that it is for. Nothing but numbers, dates to datetimes and enums to text is converted without being asked.",
            Fields("id:    bigint  primary_key\npages: integer = \"5\""), "\"5\"", "5"),
        new(DiagnosticCatalog.BadOperands, "An operator, or a branch, joins what can't be joined. There is no `+` for texts, for example: they are put together in a template.",
            Fields("id:    bigint primary_key\nfirst: text\nlast:  text\nname:  text   = first + last"), "first + last", "\"{first} {last}\""),
        new(DiagnosticCatalog.BadArgument, "A function or an aggregate gets an argument of a type that it does not take.",
            Fields("id:   bigint primary_key\ncode: text   = upper(id)"), "upper(id)", "upper(text(id))"),
        new(DiagnosticCatalog.ArgumentCount, "A function, a modifier or a row has too few values in its brackets, or too many.",
            Fields("id:   bigint primary_key\ncode: text   = substring(\"order {id}\")"), "{id}\")", "{id}\", 1, 8)"),
        new(DiagnosticCatalog.MayBeNull, "Every field is not null unless it is `nullable`, and an expression that may be null can't be in such a field.",
            Fields("id:    bigint primary_key\nnote:  text   nullable\nlabel: text   = lower(note)"), "lower(note)", "lower(coalesce(note, \"none\"))"),
        new(DiagnosticCatalog.BadMeasure, "The numbers in the brackets behind a type are not what it takes.",
            Fields("id:    bigint primary_key\ntotal: decimal(2, 9)"), "decimal(2, 9)", "decimal(9, 2)"),
        new(DiagnosticCatalog.Circle, "Fields are made of each other in a circle, so that none can be the first; the message draws it. Types, too, can't be declared by themselves.",
            Fields("id:    bigint primary_key\nnet:   decimal(9, 2) = gross - tax\ntax:   decimal(9, 2) = net * 0.2\ngross: decimal(9, 2) between(1, 100)"), "net * 0.2", "gross / 6"),
        new(DiagnosticCatalog.NotHere, "What stands here is right by itself, and wrong in this place.",
            Fields("id:   bigint primary_key\nrate: double = 25%"), "25%", "0.25"),
        new(DiagnosticCatalog.SumInRange, "`..` binds less tightly than `+` and `-`, so that the range begins at the sum. Most often a draw that is added to something was meant.",
            Fields("id:    bigint  primary_key\nfirst: integer between(1, 100)\nlast:  integer = first + 1..5"), "first + 1..5", "first + (1..5)"),
    ];
}
