namespace TestDataGen.Language.Tests;

public sealed class FormatterTests
{
    [Fact]
    public void Fields_and_counts_stand_in_columns() => AssertFormat(
        """
        enum  Status{open:3,closed}
        schema Shop{table customers{id:bigint primary_key
        first_name:string( 50 )format( first_name )
        note:text nullable(40%)   unique=lower( "{ first_name }-{id}" )
        born:date}
        table orders{id:bigint primary_key
        customer_id:bigint references(customers.id)as customer
        status:Status}}
        generate Shop{seed 42 customers 10_000
        orders 0..20 per customers}
        """,
        """
        enum Status { open: 3, closed }

        schema Shop {
          table customers {
            id:         bigint     primary_key
            first_name: string(50) format(first_name)
            note:       text       nullable(40%) unique = lower("{first_name}-{id}")
            born:       date
          }

          table orders {
            id:          bigint primary_key
            customer_id: bigint references(customers.id) as customer
            status:      Status
          }
        }

        generate Shop {
          seed 42
          customers 10_000
          orders    0..20 per customers
        }
        """);

    [Theory]
    [InlineData("int", "integer")]
    [InlineData("varchar(20)", "string(20)")]
    [InlineData("bool", "boolean")]
    [InlineData("numeric(10,2)", "decimal(10, 2)")]
    [InlineData("datetime2", "datetime")]
    [InlineData("timestamptz", "timestamp")]
    [InlineData("guid", "uuid")]
    [InlineData("jsonb", "json")]
    [InlineData("varbinary(8)", "binary(8)")]
    public void An_alias_of_a_type_becomes_its_canonical_name(string alias, string canonical) => AssertFormat(
        $"schema S {{ table t {{ a: {alias} }} }}",
        $$"""
        schema S {
          table t {
            a: {{canonical}}
          }
        }
        """);

    [Theory]
    [InlineData("(1+2)*3", "(1 + 2) * 3")]
    [InlineData("((1*2))+3", "1 * 2 + 3")]
    [InlineData("1-(2-3)", "1 - (2 - 3)")]
    [InlineData("a and b or c", "(a and b) or c")]
    [InlineData("not(a and b)", "not (a and b)")]
    [InlineData("not a and b", "not a and b")]
    [InlineData("(a is null)==b", "(a is null) == b")]
    [InlineData("-(-1)", "--1")]
    [InlineData("1+2..5*6", "(1 + 2)..(5 * 6)")]
    [InlineData("\"{ a+1 }\\{x\\}\"", "\"{a + 1}\\{x\\}\"")]
    [InlineData("`odd name`+`plain`+`now`", "`odd name` + plain + `now`")]
    public void An_expression_has_the_brackets_that_it_needs(string written, string printed) => AssertFormat(
        $"schema S {{ table t {{ a: integer = {written} }} }}",
        $$"""
        schema S {
          table t {
            a: integer = {{printed}}
          }
        }
        """);

    [Fact]
    public void Comments_and_blank_lines_stay_where_they_were() => AssertFormat(
        """
        // The file.

        /* Two
           lines. */
        enum Status {   // how it stands
          open, // new
          closed
        }
        // Before the schema.
        schema S {
          // Before the table.
          table t {
            // Before a.
            a: integer   // Behind a.

            b: integer min(1) /* within b */ max(2)
            // At the end of t.
          }
        }   // Behind S.
        // The end.
        """,
        """
        // The file.

        /* Two
           lines. */
        enum Status {  // how it stands
          open,  // new
          closed
        }

        // Before the schema.
        schema S {
          // Before the table.
          table t {
            // Before a.
            a: integer  // Behind a.

            b: integer min(1) /* within b */ max(2)
            // At the end of t.
          }
        }  // Behind S.
        // The end.
        """);

    [Theory]
    [InlineData("// a\u0085b\n\nschema S {\n  table t {\n    a: integer\n  }\n}\n")]
    [InlineData("// a\rb\n\nschema S {\n  table t {\n    a: integer\n  }\n}\n")]
    [InlineData("schema S {\n  table generate {\n    e: integer\n  }\n}\n\ngenerate S {\n  `generate` 5\n}\n")]
    [InlineData("generate S {\n  t 1\n}\n\nimport \"s.tdg\"\n")]
    [InlineData("schema S {\n  table or {\n    a: integer\n  }\n}\n")]
    public void What_is_formatted_already_stays(string text) => Assert.Equal(text, SchemaFormatter.Format(new SourceText("test.tdg", text)).Text);

    [Fact]
    public void A_table_with_the_name_of_a_declaration_is_counted_in_quotes() => AssertFormat(
        "schema S { table type { n: integer } table c { r: integer } } generate S { type 5 c 3 }",
        """
        schema S {
          table type {
            n: integer
          }

          table c {
            r: integer
          }
        }

        generate S {
          `type` 5
          c      3
        }
        """);

