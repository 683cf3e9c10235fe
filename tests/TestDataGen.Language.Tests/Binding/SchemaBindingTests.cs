namespace TestDataGen.Language.Tests;

public sealed class SchemaBindingTests
{
    [Fact]
    public void The_shop_is_bound()
    {
        Schema shop = Tdg.Schema(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Texts", "shop.tdg")));
        Assert.Equal("Shop", shop.Name);
        Assert.Equal(["customers", "products", "orders", "order_items"], shop.Tables.Select(t => t.Name));
        Assert.Equal("sku", shop.FindTable("PRODUCTS")!.PrimaryKey!.Fields[0].Name);
        Reference order = shop.FindTable("order_items")!.FindField("order_id")!.Reference!;
        Assert.Equal(("order", "orders", "id"), (order.Alias, order.Parent.Name, order.Targets[0].Name));
        Assert.Equal((42, "en_US", new DateTime(2026, 1, 1)), (shop.Profile.Seed, shop.Profile.Locale, shop.Profile.Now));
        Assert.Equal(10_000, Assert.IsType<FixedCount>(shop.Profile.Counts[shop.FindTable("customers")!]).Rows);
        var items = Assert.IsType<PerParentCount>(shop.Profile.Counts[shop.FindTable("order_items")!]);
        Assert.Equal((1, 5, order), (items.Draw.Min, items.Draw.Max, items.Reference));
    }

    [Theory]
    [InlineData("smallint", TypeKind.SmallInt, 0, 0, 0)]
    [InlineData("integer", TypeKind.Integer, 0, 0, 0)]
    [InlineData("int", TypeKind.Integer, 0, 0, 0)]
    [InlineData("bigint", TypeKind.BigInt, 0, 0, 0)]
    [InlineData("decimal", TypeKind.Decimal, 0, 18, 2)]
    [InlineData("decimal(9)", TypeKind.Decimal, 0, 9, 0)]
    [InlineData("numeric(28, 28)", TypeKind.Decimal, 0, 28, 28)]
    [InlineData("float", TypeKind.Float, 0, 0, 0)]
    [InlineData("double", TypeKind.Double, 0, 0, 0)]
    [InlineData("bool", TypeKind.Boolean, 0, 0, 0)]
    [InlineData("varchar(40)", TypeKind.String, 40, 0, 0)]
    [InlineData("string", TypeKind.String, 0, 0, 0)]
    [InlineData("text", TypeKind.Text, 0, 0, 0)]
    [InlineData("date", TypeKind.Date, 0, 0, 0)]
    [InlineData("time", TypeKind.Time, 0, 0, 0)]
    [InlineData("datetime2", TypeKind.DateTime, 0, 0, 0)]
    [InlineData("timestamptz", TypeKind.Timestamp, 0, 0, 0)]
    [InlineData("uuid", TypeKind.Uuid, 0, 0, 0)]
    [InlineData("json", TypeKind.Json, 0, 0, 0)]
    [InlineData("binary(16)", TypeKind.Binary, 16, 0, 0)]
    public void A_type_has_its_measures(string written, TypeKind kind, int length, int precision, int scale) =>
        Assert.Equal(new DataType(kind, length, precision, scale), Tdg.Field($"a: {written}").Type);

    [Fact]
    public void An_enum_field_draws_by_the_enums_weights()
    {
        Field field = Tdg.Schema("enum Status { open: 3, closed }\n" + Tdg.Table("status: Status")).Tables[0].Fields[0];
        var choice = Assert.IsType<ChoiceSource>(field.Source);
        Assert.Equal(["open", "closed"], choice.Values.Select(v => v.Value));
        Assert.Equal([3.0, 1.0], choice.Weights);
        Assert.Equal("Status", field.Type.Enum!.Name);
    }

    [Fact]
    public void A_type_brings_its_modifiers_and_the_field_goes_over_them()
    {
        Schema schema = Tdg.Schema("""
            type Money = decimal(12, 2) min(0) max(1_000) normal(500, 200) nullable(5%)
            type Price = Money max(99)
            schema S { table t {
              a: Money
              b: Price
              c: Money max(10) not_null = 5
            } }
            """);
        Field[] fields = [.. schema.Tables[0].Fields];
        Assert.Equal([1000m, 99m, 10m], fields.Select(f => f.Max!.Value));
        Assert.All(fields, f => Assert.Equal(0m, f.Min!.Value));
        Assert.Equal([0.05, 0.05, 0], fields.Select(f => f.NullFraction));
        Assert.Equal(["DistributionSource", "DistributionSource", "ExpressionSource"], fields.Select(f => f.Source.GetType().Name));
    }

    [Theory]
    [InlineData("a: integer", 0, false)]
    [InlineData("a: integer nullable", 0.1, true)]
    [InlineData("a: integer nullable(0%)", 0, true)]
    [InlineData("a: integer nullable(12.5%)", 0.125, true)]
    [InlineData("a: integer nullable = 5", 0, true)]
    [InlineData("a: integer nullable(20%) = 5", 0.2, true)]
    public void How_often_a_field_is_null(string field, double fraction, bool isNullable)
    {
        Field bound = Tdg.Field(field);
        Assert.Equal((fraction, isNullable), (bound.NullFraction, bound.IsNullable));
    }

    [Fact]
    public void Bounds_are_literals_of_the_fields_type()
    {
        Assert.Equal(5L, Tdg.Field("a: smallint min(2 + 3)").Min!.Value);
        Assert.Equal(-5m, Tdg.Field("a: decimal(9, 2) min(-5)").Min!.Value);
        Assert.Equal(0.5, Tdg.Field("a: double max(0.5)").Max!.Value);
        Assert.Equal(new DateOnly(2026, 1, 31), Tdg.Field("a: date max(2026-01-01 + 30d)").Max!.Value);
        Assert.Equal(new DateTime(2026, 1, 1), Tdg.Field("a: datetime min(2026-01-01)").Min!.Value);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)Tdg.Field("a: timestamp min(2026-01-01T01:00+01:00)").Min!.Value!).Kind);
        Assert.Equal(new TimeOnly(8, 30), Tdg.Field("a: time min(08:30)").Min!.Value);
        Assert.Equal(long.MinValue, Tdg.Field("a: bigint min(-9_223_372_036_854_775_808)").Min!.Value);
    }

    [Fact]
    public void A_constant_between_is_a_bound_and_a_source()
    {
        Field field = Tdg.Field("a: integer between(1, 6)");
        Assert.Equal((1L, 6L), (field.Min!.Value, field.Max!.Value));
        Assert.IsType<BetweenSource>(field.Source);
    }

    [Fact]
    public void Beside_another_source_between_is_a_bound_only()
    {
        Field field = Tdg.Field("a: double normal(0, 1) between(-3, 3)");
        Assert.Equal((-3.0, 3.0), (field.Min!.Value, field.Max!.Value));
        Assert.Equal("normal", Assert.IsType<DistributionSource>(field.Source).Name);
    }

    [Fact]
    public void A_bound_that_the_type_brings_stays_beside_the_fields_source()
    {
        Field field = Tdg.Schema("type Percentage = decimal(5, 2) between(0, 100)\n" + Tdg.Table("a: Percentage normal(70, 20) max(95)")).Tables[0].Fields[0];
        Assert.Equal((0m, 95m), (field.Min!.Value, field.Max!.Value));
        Assert.IsType<DistributionSource>(field.Source);
    }

    [Fact]
    public void A_between_of_expressions_is_a_source_without_bounds()
    {
        Field field = Tdg.Field("a: datetime between(now - 30d, now)");
        var between = Assert.IsType<BetweenSource>(field.Source);
        Assert.Null(field.Min);
        Assert.Equal(BinaryOperator.Subtract, Assert.IsType<BinaryExpression>(between.Low).Operator);
        Assert.Equal(TypeKind.DateTime, between.High.Type.Kind);
    }

    [Fact]
    public void The_lengths_of_a_text_come_from_its_type_and_its_modifier()
    {
        Assert.Equal((0, 40), LengthsOf("a: string(40)"));
        Assert.Equal((3, 12), LengthsOf("a: string(40) length(3, 12)"));
        Assert.Equal((0, int.MaxValue), LengthsOf("a: text"));

        static (int, int) LengthsOf(string field) => Tdg.Field(field) is var f ? (f.MinLength, f.MaxLength) : default;
    }

    [Theory]
    [InlineData("integer histogram(1..5: 60, 6..20: 30, 50: 10)", "1-5 6-20 50-50")]
    [InlineData("integer histogram(-5..-1: 1, 0: 2)", "-5--1 0-0")]
    [InlineData("double histogram(0..0.5: 1, 0.5..1: 1, 2: 1)", "0-0.5 0.5-1 2-2")]
    [InlineData("time histogram(08:00..09:30: 40, 12:00: 10)", "08:00-09:30 12:00-12:00")]
    [InlineData("integer uniform(1, 5) max(3) clamp", "1-5")]
    public void A_histogram_has_buckets_in_the_fields_type(string field, string buckets) => Assert.Equal(
        buckets,
        string.Join(" ", Assert.IsType<HistogramSource>(Tdg.Field($"a: {field}").Source).Buckets.Select(b => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{b.Low.Value}-{b.High.Value}"))));

    [Fact]
    public void A_mixture_has_parts_that_may_be_mixtures()
    {
        MixtureSource mixture = Assert.IsType<MixtureSource>(Tdg.Field("a: double mixture(mixture(normal(1, 2): 1, uniform(1, 2): 3): 20, histogram(5: 1): 80)").Source);
        Assert.Equal([20, 80], mixture.Weights);
        Assert.Equal(["MixtureSource", "HistogramSource"], mixture.Parts.Select(p => p.GetType().Name));
        Assert.Equal(["DistributionSource", "HistogramSource"], Assert.IsType<MixtureSource>(mixture.Parts[0]).Parts.Select(p => p.GetType().Name));
    }

    [Fact]
    public void A_type_may_bring_clamp()
    {
        Schema schema = Tdg.Schema("type Share = decimal(5, 2) between(0, 100) clamp\n" + Tdg.Table("a: Share normal(50, 40)\n    b: Share\n    c: Share = 5"));
        Assert.All(schema.Tables[0].Fields, f => Assert.True(f.IsClamped));
    }

    [Fact]
    public void Every_source_is_bound()
    {
        Assert.Equal(new SequenceSource(1, 1), Tdg.Field("a: bigint sequence").Source);
        Assert.Equal(new SequenceSource(100, -10), Tdg.Field("a: bigint sequence(100, -10)").Source);
        Assert.Equal("first_name", Assert.IsType<FormatSource>(Tdg.Field("a: text format(first_name)").Source).Name);
        Assert.Equal(5L, Assert.Single(Assert.IsType<FormatSource>(Tdg.Field("a: text format(words, 5)").Source).Arguments).Value);
        Assert.Equal(new PatternSource("\\##-?*"), Tdg.Field("a: text pattern(\"\\\\##-?*\")").Source);
        Assert.Equal(new RegexSource("[a-z]/\\d+"), Tdg.Field("a: text regex(/[a-z]\\/\\d+/)").Source);
        Assert.Equal([1L, 2L], Assert.IsType<ChoiceSource>(Tdg.Field("a: integer one_of(1, 2)").Source).Values.Select(v => v.Value));
        Assert.Equal([80.0, 20.0], Assert.IsType<ChoiceSource>(Tdg.Field("a: text weighted(\"x\": 80, \"y\": 20)").Source).Weights);
        Assert.Equal([3.2, 0.8], Assert.IsType<DistributionSource>(Tdg.Field("a: double lognormal(3.2, 0.8)").Source).Arguments);
        Assert.IsType<BetweenSource>(Tdg.Field("a: date uniform(2026-01-01, 2026-12-31)").Source);
        Assert.IsType<DefaultSource>(Tdg.Field("email: text").Source);
    }

    [Fact]
    public void Parents_may_be_drawn_by_rank()
    {
        Reference reference = Tdg.Schema("""
            schema S {
              table p { id: bigint primary_key }
              table t { p_id: bigint references(p.id) zipf(1.1) }
            }
            """).Tables[1].Fields[0].Reference!;
        Assert.Equal(("zipf", 1.1), (reference.Distribution!.Name, reference.Distribution.Arguments[0]));
        Assert.Null(reference.Alias);
    }

    [Fact]
    public void Names_with_odd_characters_stand_in_back_quotes()
    {
        Schema schema = Tdg.Schema("""
            schema `My shop` {
              table `order lines` { `line #`: integer  `a``b`: integer = `line #` + 1  `now`: integer = `a``b` }
            }
            generate `My shop` { `order lines` 5 }
            """);
        Assert.Equal(["line #", "a`b", "now"], schema.Tables[0].Fields.Select(f => f.Name));
    }

    [Fact]
    public void Names_are_found_without_regard_to_case()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table Customers { ID: bigint primary_key }
              table orders { customer_id: bigint references(customers.id) as Customer  a: bigint = CUSTOMER.Id }
            }
            generate s { CUSTOMERS 5  orders 1 per customer }
            """);
        Assert.Equal(2, schema.Profile.Counts.Count);
    }

    [Fact]
    public void A_default_is_a_literal_of_the_fields_type()
    {
        Assert.Equal(true, Tdg.Field("a: boolean default(true)").Default!.Value);
        Assert.Equal(Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), Tdg.Field("a: uuid default(\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\")").Default!.Value);
        Assert.Equal(new byte[] { 0xCA, 0xFE }, Tdg.Field("a: binary(2) default(\"CAFE\")").Default!.Value);
    }

    [Fact]
    public void A_file_may_hold_several_schemas()
    {
        ReadResult result = Tdg.Read("schema A { table t { a: integer } }\nschema B { table t { a: integer } }\ngenerate B { t 5 }");
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["A", "B"], result.Schemas.Select(s => s.Name));
        Assert.Same(Profile.Empty, result.Schemas[0].Profile);
    }

    [Fact]
    public void Words_of_the_language_may_be_names()
    {
        string[] words = ["date", "min", "type", "schema", "table", "check", "unique", "rows", "references", "primary_key", "enum", "import", "generate", "with", "seed", "true", "null"];
        Schema schema = Tdg.Schema(Tdg.Table(string.Join("\n    ", words.Select(w => $"{w}: integer"))));
        Assert.Equal(words, schema.Tables[0].Fields.Select(f => f.Name));
    }
}
