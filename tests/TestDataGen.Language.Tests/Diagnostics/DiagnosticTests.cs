namespace TestDataGen.Language.Tests;

public sealed class DiagnosticTests
{
    [Theory]
    [MemberData(nameof(DiagnosticCases.All), MemberType = typeof(DiagnosticCases))]
    public void The_error_is_found_at_its_place_and_nothing_else(string code, string tdg) => MarkedText.Parse(tdg).AssertGives(code);

    [Theory]
    [MemberData(nameof(DiagnosticCases.All), MemberType = typeof(DiagnosticCases))]
    public void An_error_says_what_is_wrong_and_what_to_do(string code, string tdg)
    {
        Diagnostic diagnostic = Tdg.Read(MarkedText.Parse(tdg).Text).Diagnostics[0];
        Assert.Equal(code, diagnostic.Code);
        Assert.EndsWith(".", diagnostic.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", diagnostic.Message, StringComparison.Ordinal);
        Assert.True(diagnostic.Hint.Length > 0 && diagnostic.Hint[^1] is '.' or '?', $"\"{diagnostic.Hint}\" is no sentence.");
    }

    [Fact]
    public void A_message_about_an_endless_name_can_still_be_read()
    {
        Diagnostic diagnostic = Assert.Single(Tdg.Read(Tdg.Table($"a: integer nulable{new string('9', 5_000)}")).Diagnostics);
        Assert.StartsWith("There is no modifier `nulable999", diagnostic.Message, StringComparison.Ordinal);
        Assert.EndsWith("999`.", diagnostic.Message, StringComparison.Ordinal);
        Assert.InRange(diagnostic.Message.Length, 100, 1_000);
    }

    [Fact]
    public void A_text_with_errors_gives_no_schemas() => Assert.Empty(Tdg.Read(Tdg.Table("a: integr")).Schemas);

    [Fact]
    public void Every_code_of_a_text_has_a_case()
    {
        // A text that raises TDG0017 is too long for a list, TDG0018 takes files: HostileInputTests and ImportTests make them.
        HashSet<string> raised = [.. DiagnosticCases.All.Select(c => (string)c[0]), "TDG0017", "TDG0018"];
        // Files are tested by SchemaFileTests, runs by the generation.
        IEnumerable<string> expected = DiagnosticCatalog.All
            .Select(r => r.Code)
            .Where(c => string.CompareOrdinal(c, "TDG0005") >= 0 && string.CompareOrdinal(c, "TDG0600") < 0);
        Assert.Equal([], expected.Except(raised));
    }

    [Fact]
    public void A_code_is_registered_once_in_ascending_order()
    {
        string[] codes = [.. DiagnosticCatalog.All.Select(r => r.Code)];
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, c => Assert.Matches("^TDG[0-9]{4}$", c));
    }

    [Fact]
    public void Errors_in_several_fields_and_tables_are_all_found_in_one_pass() => MarkedText.Parse("""
        schema S {
          table a {
            id: bigint primary_key
            x: «integr»
            y: integer min(
            «z»: text
            w: text = lower(«5»)
          }
          table b {
            a_id: bigint references(a.«idd»)
          }
          «tabel» c { n: integer }
        }
        generate S { a «-5» }
        """).AssertGives("TDG0202", "TDG0101", "TDG0303", "TDG0203", "TDG0101", "TDG0506");

    [Fact]
    public void A_use_of_what_is_broken_is_no_error_of_its_own() => MarkedText.Parse("""
        schema S {
          table a {
            id: «bigit» primary_key
            size: integer min(1 «2»)
          }
          table b {
            a_id: bigint references(a.id)
            x: text = "{a.id}-{a.size}"
            y: integer = a.size + 1
          }
        }
        """).AssertGives("TDG0202", "TDG0101");

    [Fact]
    public void A_forgotten_bracket_costs_one_error() => MarkedText.Parse("""
        schema S {
          table a {
            id: bigint primary_key
            name: text format(first_name
            «size»: integer
          }
          table b {
            a_id: bigint references(a.id)
            x: integer = a.size
          }
        }
        """).AssertGives("TDG0101");

    [Fact]
    public void A_forgotten_brace_costs_one_error() => MarkedText.Parse("""
        schema S {
          table a {
            id: bigint primary_key

          «table» b {
            a_id: bigint references(a.id)
          }
        }
        generate S { b 5 }
        """).AssertGives("TDG0101");

