using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>Own generators: what holds of the engine's sources holds of them.</summary>
public sealed class GeneratorTests
{
    private const string Fields = """
        id: bigint primary_key
        name: string(50) format(first_name)
        code: string(12) sku("A", 5)
        label: string(80) = "{code}/{name}"
        note: string(90) greeting nullable
        """;

    private static readonly Dictionary<string, ITdgGenerator> Generators = new()
    {
        ["sku"] = Sample.Sku,
        ["greeting"] = new Sample((row, random, _) => random.Next(4) == 0 ? null : $"{row["name"]} {row["code"]} {random.NextDouble():F3}"),
    };

    private static Schema Schema(string tdg, IEnumerable<string>? names = null)
    {
        ReadResult result = SchemaReader.Read(new SourceText("test.tdg", tdg), FormatCatalog.Signatures, generators: [.. names ?? Generators.Keys], dataSets: DataSetReader.Instance);
        return result.HasErrors ? throw new SchemaException(result.Diagnostics) : Assert.Single(result.Schemas);
    }

    private static Schema Table(string fields) => Schema($"schema S {{ table t {{ {fields} }} }}");

    private static Plan Plan(Schema schema, long count, int partition = 1, int partitions = 1, IReadOnlyDictionary<string, ITdgGenerator>? generators = null) =>
        Generation.Plan.Create(
            schema,
            new PlanOptions
            {
                Count = count, Seed = 42, Now = new DateTime(2026, 1, 1), Partition = partition, PartitionCount = partitions, Generators = generators ?? Generators,
            });

    /// <summary>The cells of one field <c>x</c> by one generator.</summary>
    private static IReadOnlyList<string?> Values(string field, Func<GeneratorRow, GeneratorRandom, object?> next, long count = 50) =>
        Given.Column(PlanOf(field, next, count), "t", "x");

    private static Plan PlanOf(string field, Func<GeneratorRow, GeneratorRandom, object?> next, long count = 50, bool isUnique = false) => Plan(
        Schema($"schema S {{ table t {{ {field} }} }}", ["own"]), count, generators: new Dictionary<string, ITdgGenerator> { ["own"] = new Sample((row, random, _) => next(row, random), isUnique) });

    private static string Failure(string field, Func<GeneratorRow, GeneratorRandom, object?> next) =>
        Assert.Throws<GenerationException>(() => Values(field, next)).Message;