    [Fact]
    public void A_list_with_comments_at_line_ends_has_an_item_a_line() => AssertFormat(
        """
        schema S { table t {
          tier: string(10) weighted( "basic": 80, // most
              // Rare, and dear.
              "gold": 15, "vip": 5 // few
              // None of "none".
          ) unique
          n: integer between(/* from */ 1, 6 /* to */)
          total: integer = n // the base
              + 1
          primary_key(n, // first
            total)
        } }
        generate S { t {0: 20%, // none
          1..5: 80%} per n }
        """,
        """
        schema S {
          table t {
            tier:  string(10) weighted(
                "basic": 80,  // most
                // Rare, and dear.
                "gold": 15,
                "vip": 5  // few
                // None of "none".
            ) unique
            n:     integer    between(/* from */ 1, 6 /* to */)
            total: integer    = n // the base
                + 1
            primary_key(
                n,  // first
                total
            )
          }
        }

        generate S {
          t {
              0: 20%,  // none
              1..5: 80%
          } per n
        }
        """);

    [Fact]
    public void A_comment_stays_between_the_words_where_it_stood() => AssertFormat(
        """
        import /* the shared one */ "common.tdg"
        enum /* e */ E /* f */ { a /* g */ : /* h */ 1 }
        type M = /* m */ integer /* n */ min( /* o */ 1 )
        schema /* s */ S { table /* t */ x.t with /* w */ A, /* b */ B { f: integer /* u */ = "{ /* in a hole */ 1 }" } }
        generate S as /* p */ big { scale /* q */ 100  x.t /* r */ 5 per /* y */ z }
        """,
        """
        import /* the shared one */ "common.tdg"

        enum /* e */ E {  /* f */
          a: /* g */ /* h */ 1
        }

        type M /* m */ = integer /* n */ min(/* o */ 1)

        schema /* s */ S {
          table /* t */ x.t /* w */ with A, /* b */ B {
            f: integer /* u */ = "{/* in a hole */ 1}"
          }
        }

        generate S /* p */ as big {
          scale /* q */ 100
          x.t /* r */ 5 /* y */ per z
        }
        """);

    [Fact]
    public void A_comment_stays_with_what_it_stands_behind() => AssertFormat(
        "schema S { table t { a: integer b: integer // b\n } /* t */ } // S\nenum E { x, y, // y\n z }",
        """
        schema S {
          table t {
            a: integer
            b: integer  // b
          }  /* t */
        }  // S

        enum E {
          x,
          y,  // y
          z
        }
        """);

    [Fact]
    public void Of_several_blank_lines_one_stays() => AssertFormat(
        "\n\n\nschema S {\n\n\n  table t {\n\n\n    a: integer\n\n\n\n    b: integer\n    c: integer\n\n  }\n\n\n}\n\n\n",
        """
        schema S {
          table t {
            a: integer

            b: integer
            c: integer
          }
        }
        """);

    [Fact]
    public void A_line_that_is_too_long_is_broken_at_its_commas()
    {
        string values = string.Join(", ", Enumerable.Range(1, 30).Select(i => $"\"value {i}\": {i}"));
        string formatted = Format(Tdg.Table($"a: string(20) weighted({values}) unique"));
        Assert.All(formatted.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
        Assert.Equal(formatted, Format(formatted));
        Assert.Contains("\"value 29\": 29,", formatted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reference.tdg")]
    [InlineData("shop.tdg")]
    public void What_is_formatted_says_the_same_and_stays_as_it_is(string file)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Texts", file));
        string once = Format(text);
        Assert.Equal(once, Format(once));
        Assert.Equal(Parse(text).File, Parse(once).File);
        Assert.Equal(Parse(text).Comments.Select(c => c.Text), Parse(once).Comments.Select(c => c.Text));
    }

    [Fact]
    public void A_text_with_syntax_errors_is_not_formatted()
    {
        FormatResult result = SchemaFormatter.Format(new SourceText("test.tdg", Tdg.Table("a integer")));
        Assert.Null(result.Text);
        Assert.Equal("TDG0101", Assert.Single(result.Diagnostics).Code);
    }

    [Theory]
    [InlineData("a: integer histogram(1..5: 60, -3: 10) max(4) clamp")]
    [InlineData("a: double mixture(mixture(normal(0, 1): 1, uniform(2, 3): 2.5): 50, exponential(1): 50)")]
    public void A_distribution_of_parts_is_printed_as_it_is_written(string field) => Assert.Contains(field + "\n", Format(Tdg.Table(field)), StringComparison.Ordinal);

    [Fact]
    public void A_text_with_unknown_names_is_formatted() => Assert.Contains("a: nothing\n", Format(Tdg.Table("a:nothing")), StringComparison.Ordinal);

    private static ParsedText Parse(string text)
    {
        var source = new SourceText("test.tdg", text);
        return SchemaParser.Parse(source, new DiagnosticBag(source));
    }

    private static string Format(string text)
    {
        FormatResult result = SchemaFormatter.Format(new SourceText("test.tdg", text));
        Assert.True(result.Text is not null, string.Join("\n", result.Diagnostics));
        return result.Text;
    }

    private static void AssertFormat(string written, string printed) =>
        Assert.Equal(printed.ReplaceLineEndings("\n") + "\n", Format(written));
}
