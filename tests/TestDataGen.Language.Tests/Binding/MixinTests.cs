namespace TestDataGen.Language.Tests;

public sealed class MixinTests
{
    [Fact]
    public void The_fields_of_mixins_follow_the_tables_own_in_the_order_of_the_mixins()
    {
        Schema schema = Tdg.Schema("""
            mixin Named { name: text }
            mixin Audited { created_at: datetime  updated_at: datetime = after(created_at, 1d) }
            schema S {
              table a with Audited, Named { id: bigint primary_key }
              table b with Named { id: bigint primary_key }
            }
            """);
        Assert.Equal(["id", "created_at", "updated_at", "name"], schema.Tables[0].Fields.Select(f => f.Name));
        Assert.Equal(["id", "name"], schema.Tables[1].Fields.Select(f => f.Name));
        Assert.Equal([0, 1, 2, 3], schema.Tables[0].Fields.Select(f => f.Index));
        Assert.Same(schema.Tables[1], schema.Tables[1].FindField("name")!.Table);
    }

    [Fact]
    public void A_mixin_reads_the_fields_and_the_parents_of_its_table()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table shops { id: bigint primary_key  opened: date }
              table visits with Dated { id: bigint primary_key  shop_id: bigint references(shops.id) as shop  first: date = shop.opened }
            }
            mixin Dated { day: date between(shop.opened, 2030-01-01)  label: text = "{id} on {day}" }
            """);
        var between = Assert.IsType<BetweenSource>(schema.Tables[1].FindField("day")!.Source);
        Assert.Same(schema.Tables[0].FindField("opened"), Assert.IsType<FieldAccess>(between.Low).Field);
    }

    [Fact]
    public void A_mixin_may_hold_a_key_and_a_reference()
    {
        Schema schema = Tdg.Schema("""
            mixin Keyed { id: bigint primary_key }
            mixin Owned { owner_id: bigint references(users.id) as owner  owner_name: text = owner.name }
            schema S {
              table users with Keyed { name: text }
              table files with Keyed, Owned { path: text }
            }
            generate S { users 10  files 1..3 per owner }
            """);
        Assert.Equal("id", schema.Tables[1].PrimaryKey!.Fields[0].Name);
        Assert.Same(schema.Tables[0], schema.Tables[1].FindField("owner_id")!.Reference!.Parent);
    }

    [Fact]
    public void What_is_wrong_with_a_mixin_for_one_table_is_said_of_that_table()
    {
        Diagnostic diagnostic = Assert.Single(Tdg.Read("""
            mixin Labelled { label: text = "{name}" }
            schema S {
              table a with Labelled { name: text }
              table b with Labelled { title: text }
            }
            """).Diagnostics);
        Assert.Equal(("TDG0203", "`b` has no field `name`."), (diagnostic.Code, diagnostic.Message));
    }

    [Fact]
    public void A_broken_mixin_is_one_error_and_no_echo_of_it() => MarkedText.Parse("""
        mixin Audited { created_at: datetime  updated_at: «=» now }
        schema S { table t with Audited { a: datetime = updated_at } }
        """).AssertGives("TDG0101");
}