    [Fact]
    public void Values_come_from_the_generator_its_arguments_and_the_row()
    {
        Plan plan = Plan(Table(Fields), 100);
        IReadOnlyList<string?> codes = Given.Column(plan, "t", "code");
        Assert.All(codes, c => Assert.Matches("^A[0-9]{5}[xy]$", c));
        Assert.True(codes.Distinct().Count() > 90);
        IReadOnlyList<string?> names = Given.Column(plan, "t", "name");
        Assert.Equal(codes.Zip(names, (c, n) => $"{c}/{n}"), Given.Column(plan, "t", "label"));
        IReadOnlyList<string?> notes = Given.Column(plan, "t", "note");
        Assert.Contains(notes, n => n is null);
        Assert.All(notes.Select((n, i) => (n, i)).Where(n => n.n is not null), n => Assert.StartsWith($"{names[n.i]} {codes[n.i]} 0.", n.n, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_change_no_value(int threads)
    {
        Plan plan = Plan(Table(Fields), 20_000);
        foreach (string field in new[] { "code", "label", "note" })
            Assert.Equal(Given.Column(plan, "t", field), Given.Column(plan, "t", field, threads));
    }

    [Fact]
    public void Partitions_are_parts_of_the_whole_and_a_far_row_is_the_same_asked_for_alone()
    {
        Schema schema = Table(Fields);
        IReadOnlyList<string?> whole = Given.Column(Plan(schema, 10_007), "t", "note");
        Assert.Equal(whole, Enumerable.Range(1, 3).SelectMany(k => Given.Column(Plan(schema, 10_007, k, 3), "t", "note")));
        Assert.Equal(whole[9_000], Assert.Single(Given.Column(Plan(schema, 10_007, 9_001, 10_007), "t", "note")));
    }

    [Fact]
    public void A_new_column_or_table_leaves_the_values_as_they_were()
    {
        Schema more = Schema($"schema S {{ table u {{ c: text sku }} table t {{ extra: text sku(\"Z\") {Fields} more: integer }} }}");
        foreach (string field in new[] { "code", "note" })
            Assert.Equal(Given.Column(Plan(Table(Fields), 500), "t", field), Given.Column(Plan(more, 500), "t", field));
    }

    [Fact]
    public void Fields_of_one_generator_and_other_seeds_draw_on_their_own()
    {
        Plan plan = Plan(Table("a: text sku  b: text sku"), 200);
        Assert.True(Given.Column(plan, "t", "a").Zip(Given.Column(plan, "t", "b")).Count(p => p.First == p.Second) < 5);
        Plan other = Generation.Plan.Create(plan.Schema, new PlanOptions { Count = 200, Seed = 43, Generators = Generators });
        Assert.True(Given.Column(plan, "t", "a").Zip(Given.Column(other, "t", "a")).Count(p => p.First == p.Second) < 5);
    }

    [Fact]
    public void A_child_reads_its_parent_s_value_and_a_generator_its_parent_s_fields()
    {
        Schema schema = Schema("""
            schema S {
              table p { id: bigint primary_key  code: string(12) sku  at: date between(2024-01-01, 2024-12-31) }
              table c { p_id: bigint references(p.id) as mother  copy: string(12) = mother.code  line: string(60) line }
            }
            """, ["sku", "line"]);
        var generators = new Dictionary<string, ITdgGenerator>
        {
            ["sku"] = Sample.Sku,
            ["line"] = new Sample((row, _, _) => $"{row["p_id"]}:{row.Parent("mother")!["code"]}:{row.Parent("mother")!.Get<DateOnly>("at"):yyyy-MM-dd}"),
        };
        Plan plan = Plan(schema, 300, generators: generators);
        string[] parents = [.. Given.Column(plan, "p", "id").Zip(Given.Column(plan, "p", "code"), Given.Column(plan, "p", "at")).Select(p => $"{p.First}:{p.Second}:{p.Third}")];
        Assert.All(Given.Column(plan, "c", "line"), l => Assert.Contains(l, parents));
        Assert.All(Given.Column(plan, "c", "copy"), c => Assert.Contains(parents, p => p.Contains($":{c}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_what_is_read_of_a_parent_is_computed()
    {
        Schema schema = Schema("""
            schema S {
              table p { id: bigint primary_key  code: string(12) never }
              table c { p_id: bigint references(p.id) as mother  x: bigint reads }
            }
            """, ["never", "reads"]);
        var never = new Sample((_, _, _) => "x");
        Plan plan = Plan(schema, 100, generators: new Dictionary<string, ITdgGenerator> { ["never"] = never, ["reads"] = new Sample((row, _, _) => row.Parent("mother")!["id"]) });
        Assert.Equal(100, Given.Column(plan, "c", "x").Count);
        Assert.Equal(0, never.Calls);
    }

    [Fact]
    public void A_tree_s_generator_reads_its_parents_up_to_the_root()
    {
        Schema schema = Schema("schema S { table t { id: bigint primary_key  boss_id: bigint references(t.id) as boss nullable(10%)  way: text way } }", ["way"]);
        Plan plan = Plan(schema, 500, generators: new Dictionary<string, ITdgGenerator> { ["way"] = new Sample((row, _, _) => row.Parent("boss") is { } boss ? $"{boss["way"]}/{row["id"]}" : $"{row["id"]}") });
        IReadOnlyList<string?> ids = Given.Column(plan, "t", "id"), bosses = Given.Column(plan, "t", "boss_id"), ways = Given.Column(plan, "t", "way");
        Dictionary<string, string> wayOf = ids.Zip(ways).ToDictionary(p => p.First!, p => p.Second!);
        for (int i = 0; i < ids.Count; i++)
            Assert.Equal(bosses[i] is { } boss ? $"{wayOf[boss]}/{ids[i]}" : ids[i], ways[i]);
    }

    [Theory]
    [InlineData("smallint", "7", "7")]
    [InlineData("integer", "-7", "-7")]
    [InlineData("bigint", "7000000000", "7000000000")]
    [InlineData("decimal(9, 2)", "1.255", "1.26")]
    [InlineData("decimal(24, 3)", "123456789012345678901.5", "123456789012345678901.500")]
    [InlineData("double", "0.25", "0.25")]
    [InlineData("float", "0.25", "0.25")]
    [InlineData("boolean", "true", "true")]
    [InlineData("date", "2024-02-29", "2024-02-29")]
    [InlineData("time", "12:34:56", "12:34:56")]
    [InlineData("datetime", "2024-02-29T12:34:56", "2024-02-29 12:34:56")]
    [InlineData("timestamp", "2024-02-29T12:34:56Z", "2024-02-29 12:34:56Z")]
    [InlineData("uuid", "6f0c6b1e-3f5d-4d0e-9a57-2c1b7a54e0d3", "6f0c6b1e-3f5d-4d0e-9a57-2c1b7a54e0d3")]
    [InlineData("json", "{\"a\": 1}", "{\"a\": 1}")]
    [InlineData("binary(4)", "AQI=", "0102")]
    [InlineData("Colour", "red", "red")]
    public void Any_type_of_field_has_values_of_its_own(string type, string given, string expected)
    {
        Schema schema = Schema($"enum Colour {{ red, green }} schema S {{ table t {{ x: {type} own }} }}", ["own"]);
        Plan plan = Plan(schema, 3, generators: new Dictionary<string, ITdgGenerator> { ["own"] = new Sample((_, _, _) => given) });
        Assert.Equal([expected, expected, expected], Given.Column(plan, "t", "x"));
    }

    [Theory]
    [InlineData("x: integer own", "abc", "\"abc\", which is no integer")]
    [InlineData("x: smallint own", 40_000, "\"40000\", which does not fit smallint")]
    [InlineData("x: integer own", 1.5, "\"1.5\", which does not fit integer")]
    [InlineData("x: string(3) own", "abcd", "\"abcd\", which has 4 characters and does not fit string(3)")]
    [InlineData("x: string(9) length(1, 3) own", "abcd", "4 characters, but the field holds 3")]
    [InlineData("x: string(9) length(5, 9) own", "abcd", "4 characters, but the field wants 5")]
    [InlineData("x: text own", null, "null, but `x` is not `nullable`")]
    [InlineData("x: integer own min(5)", 4, "under min 5")]
    [InlineData("x: decimal(9, 2) own max(5)", 5.01, "over max 5")]
    [InlineData("x: double own max(5)", 5.01, "over max 5")]
    [InlineData("x: decimal(4, 2) own", 100, "does not fit decimal(4, 2)")]
    [InlineData("x: decimal(20, 2) own", 1e18, "does not fit decimal(20, 2)")]
    [InlineData("x: double own", double.NaN, "does not fit double")]
    [InlineData("x: float own", 1e300, "does not fit float")]
    [InlineData("x: json own", "{", "is no json")]
    [InlineData("x: json own", "", "is no json")]
    [InlineData("x: binary(2) own", "AQID", "does not fit binary(2)")]
    [InlineData("x: date own", "2024-02-30", "no date")]
    public void What_the_field_can_t_have_is_an_error_that_names_field_and_row(string field, object? value, string why)
    {
        string message = Failure(field, (_, _) => value);
        Assert.StartsWith("t.x, row 1: the generator gives ", message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_value_is_not_made_a_text() =>
        Assert.Contains("a Object[], but `x` is text", Failure("x: text own", (_, _) => new object[] { 1, 2 }), StringComparison.Ordinal);

    [Fact]
    public void An_enum_has_its_values_only()
    {
        Schema schema = Schema("enum Colour { red, green } schema S { table t { x: Colour own } }", ["own"]);
        var generators = new Dictionary<string, ITdgGenerator> { ["own"] = new Sample((_, _, _) => "blue") };
        Assert.Contains("\"blue\", which is no value of Colour", Assert.Throws<GenerationException>(() => Given.Column(Plan(schema, 5, generators: generators), "t", "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_that_fails_is_named_with_field_row_and_reason()
    {
        var exception = Assert.Throws<GenerationException>(() => Values("x: text own", (row, _) => row.Number == 17 ? throw new InvalidOperationException("no more letters") : "a"));
        Assert.Equal("t.x, row 17: the generator `own` fails: no more letters", exception.Message);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    [Theory]
    [InlineData("x: integer own", "x", "x → x")]
    [InlineData("x: integer own  y: integer = x + 1", "y", "x → y → x")]
    [InlineData("x: integer own  y: integer = if(z > 3, x, 1)  z: integer", "y", "x → y → x")]
    [InlineData("x: integer own  y: integer = z  z: integer = if(row_number > 0, if(row_number > 0, x, 2), 1)", "y", "x → y → z → x")]
    public void A_field_that_needs_itself_is_an_error_that_draws_the_circle(string fields, string reads, string circle) =>
        Assert.Contains(circle + ".", Failure(fields, (row, _) => row[reads]), StringComparison.Ordinal);

    [Fact]
    public void Two_generators_in_a_circle_are_an_error()
    {
        var generators = new Dictionary<string, ITdgGenerator> { ["a_of"] = new Sample((row, _, _) => row["b"]), ["b_of"] = new Sample((row, _, _) => row["a"]) };
        Plan plan = Plan(Schema("schema S { table t { a: integer a_of  b: integer b_of } }", generators.Keys), 10, generators: generators);
        Assert.Contains("a → b → a.", Assert.Throws<GenerationException>(() => Given.Column(plan, "t", "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_over_parents_and_children_is_an_error_too()
    {
        Schema schema = Schema("""
            schema S {
              table p { id: bigint primary_key  x: bigint own  total: bigint = sum(c.y) }
              table c { p_id: bigint references(p.id) as mother  y: bigint = mother.x }
            }
            generate S { p 5 c 2 per p }
            """, ["own"]);
        Plan plan = Generation.Plan.Create(schema, new PlanOptions { Generators = new Dictionary<string, ITdgGenerator> { ["own"] = new Sample((row, _, _) => row["total"]) } });
        Assert.Contains("p.x", Assert.Throws<GenerationException>(() => Given.Column(plan, "p", "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_reads_aggregates_over_children_and_rows_of_data_sets()
    {
        Schema schema = Schema("""
            schema S {
              table p { id: bigint primary_key  land: row of countries  code: text = land.name  total: bigint = sum(c.y)  x: text own }
              table c { p_id: bigint references(p.id) as mother  y: bigint between(1, 9) }
            }
            generate S { p 50 c 2 per p }
            """, ["own"]);
        Plan plan = Generation.Plan.Create(schema, new PlanOptions { Generators = new Dictionary<string, ITdgGenerator> { ["own"] = new Sample((row, _, _) => $"{row["total"]} {row.Parent("land")!["name"]}") } });
        Assert.Equal(Given.Column(plan, "p", "total").Zip(Given.Column(plan, "p", "code"), (t, c) => $"{t} {c}"), Given.Column(plan, "p", "x"));
    }

    [Fact]
    public void A_generator_that_lets_an_error_pass_does_not_hide_it()
    {
        string message = Failure("x: text own  y: integer = 1 / (row_number - 20)", (row, _) =>
        {
            try
            {
                return row["y"];
            }
            catch (GenerationException)
            {
                return "none";
            }
        });
        Assert.StartsWith("t.y, row 20:", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_field_is_an_error_that_names_those_there_are()
    {
        string message = Failure("x: text own  y: text", (row, _) => row["nobody"]);
        Assert.Contains("t has no field nobody", message, StringComparison.Ordinal);
        Assert.Contains("x, y", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unique_takes_a_generator_that_says_it_is()
    {
        Assert.Equal(50, Given.Column(PlanOf("x: string(9) unique own", (row, _) => $"N{row.Number}", isUnique: true), "t", "x").Distinct().Count());
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => PlanOf("x: string(9) unique own", (row, _) => $"N{row.Number}")).Diagnostics);
        Assert.Equal("TDG0602", error.Code);
        Assert.Contains("-Unique", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_that_is_gone_since_the_schema_was_read_is_an_error_of_the_plan()
    {
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan(Table("x: text sku"), 10, generators: new Dictionary<string, ITdgGenerator>())).Diagnostics);
        Assert.Equal("TDG0608", error.Code);
        Assert.Contains("`sku`", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_names_the_generator_with_its_arguments() =>
        Assert.Equal("generator sku(\"A\", 5)", Plan(Table(Fields), 10).Tables[0].Columns[2].Description);

    [Fact]
    public void What_a_generator_takes_is_measured_and_a_slow_one_is_not_asked_often()
    {
        var slow = new Sample((_, _, _) => { Thread.Sleep(25); return "x"; });
        var fast = new Sample((_, _, _) => "x");
        Plan plan = Plan(Schema("schema S { table t { a: text slow  b: text fast  c: text } }", ["slow", "fast"]), 1000, generators: new Dictionary<string, ITdgGenerator> { ["slow"] = slow, ["fast"] = fast });
        TablePlan table = plan.Tables[0];
        Assert.True(table.MeasureGenerator(table.Table.Fields[0]) >= TimeSpan.FromMilliseconds(20));
        Assert.True(slow.Calls <= 2);
        Assert.True(table.MeasureGenerator(table.Table.Fields[1]) > TimeSpan.Zero);
        Assert.Null(table.MeasureGenerator(table.Table.Fields[2]));
    }

    [Fact]
    public void Random_numbers_are_within_their_bounds_and_even()
    {
        var seen = new List<long>();
        Values("x: text own", (_, random) =>
        {
            seen.Add(random.Next(-3, 3));
            Assert.InRange(random.Next(10), 0, 9);
            Assert.InRange(random.NextInt64(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue - 1);
            Assert.True(random.NextDouble() is > 0 and < 1);
            Assert.Equal(11, random.NextBytes(11).Length);
            Assert.Contains(random.Pick(new[] { 'a', 'b' }), "ab");
            return "x";
        }, 6000);
        Assert.Equal(6, seen.Distinct().Count());
        Assert.All(seen.GroupBy(n => n), g => Assert.InRange(g.Count(), 900, 1100));
    }

    [Fact]
    public void A_value_has_as_many_random_numbers_as_a_row_has_room_for() =>
        Assert.Contains("More than 65,536 random numbers", Failure("x: text own", (_, random) => Enumerable.Range(0, 65_537).Sum(_ => random.NextDouble())), StringComparison.Ordinal);

    [Fact]
    public void A_generator_may_fill_many_cells_in_one_call()
    {
        var generator = new Columnar();
        Plan plan = Plan(Schema("schema S { table t { x: bigint own } }", ["own"]), 10_000, generators: new Dictionary<string, ITdgGenerator> { ["own"] = generator });
        Assert.Equal(Enumerable.Range(1, 10_000).Select(i => $"{i * 10}"), Given.Column(plan, "t", "x"));
        Assert.Equal(3, generator.Fills);
    }

    private sealed class Columnar : ITdgGenerator
    {
        public int Fills { get; private set; }

        public object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments) => throw new NotSupportedException();

        public void Fill(GeneratorCells cells)
        {
            Fills++;
            for (int i = 0; i < cells.Count; i++)
                cells.Set(i, cells.Row(i).Number * 10);
        }
    }
}
