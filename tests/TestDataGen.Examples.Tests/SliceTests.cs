using Microsoft.Data.Sqlite;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Examples.Tests;

/// <summary>A slice in a database of its own, beside the database of the full set.</summary>
public sealed class SliceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg-examples-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("bank", "accounts where id == 7 or customer.id == 3", "accounts", "id = 7 OR customer_id = 3")]
    [InlineData("bank", "bookings where amount < -500 and balance < 0", "bookings", "amount < -500 AND balance < 0")]
    [InlineData("hotel", "rooms where is_suite and floor == 0", "rooms", "is_suite = 1 AND floor = 0")]
    [InlineData("hotel", "minibar where stock == 0", "minibar", "stock = 0")]
    [InlineData("hr", "employees where department.id == 3 and grade == senior", "employees", "department_id = 3 AND grade = 'senior'")]
    [InlineData("iot", "sensors where site.id == 2", "sensors", "site_id = 2")]
    [InlineData("library", "desk.loans where member.id <= 5", "desk.loans", "member_id <= 5")]
    [InlineData("library", "stock.titles where shelf == maps", "stock.titles", "shelf = 'maps'")]
    [InlineData("school", "courses where subject.name == \"Art\" and grade.id == 5", "courses", "subject_id = 7 AND grade_id = 5")]
    [InlineData("school", "enrollments where student.id <= 3", "enrollments", "student_id <= 3")]
    [InlineData("sensors", "readings where row_number <= 10", "readings", "id <= 10")]
    [InlineData("shop", "orders where id <= 100", "orders", "id <= 100")]
    [InlineData("shop", "orders where total > 500 and customer.tier == \"vip\"", "orders", "total > 500 AND customer_id IN (SELECT id FROM full.customers WHERE tier = 'vip')")]
    [InlineData("staff", "employees where level == 9", "employees", "level = 9")]
    [InlineData("staff", "departments where head.level > 5", "departments", "head_id IN (SELECT id FROM full.employees WHERE level > 5)")]
    public void Is_whole_and_the_same_as_in_the_full_set(string example, string only, string table, string where)
    {
        Schema schema = Example.Schema(example);
        Load(schema, [], "full.db");
        Plan plan = Load(schema, [only], "slice.db");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "slice.db")};Pooling=False");
        connection.Open();
        Assert.Empty(Rows(connection, $"ATTACH '{Path.Combine(_folder, "full.db")}' AS full"));
        Assert.Empty(Rows(connection, "PRAGMA main.foreign_key_check"));
        foreach (TablePlan part in plan.Tables)
        {
            Assert.Equal([$"{part.RowCount}"], Rows(connection, $"SELECT count(*) FROM {In("main", part.Table)}"));
            Assert.Equal([$"{part.TotalRows}"], Rows(connection, $"SELECT count(*) FROM {In("full", part.Table)}"));
            Assert.Empty(Rows(connection, $"SELECT * FROM {In("main", part.Table)} EXCEPT SELECT * FROM {In("full", part.Table)}"));
        }

        Table named = schema.FindTable(table)!;
        Assert.NotEmpty(Rows(connection, $"SELECT 1 FROM {In("full", named)} WHERE {where}"));
        Assert.Empty(Rows(connection, $"SELECT * FROM {In("full", named)} WHERE {where} EXCEPT SELECT * FROM {In("main", named)}"));
        foreach (Reference reference in schema.Tables.SelectMany(t => t.References).Where(r => r.Parent == named && !r.IsBinding))
        {
            string agree = string.Join(" AND ", reference.Fields.Zip(reference.Targets, (f, t) => $"child.\"{f.Name}\" = parent.\"{t.Name}\""));
            string children = $"SELECT child.* FROM {In("full", reference.Table)} child JOIN (SELECT * FROM {In("full", named)} WHERE {where}) parent ON {agree}";
            Assert.Empty(Rows(connection, $"{children} EXCEPT SELECT * FROM {In("main", reference.Table)}"));
        }
    }

    private Plan Load(Schema schema, string[] only, string file)
    {
        Plan plan = Plan.Create(schema, new PlanOptions { Count = 200, Only = only });
        using var sink = new SqliteSink(Path.Combine(_folder, file));
        Exporter.Run(plan, sink, 2);
        return plan;
    }

    private static string In(string database, Table table) => $"{database}.{new SqliteDialect().NameOf(table)}";

    private static List<string?> Rows(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string?>();
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString());
        return rows;
    }
}
