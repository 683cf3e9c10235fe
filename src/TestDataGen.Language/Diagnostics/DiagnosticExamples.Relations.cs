namespace TestDataGen.Language;

public static partial class DiagnosticExamples
{
    private static DiagnosticExample[] OfRelations =>
    [
        new(DiagnosticCatalog.NotUnique, "A reference points at a row by a key, so that it points at one. The field or the fields that it names are no primary key and not unique.",
            Children("id:       bigint     primary_key\ncustomer: string(50) references(customers.name)"), "string(50) references(customers.name)", "bigint references(customers.id)"),
        new(DiagnosticCatalog.ReferenceType, "The field that refers can't hold every value of the key that it refers to.",
            Children("id:          bigint  primary_key\ncustomer_id: integer references(customers.id)"), "integer references", "bigint references"),
        new(DiagnosticCatalog.TableCircle, "Every row of these tables must refer to one that is there already, in a circle, so that no row can be the first.",
            "schema Shop {\n  table departments { id: bigint primary_key  head_id: bigint references(employees.id) }\n"
            + "  table employees   { id: bigint primary_key  department_id: bigint references(departments.id) }\n}\n", "references(employees.id)", "references(employees.id) nullable"),
        new(DiagnosticCatalog.NoParent, "A table is counted per another one, but has no reference to it, so that a row could not tell whose it is.",
            Children("id: bigint primary_key", "orders 1..5 per customers"), "1..5 per customers", "500"),
        new(DiagnosticCatalog.NoChildIndex, "`child_index` and `previous` are about the children of one parent, in their order. They need a table that is counted per a parent.",
            Children("customer_id: bigint references(customers.id)\nnr:          bigint = child_index + 1", "orders 500"), "orders 500", "orders 1..5 per customers"),
        new(DiagnosticCatalog.BadCount, "A number of rows is a whole number from 0, or what stands before `per`: a range, weights, a distribution or an expression of the parent's fields.",
            Fields("id: bigint primary_key") + "\ngenerate Shop { orders 2.5 }\n", "2.5", "2_500"),
        new(DiagnosticCatalog.BadSetting, "`seed`, `locale`, `now`, `version` and `scale` take values of their own.",
            Fields("id: bigint primary_key") + "\ngenerate Shop { locale de }\n", "locale de", "locale \"de\""),
        new(DiagnosticCatalog.NoSuchRow, "A row that `rows` gives refers to a row of another table that is not among those that `rows` gives there.",
            "schema Shop {\n  table roles { id: integer primary_key  name: string(20)  rows { (1, \"admin\") (2, \"user\") } }\n"
            + "  table users { role_id: integer references(roles.id)  rows { (1) (3) } }\n}\n", "(1) (3)", "(1) (2)"),
        new(DiagnosticCatalog.NoChildren, "An aggregate is taken over the rows that are counted per this one. Of other rows nobody could say whose they are without looking at all of them.",
            "schema Shop {\n  table customers { id: bigint primary_key  orders: bigint = count(orders) }\n"
            + "  table orders    { customer_id: bigint references(customers.id) }\n}\n\ngenerate Shop { orders 500 }\n", "orders 500", "orders 0..9 per customers"),
        new(DiagnosticCatalog.NoSeries, "`moment` is the row's moment in a time series. It needs a table that is counted by time.",
            Fields("id:     bigint   primary_key\nplaced: datetime = moment") + "\ngenerate Shop { orders 500 }\n", "orders 500", "orders every 15m from 2025-01-01 to 2025-01-02"),
    ];
}
