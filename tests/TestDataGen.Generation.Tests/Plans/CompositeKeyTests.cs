using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>Keys of several fields hold by construction.</summary>
public sealed class CompositeKeyTests
{
    private static List<string> Rows(Plan plan, string table, params string[] fields)
    {
        IReadOnlyList<string?>[] columns = [.. fields.Select(f => Given.Column(plan, table, f))];
        return [.. Enumerable.Range(0, columns[0].Count).Select(i => string.Join('|', columns.Select(c => c[i])))];
    }

    private static Plan Plan(string tdg) => Generation.Plan.Create(Given.Schema(tdg), new PlanOptions { Seed = 42, Now = new DateTime(2026, 1, 1) });

    [Fact]
    public void An_order_has_no_product_twice_and_numbered_lines()
    {
        Plan plan = Plan("""
            schema S {
              table products { sku: string(12) primary_key regex(/[A-Z]{3}-[0-9]{6}/) }
              table orders { id: bigint primary_key }
              table items {
                order_id: bigint references(orders.id)
                line_no: integer = child_index + 1
                sku: string(12) references(products.sku)
                primary_key(order_id, line_no)
                unique(order_id, sku)
              }
            }
            generate S { products 6  orders 2_000  items 1..6 per orders }
            """);
        List<string> pairs = Rows(plan, "items", "order_id", "sku");
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
        Assert.Equal(pairs.Count, Rows(plan, "items", "order_id", "line_no").Distinct().Count());
        // All products are as popular as another.
        Assert.All(Given.Column(plan, "items", "sku").GroupBy(s => s), g => Assert.InRange(g.Count(), pairs.Count / 6 * 0.9, pairs.Count / 6 * 1.1));
    }

    [Theory]
    [InlineData("zipf(1.2)")]
    [InlineData("weight(popularity)")]
    public void Popular_parents_come_more_often_but_not_twice(string how)
    {
        Plan plan = Plan($$"""
            schema S {
              table tags { id: bigint primary_key  popularity: integer = 1000 / row_number }
              table posts { id: bigint primary_key }
              table post_tags {
                post_id: bigint references(posts.id)
                tag_id: bigint references(tags.id) {{how}}
                primary_key(post_id, tag_id)
              }
            }
            generate S { tags 40  posts 3_000  post_tags 0..8 per posts }
            """.Replace("= 1000 / row_number", "= round(1000.0 / row_number)", StringComparison.Ordinal).Replace("popularity: integer", "popularity: decimal(9, 0)", StringComparison.Ordinal));
        List<string> pairs = Rows(plan, "post_tags", "post_id", "tag_id");
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
        Dictionary<string, int> numbers = Given.Column(plan, "post_tags", "tag_id").GroupBy(t => t!).ToDictionary(g => g.Key, g => g.Count());
        Assert.True(numbers["1"] > numbers["5"] && numbers["5"] > numbers["30"]);
    }

    [Fact]
    public void Many_to_many_has_no_pair_twice()
    {
        Plan plan = Plan("""
            schema School {
              table students { id: bigint primary_key }
              table courses { id: bigint primary_key }
              table enrollments {
                student_id: bigint references(students.id)
                course_id: bigint references(courses.id)
                grade: integer between(1, 6)
              }
            }
            generate School { students 1_000  courses 12  enrollments 2..12 per students, courses }
            """);
        List<string> pairs = Rows(plan, "enrollments", "student_id", "course_id");
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
        Assert.Equal(12, Given.Column(plan, "enrollments", "course_id").Distinct().Count());
    }

    [Fact]
    public void Without_a_count_per_parent_the_parts_are_drawn_together()
    {
        Plan plan = Plan("""
            schema S {
              table users { id: bigint primary_key }
              table posts { id: bigint primary_key }
              table likes {
                user_id: bigint references(users.id)
                post_id: bigint references(posts.id)
                primary_key(user_id, post_id)
              }
            }
            generate S { users 60  posts 50  likes 2_900 }
            """);
        List<string> pairs = Rows(plan, "likes", "user_id", "post_id");
        Assert.Equal(2_900, pairs.Distinct().Count());
        Assert.Equal(60, Given.Column(plan, "likes", "user_id").Distinct().Count());
    }

