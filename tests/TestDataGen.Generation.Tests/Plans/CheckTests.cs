using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class CheckTests
{
    // Text lengths can't be reasoned about, so that these are tried again.
    private const string Tried = """
        schema S {
          table parents {
            id:    bigint primary_key
            name:  string(30) format(first_name)
            limit: integer between(3, 8)
          }
          table t {
            id:        bigint primary_key
            parent_id: bigint references(parents.id) as parent
            other_id:  bigint references(parents.id) as other nullable(30%)
            first:     string(30) format(first_name)
            last:      string(30) format(last_name)
            both:      string(61) = "{first} {last}"
            size:      integer = length(both) + (0..1)
            nick:      string(10) nullable(40%) format(first_name)
            free:      integer between(1, 1000)
            from_parent: string(30) = parent.name
            other_name:  string(30) nullable = other.name
            check size % 3 == 0
            check length(parent.name) >= parent.limit and free > 0
            check length(nick) < 5
            check other.name != parent.name
          }
        }
        """;

    private static readonly Plan Plan = Given.Plan(Given.Schema(Tried), 5000);

    private static IReadOnlyList<string?> Column(string field, int threads = 1) => Given.Column(Plan, "t", field, threads);

    [Fact]
    public void Every_row_meets_every_check()
    {
        IReadOnlyList<string?> names = Given.Column(Plan, "parents", "name");
        IReadOnlyList<string?> limits = Given.Column(Plan, "parents", "limit");
        IReadOnlyList<string?> parents = Column("parent_id");
        Assert.All(Column("size"), s => Assert.Equal(0, int.Parse(s!, null) % 3));
        Assert.All(parents, p => Assert.True(names[int.Parse(p!, null) - 1]!.Length >= int.Parse(limits[int.Parse(p!, null) - 1]!, null)));
        Assert.All(Column("nick"), n => Assert.True(n is null || n.Length < 5, n));
        Assert.Equal(names.Count, parents.Count);
    }

    [Fact]
    public void Fields_that_follow_from_others_still_do()
    {
        Assert.Equal(Column("first").Zip(Column("last"), (f, l) => $"{f} {l}"), Column("both"));
        Assert.All(Column("both").Zip(Column("size")), p => Assert.InRange(int.Parse(p.Second!, null) - p.First!.Length, 0, 1));
        IReadOnlyList<string?> names = Given.Column(Plan, "parents", "name");
        Assert.Equal(Column("parent_id").Select(p => names[int.Parse(p!, null) - 1]), Column("from_parent"));
        Assert.Equal(Column("other_id").Select(p => p is null ? null : names[int.Parse(p!, null) - 1]), Column("other_name"));
        Assert.All(Column("other_name").Zip(Column("from_parent")), p => Assert.NotEqual(p.First, p.Second));
    }

    [Fact]
    public void A_null_meets_a_check_and_nulls_are_as_frequent_as_they_are_among_the_rows_that_do()
    {
        int nulls = Column("nick").Count(n => n is null);
        // 40% null, and of the others those with up to four letters.
        Assert.InRange(nulls, 2500, 4500);
        Assert.InRange(Column("other_id").Count(o => o is null), 1350, 1650);
    }

    [Fact]
    public void A_row_whose_first_draw_meets_the_checks_is_what_it_was_without_them()
    {
        Plan without = Given.Plan(Given.Schema(Tried.Replace("check size % 3 == 0", "", StringComparison.Ordinal)), 5000);
        IReadOnlyList<string?> before = Given.Column(without, "t", "both");
        IReadOnlyList<string?> sizes = Given.Column(without, "t", "size");
        IReadOnlyList<string?> after = Column("both");
        int met = 0;
        for (int i = 0; i < before.Count; i++)
        {
            if (int.Parse(sizes[i]!, null) % 3 != 0)
                continue;
            met++;
            Assert.Equal(before[i], after[i]);
        }

        Assert.InRange(met, 1400, 1950);
        Assert.Equal(Given.Column(without, "t", "parent_id"), Column("parent_id"));
        Assert.Equal(Given.Column(without, "t", "free"), Column("free"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_change_nothing(int threads)
    {
        foreach (Field field in Plan.Tables[1].Table.Fields)
            Assert.Equal(Column(field.Name), Column(field.Name, threads));
    }

    [Fact]
    public void Partitions_and_rows_asked_for_alone_are_parts_of_the_whole()
    {
        List<string?> parts = [];
        for (int k = 1; k <= 5; k++)
            parts.AddRange(Given.Column(Part(k, 5), "t", "both"));
        Assert.Equal(Column("both"), parts);
        foreach (int row in new[] { 0, 17, 4999 })
        {
            foreach (Field field in Plan.Tables[1].Table.Fields)
                Assert.Equal(Column(field.Name)[row], Assert.Single(Given.Column(Part(row + 1, 5000), "t", field.Name)));
        }

        Plan Part(int part, int parts) => Generation.Plan.Create(
            Plan.Schema, new PlanOptions { Count = 5000, Seed = 42, Now = new DateTime(2026, 1, 1), Partition = part, PartitionCount = parts });
    }

    [Fact]
    public void Children_see_what_their_parents_have_in_the_end()
    {
        Plan plan = Given.Plan(Given.Schema("""
            schema S {
              table p {
                id:   bigint primary_key
                name: string(30) format(first_name)
                check length(name) == 5
              }
              table c {
                p_id: bigint references(p.id) as p
                name: string(30) = if(p.id % 2 == 0, p.name, upper(p.name))
              }
            }
            """), 2000);
        IReadOnlyList<string?> names = Given.Column(plan, "p", "name");
        Assert.All(names, n => Assert.Equal(5, n!.Length));
        Assert.Equal(
            Given.Column(plan, "c", "p_id").Select(p => int.Parse(p!, null)).Select(p => p % 2 == 0 ? names[p - 1] : names[p - 1]!.ToUpperInvariant()),
            Given.Column(plan, "c", "name"));
    }

    [Fact]
    public void A_check_over_the_row_above_holds_all_the_way_up()
    {
        Plan plan = Given.Plan(Given.Schema("""
            schema S {
              table people {
                id:      bigint primary_key
                boss_id: bigint references(people.id) as boss nullable(1%)
                name:    string(30) format(first_name)
                check length(name) != length(boss.name)
              }
            }
            """), 1000);
        IReadOnlyList<string?> names = Given.Column(plan, "people", "name");
        IReadOnlyList<string?> bosses = Given.Column(plan, "people", "boss_id");
        Assert.True(bosses.Count(b => b is not null) > 900);
        Assert.All(bosses.Zip(names), p => Assert.True(p.First is null || names[int.Parse(p.First, null) - 1]!.Length != p.Second!.Length));
    }

    [Fact]
    public void What_is_drawn_together_stays_together()
    {
        // The row of a data set, the parent among those that fit, and what is looked up: all by the try that meets the check.
        Plan plan = Given.Plan(Given.Schema("""
            schema S {
              table offices {
                id:   bigint primary_key
                c:    row of countries
                code: string(2) = c.alpha2
              }
              table t {
                id:        bigint primary_key
                city:      row of cities
                name:      string(80) = city.name
                country:   string(2)  = city.country_code
                looked_up: string(80) nullable = lookup(countries.name, alpha2, country)
                office_id: bigint nullable references(offices.id) as office where office.code == country
                there:     string(2) nullable = office.code
                check length(name) == 6 and (looked_up is null or length(looked_up) < 8)
                check length(name) + row_number % 2 < 7 or office.id % 2 == 0
              }
            }
            """), 3000);
        IReadOnlyList<string?> countries = Given.Column(plan, "t", "country");
        IReadOnlyList<string?> names = Given.Column(plan, "t", "name");
        Assert.All(names, n => Assert.Equal(6, n!.Length));
        Assert.All(Given.Column(plan, "t", "looked_up"), n => Assert.InRange(n!.Length, 1, 7));
        Assert.All(Given.Column(plan, "t", "there").Zip(countries), p => Assert.True(p.First is null || p.First == p.Second));
        // A name belongs to one country among the built-in cities of six letters, or to few.
        Assert.True(names.Zip(countries).Distinct().Count() <= names.Distinct().Count() + 3);
        IReadOnlyList<string?> offices = Given.Column(plan, "t", "office_id");
        Assert.All(Enumerable.Range(0, 3000).Where(i => i % 2 == 0), i => Assert.True(offices[i] is null || long.Parse(offices[i]!, null) % 2 == 0));
        Assert.True(offices.Count(o => o is not null) > 2000);
    }

    [Fact]
    public void Rows_that_the_table_gives_must_meet_the_checks_too()
    {
        const string Levels = "schema S { table levels { code: string(9)\n least: integer between(0, 9)\n most: integer between(0, 20)\n check most >= least\n rows { (\"a\", 1, 5) (\"b\", 5, 20) (\"c\", 9, WRONG) } } } generate S { levels 500 }";
        Plan plan = Generation.Plan.Create(Given.Schema(Levels.Replace("WRONG", "9", StringComparison.Ordinal)), new PlanOptions { Seed = 1 });
        Assert.Equal(["1", "5", "9"], Given.Column(plan, "levels", "least").Take(3));
        Assert.All(Given.Column(plan, "levels", "least").Zip(Given.Column(plan, "levels", "most")), p => Assert.True(int.Parse(p.First!, null) <= int.Parse(p.Second!, null)));
        var failed = Assert.Throws<SchemaException>(() => Generation.Plan.Create(Given.Schema(Levels.Replace("WRONG", "8", StringComparison.Ordinal)), new PlanOptions { Seed = 1 }));
        Assert.StartsWith("levels, row 3: check most >= least is not met", Assert.Single(failed.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_over_the_row_above_takes_no_more_memory_with_more_rows()
    {
        const string People = """
            schema S {
              table people {
                id:      bigint primary_key
                boss_id: bigint references(people.id) as boss nullable(1%)
                name:    string(30) format(first_name)
                check length(name) != length(boss.name)
              }
            }
            """;
        long few = Allocated(4_000);
        long many = Allocated(32_000);
        Assert.True(many < 6 * few, $"{few:N0} bytes for one batch, {many:N0} for eight");

        // What a frame keeps for itself and the frames above it is allocated once, whatever follows.
        static long Allocated(long rows)
        {
            Plan plan = Given.Plan(Given.Schema(People), rows);
            long before = GC.GetAllocatedBytesForCurrentThread();
            plan.Run<object?>(plan.Tables[0], 1, () => null, (_, _) => { }, (_, _) => { }, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void The_plan_knows_in_which_share_of_the_rows_a_check_holds()
    {
        IReadOnlyList<CheckPlan> checks = Plan.Tables[1].Checks;
        Assert.Equal("size % 3 == 0", checks[0].Check.Text);
        Assert.Equal(CheckWay.TriedAgain, checks[0].Way);
        Assert.InRange(checks[0].Rate!.Value, 0.28, 0.39);
        Assert.StartsWith("tried again, holds in 3", checks[0].Description, StringComparison.Ordinal);
        Assert.Empty(Plan.Warnings);
    }

    [Fact]
    public void A_check_that_no_row_can_meet_is_an_error_of_the_plan()
    {
        Diagnostic error = Assert.Single(Given.Errors("schema S { table t { id: bigint primary_key\n name: string(30) format(first_name)\n check length(name) > 100 or id < 400\n } }"));
        Assert.Equal("TDG0630", error.Code);
        Assert.Equal("t, row 400: check length(name) > 100 or id < 400 is not met in 1,000 tries; it holds in 39.9% of a sample of rows.", error.Message);
    }

    [Fact]
    public void A_check_over_keys_alone_is_looked_at_and_not_tried_again()
    {
        Diagnostic error = Assert.Single(Given.Errors("schema S { table t { id: bigint primary_key\n check power(id, 2) < 1000\n } }"));
        Assert.Equal("t, row 32: check power(id, 2) < 1000 is not met, and nothing that it reads is drawn at random.", error.Message);
        Assert.Equal(30, Given.Column(Given.Schema("schema S { table t { id: bigint primary_key\n check power(id, 2) < 1000\n } }"), "id", 30).Count);
    }

    [Fact]
    public void A_check_that_holds_rarely_is_a_warning_with_its_rate()
    {
        Plan plan = Given.Plan(Given.Table("x: string(30) regex(/[a-z]{2}/)\n check starts_with(x, \"q\") and right(x, 1) < \"g\""), 100);
        Diagnostic warning = Assert.Single(plan.Warnings);
        Assert.Equal(("TDG0631", DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.Matches(@"^This holds in 0(\.\d+)?% of a sample of rows", warning.Message);
        Assert.All(Given.Column(plan, "t", "x"), x => Assert.Matches("^q[a-f]$", x));
    }

    [Fact]
    public void What_is_tried_again_allocates_nothing_by_the_row()
    {
        TablePlan table = Plan.Tables[1];
        var frame = new Frame(table);
        for (int warmUp = 0; warmUp < 3; warmUp++)
            frame.FillRange(0, 4096);
        long before = GC.GetAllocatedBytesForCurrentThread();
        frame.FillRange(100, 4096);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 * 4096);
    }
}
