namespace TestDataGen.Language;

public static partial class DiagnosticExamples
{
    private static DiagnosticExample[] OfNames =>
    [
        new(DiagnosticCatalog.Duplicate, "Two things of one kind have the same name, or the same thing is said twice. Upper and lower case make no difference between names.",
            Fields("id:    bigint primary_key\ntotal: decimal(9, 2)\nTotal: decimal(9, 2)"), "Total:", "vat:"),
        new(DiagnosticCatalog.UnknownType, "The type of a field is neither one of the language nor one that the file or its imports declare.",
            Fields("id:   bigint primary_key\nname: strng(50)"), "strng", "string"),
        new(DiagnosticCatalog.UnknownField, "An expression, a key or a reference names a field that its table has not. Words without quotes are names: a text stands in double quotes.",
            Fields("id:    bigint  primary_key\nprice: decimal(9, 2)\ntwice: decimal(9, 2) = 2 * prise"), "prise", "price"),
        new(DiagnosticCatalog.UnknownTable, "A reference, an aggregate or a line of a `generate` block names a table that the schema has not.",
            Children("id:          bigint primary_key\ncustomer_id: bigint references(customer.id)"), "customer.id", "customers.id"),
        new(DiagnosticCatalog.UnknownFunction, "There is no function of that name. What other languages call so has often another name here.",
            Fields("id:   bigint primary_key\ncode: text   = lowercase(\"A{id}\")"), "lowercase", "lower"),
        new(DiagnosticCatalog.UnknownFormat, "There is no format of that name in any locale.",
            Fields("id:   bigint primary_key\nname: string(50) format(fist_name)"), "fist_name", "first_name"),
        new(DiagnosticCatalog.UnknownModifier, "Behind a field's type stands a word that is no modifier, no distribution and no own generator that the session has registered.",
            Fields("id:   bigint primary_key\ncode: string(8) uniqe pattern(\"########\")"), "uniqe", "unique"),
        new(DiagnosticCatalog.UnknownEnumValue, "A name or a text that stands for a value of an enum is none of its values.",
            "enum OrderStatus { pending, paid, shipped }\n\n" + Fields("id:     bigint primary_key\nstatus: OrderStatus\ndone:   boolean = status == shiped"), "shiped", "shipped"),
        new(DiagnosticCatalog.UnknownSchema, "A `generate` block is for a schema that neither the file nor its imports declare.",
            Fields("id: bigint primary_key") + "\ngenerate Shopp { orders 50 }\n", "Shopp", "Shop"),
        new(DiagnosticCatalog.UnknownAlias, "What stands before the dot names no parent. A parent is named by the alias of its reference, without `as` by its table.",
            Children("id:          bigint primary_key\ncustomer_id: bigint references(customers.id) as customer\nname:        text   = customers.name"), "customers.name", "customer.name"),
        new(DiagnosticCatalog.AmbiguousAlias, "Several references have the same name, since they point at one table and have no aliases: which parent is meant can't be told.",
            Children("id:        bigint primary_key\nbuyer_id:  bigint references(customers.id)\npayer_id:  bigint references(customers.id)\nname:      text   = customers.name"),
            "payer_id:  bigint references(customers.id)", "payer_id:  bigint references(customers.id) as payer"),
        new(DiagnosticCatalog.ReservedTypeName, "A type or an enum has the name of a built-in type, which then could not be written any more.",
            "enum date { past, future }\n\n" + Fields("id: bigint primary_key"), "enum date", "enum Tense"),
        new(DiagnosticCatalog.UnknownMixin, "Behind `with` stands a name that no mixin of the file or its imports has.",
            "mixin Audited { created_at: datetime }\n\nschema Shop {\n  table orders with Audit { id: bigint primary_key }\n}\n", "with Audit {", "with Audited {"),
        new(DiagnosticCatalog.UnknownDataSet, "There is no data set of that name, neither declared nor built in.",
            Fields("id:   bigint primary_key\nhome: row of contries\nland: text   = home.name"), "contries", "countries"),
    ];
}