    [Theory]
    [InlineData("""nr: integer between(1, 9)""")]
    [InlineData("""nr: string(4) pattern("#?")""")]
    [InlineData("""nr: string(9) one_of("a", "b", "c", "d", "e", "f", "g")""")]
    [InlineData("""nr: string(40) format(country)""")]
    [InlineData("""nr: date between(2025-01-01, 2025-01-08)""")]
    [InlineData("""nr: uuid""")]
    [InlineData("""nr: binary(1)""")]
    [InlineData("""nr: binary(20)""")]
    [InlineData("""nr: datetime = 2025-01-01T00:00 + child_index * 15m""")]
    [InlineData("""nr: datetime = p.start + 1h * child_index""")]
    public void Any_value_that_can_be_counted_may_tell_siblings_apart(string field)
    {
        Plan plan = Plan($$"""
            schema S {
              table p { id: bigint primary_key  start: datetime between(2020-01-01, 2021-01-01) }
              table c { p_id: bigint references(p.id) as p  {{field}}  unique(p_id, nr) }
            }
            generate S { p 500  c 0..7 per p }
            """);
        List<string> pairs = Rows(plan, "c", "p_id", "nr");
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
    }

    [Fact]
    public void Pairs_of_one_table_may_have_to_be_of_two_rows()
    {
        Plan plan = Plan("""
            schema S {
              table users { id: bigint primary_key }
              table friends { a: bigint references(users.id) as one  b: bigint references(users.id) as other  primary_key(a, b)  check a != b }
              table follows { a: bigint references(users.id) as one  kind: string(1) one_of("x", "y")  b: bigint references(users.id) as other  primary_key(a, b, kind)  check a != b }
            }
            generate S { users 50  friends 50  follows 90 }
            """);
        Assert.Equal(50, Rows(plan, "friends", "a", "b").Distinct().Count());
        Assert.Equal(90, Rows(plan, "follows", "a", "b", "kind").Distinct().Count());
        Assert.All(Given.Column(plan, "follows", "a").Zip(Given.Column(plan, "follows", "b")), p => Assert.NotEqual(p.First, p.Second));
    }

    [Fact]
    public void Bytes_alone_may_make_a_key()
    {
        Plan plan = Plan("""
            schema S {
              table edges { source: binary(1)  target: binary(1)  run: uuid  unique(source, target)  unique(run, target) }
            }
            generate S { edges 5000 }
            """);
        Assert.Equal(5000, Rows(plan, "edges", "source", "target").Distinct().Count());
        Assert.Equal(5000, Rows(plan, "edges", "run", "target").Distinct().Count());
    }

    [Fact]
    public void Fields_alone_may_make_a_key()
    {
        Plan plan = Plan("""
            schema S {
              table seats { row: integer between(1, 30)  seat: string(1) one_of("A", "B", "C", "D", "E", "F")  price: integer between(1, 9)  primary_key(row, seat) }
            }
            generate S { seats 180 }
            """);
        Assert.Equal(180, Rows(plan, "seats", "row", "seat").Distinct().Count());
    }

    [Theory]
    [InlineData("c 1..9 per p, q", "TDG0601", "Up to 9 rows per row of p of c need different values of (p_id, q_id), of which there are 5")]
    [InlineData("c 0..7 per p", "TDG0601", "Up to 7 rows per row of p of c need different values of (p_id, q_id), of which there are 5")]
    [InlineData("c 60", "TDG0601", "60 rows of c need different values of (p_id, q_id), of which there are 50")]
    public void Too_few_combinations_are_an_error_with_both_numbers(string count, string code, string message)
    {
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan($$"""
            schema S {
              table p { id: bigint primary_key }
              table q { id: bigint primary_key }
              table c { p_id: bigint references(p.id)  q_id: bigint references(q.id)  {{(count.Contains(',') ? "" : "unique(p_id, q_id)")}} }
            }
            generate S { p 10  q 5  {{count}} }
            """)).Diagnostics);
        Assert.Equal(code, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_not_be_shown_to_be_unique_is_an_error_that_says_what_to_add()
    {
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan("""
            schema S {
              table p { id: bigint primary_key }
              table c { p_id: bigint references(p.id)  x: double normal(0, 1)  unique(p_id, x) }
            }
            generate S { p 10  c 0..7 per p }
            """)).Diagnostics);
        Assert.Equal("TDG0602", error.Code);
        Assert.Contains("child_index", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_asked_for_alone_is_the_same()
    {
        Plan plan = Plan("""
            schema S {
              table tags { id: bigint primary_key }
              table posts { id: bigint primary_key }
              table post_tags { post_id: bigint references(posts.id)  tag_id: bigint references(tags.id) zipf(1.1)  primary_key(post_id, tag_id) }
            }
            generate S { tags 20  posts 3_000  post_tags 0..8 per posts }
            """);
        TablePlan table = plan.Tables.Single(t => t.Table.Name == "post_tags");
        IReadOnlyList<string?> all = Given.Column(plan, "post_tags", "tag_id");
        var frame = new Frame(table);
        foreach (int row in new[] { 0, 1, 17, 4095, 4096, 9001 })
            Assert.Equal(all[row], Given.Cell(frame.FillRange(row, 1).Columns[1], 0));
    }
}