    [Theory]
    [InlineData("a: integr", "Did you mean `integer`?")]
    [InlineData("a: text } table u with Auditd { b: text", "Did you mean `Audited`?")]
    [InlineData("a: text uniqe", "Did you mean `unique`?")]
    [InlineData("a: integer PRIMARY_KEY", "Did you mean `primary_key`?")]
    [InlineData("a: text format(fist_name)", "Did you mean `first_name`?")]
    [InlineData("total: integer\n b: integer = totla", "Did you mean `total`?")]
    [InlineData("a: text = uper(\"x\")", "Did you mean `upper`?")]
    [InlineData("a: text = 'x'", "Put it in double quotes.")]
    [InlineData("a: integer auto_increment", "Write `sequence`.")]
    [InlineData("a: text = \"x\" || \"y\"", "Write `or`; texts are put together in a template: \"{a}{b}\".")]
    [InlineData("a: boolean = (1 = 1)", "A comparison is written `==`.")]
    [InlineData("a: integer nullable(50)", "Write nullable(50%).")]
    [InlineData("a: integer?", "A field that may be null is `nullable`; a choice is if(condition, a, b).")]
    [InlineData("a integer", "A field is written `name: type`.")]
    [InlineData("a: text = lower(\"x\"\n b: integer", "A bracket before it is not closed.")]
    public void The_hint_names_what_was_meant(string fields, string hint) =>
        Assert.Equal(hint, Tdg.Read(Tdg.Table(fields) + "mixin Audited { x: integer }").Diagnostics[0].Hint);

    [Theory]
    [InlineData("CREATE TABLE t (id int)", "This is SQL. A table is written: schema S { table t { id: bigint primary_key } }.")]
    [InlineData("SCHEMA S { table t { id: bigint } }", "Words of the language are in lower case: `schema`.")]
    [InlineData("schema S ( table t { id: bigint } )", "What belongs to it stands in braces: { … }.")]
    [InlineData("schema S { table t (id: bigint) }", "Its fields stand in braces.")]
    [InlineData("schema S { table t { id: bigint, name: text } }", "Fields are not separated by commas.")]
    [InlineData("schema S { table t { name: nvarchar(max) } }", "A text of any length is written `text`.")]
    [InlineData("schema S { table t { id: bigint primary_key  t_id: bigint references t.id } }", "What belongs to it stands in brackets: ( … ).")]
    [InlineData("schema S { id: bigint }", "Fields stand in a table: table NAME { name: type }.")]
    [InlineData("schema S { table t { d: date = \"2024-01-01\" } }", "Dates are written 2026-01-31, times 23:59, both together 2026-01-31T23:59, all without quotes.")]
    [InlineData("schema S { table t { d: datetime between(2024-1-1, now) } }", "Dates are written 2026-01-31, times 23:59, both together 2026-01-31T23:59, all without quotes.")]
    [InlineData("schema S { table t { id: bigint not null } }", "Every field is not null unless it is `nullable`.")]
    [InlineData("schema S { table t { id: bigint primary key } }", "Write `primary_key`.")]
    public void Who_writes_SQL_is_told_once_how_it_is_written_here(string text, string hint) => Assert.Equal(hint, Assert.Single(Tdg.Read(text).Diagnostics).Hint);

    [Fact]
    public void A_circle_is_drawn()
    {
        Diagnostic diagnostic = Assert.Single(Tdg.Read(Tdg.Table("a: integer = b\n b: integer = c\n c: integer = a")).Diagnostics);
        Assert.Equal("These fields need each other in a circle: a → b → c → a.", diagnostic.Message);
    }

    [Fact]
    public void The_place_is_underlined_in_its_line()
    {
        Diagnostic diagnostic = Assert.Single(Tdg.Read(Tdg.Table("name: strng(5)")).Diagnostics);
        Assert.Equal("test.tdg(3,11): error TDG0202: There is no type `strng`. Did you mean `string`?", diagnostic.ToString());
        Assert.Equal(
            """
            test.tdg:3:11: error TDG0202: There is no type `strng`.
             3 |     name: strng(5)
               |           ^^^^^
               = Did you mean `string`?
            """.ReplaceLineEndings(), diagnostic.ToDisplayString());
    }
}
