namespace TestDataGen.Language.Tests;

/// <summary>Texts that want to break the reader. Each is read on a thread with half a megabyte of stack: the least that a platform gives.</summary>
public sealed class HostileInputTests
{
    private const int Stack = 512 * 1024;

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("if(true, 1, ", "1", ")")]
    [InlineData("abs(", "1", ")")]
    [InlineData("\"{", "1", "}\"")]
    public void Ten_thousand_nested_brackets_are_an_error(string open, string middle, string close)
    {
        const int Depth = 10_000;
        AssertTooDeep(Tdg.Table($"a: text = {Repeat(open, Depth)}{middle}{Repeat(close, Depth)}"));
    }

    [Fact]
    public void Ten_thousand_nested_braces_are_an_error()
    {
        AssertTooDeep(new string('{', 10_000));
        AssertTooDeep(Tdg.Table("rows " + new string('{', 10_000)));
        AssertTooDeep(Repeat("schema S { table t { ", 10_000));
    }

    [Theory]
    [InlineData("- ", "1")]
    [InlineData("not ", "true")]
    [InlineData("not - ", "1")]
    public void A_hundred_thousand_signs_are_an_error(string sign, string operand) => AssertTooDeep(Tdg.Table($"a: integer = {Repeat(sign, 100_000)}{operand}"));

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("1", " * 2 + 3")]
    [InlineData("true", " and true")]
    [InlineData("true", " is null")]
    [InlineData("\"a\"", " == \"b\" or \"a\"")]
    public void A_chain_of_a_hundred_thousand_operators_is_an_error(string first, string rest) =>
        AssertTooDeep(Tdg.Table($"a: integer = {first}{Repeat(rest, 100_000)}"));

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("if(true, 1, ", "1", ")")]
    [InlineData("abs(1 + 1 + ", "1", ")")]
    public void What_is_just_within_the_limit_is_bound_and_formatted(string open, string middle, string close)
    {
        string text = Tdg.Table($"a: integer = {Repeat(open, 61)}{middle}{Repeat(close, 61)}");
        OnSmallStack(() =>
        {
            Assert.Empty(Tdg.Read(text).Diagnostics);
            Assert.NotNull(SchemaFormatter.Format(new SourceText("test.tdg", text)).Text);
        });
    }

    [Fact]
    public void A_chain_just_within_the_limit_is_bound_and_formatted()
    {
        string text = Tdg.Table($"a: integer = 1{Repeat(" + 1", 250)}");
        OnSmallStack(() =>
        {
            Assert.Empty(Tdg.Read(text).Diagnostics);
            Assert.NotNull(SchemaFormatter.Format(new SourceText("test.tdg", text)).Text);
        });
    }

    [Fact]
    public void A_chain_of_thirty_thousand_fields_is_bound()
    {
        string fields = string.Join("\n", Enumerable.Range(0, 30_000).Select(i => $"f{i}: integer = f{i + 1}"));
        OnSmallStack(() => Assert.Empty(Tdg.Read(Tdg.Table(fields + "\nf30000: integer")).Diagnostics));
    }

    [Fact]
    public void A_circle_of_thirty_thousand_fields_is_one_error_of_readable_length()
    {
        string fields = string.Join("\n", Enumerable.Range(0, 30_000).Select(i => $"f{i}: integer = f{(i + 1) % 30_000}"));
        OnSmallStack(() =>
        {
            Diagnostic diagnostic = Assert.Single(Tdg.Read(Tdg.Table(fields)).Diagnostics);
            Assert.Equal("TDG0307", diagnostic.Code);
            Assert.InRange(diagnostic.Message.Length, 1, 300);
        });
    }

    [Fact]
    public void A_small_file_can_not_ask_for_ten_million_fields()
    {
        string mixin = "mixin M {\n" + string.Join("\n", Enumerable.Range(0, 10_000).Select(i => $"f{i}: integer")) + "\n}\n";
        string tables = string.Join("\n", Enumerable.Range(0, 1_000).Select(i => $"table t{i} with M {{ a: integer }}"));
        OnSmallStack(() => Assert.Contains(Tdg.Read($"{mixin}schema S {{\n{tables}\n}}").Diagnostics, d => d.Code == "TDG0017"));
    }

    [Theory]
    [InlineData("a b ( } { \" x: y = 1 \n ")]
    [InlineData("a ")]
    [InlineData("x: y\n")]
    [InlineData("\0")]
    [InlineData("`")]
    [InlineData("'\n")]
    [InlineData("/*")]
    [InlineData("regex(/")]
    [InlineData("references(a, ")]
    [InlineData("table t { a: integer }\n")]
    [InlineData("generate S { t 5 }\n")]
    [InlineData("}\n")]
    [InlineData("\uD800")]
    public void Half_a_megabyte_of_rubbish_is_some_errors(string rubbish)
    {
        string text = Repeat(rubbish, 500_000 / rubbish.Length);
        OnSmallStack(() =>
        {
            Assert.InRange(Tdg.Read(text).Diagnostics.Count, 1, 200);
            Assert.InRange(Tdg.Read(Tdg.Table(text)).Diagnostics.Count, 1, 200);
            Assert.InRange(Tdg.Read(Tdg.Table("a: integer = " + text)).Diagnostics.Count, 1, 200);
        });
    }

    [Theory]
    [InlineData("a: text = \"x@y\"")]
    [InlineData("`x@y`: text")]
    [InlineData("a: text regex(/x@y/)")]
    public void Half_a_character_is_an_error_and_a_whole_one_is_none(string field)
    {
        Assert.Equal("TDG0005", Assert.Single(Tdg.Read(Tdg.Table(field.Replace('@', '\uD83D'))).Diagnostics).Code);
        Assert.Empty(Tdg.Read(Tdg.Table(field.Replace("@", "\U0001F600", StringComparison.Ordinal))).Diagnostics);
    }

    [Fact]
    public void Any_text_cut_off_anywhere_is_read_without_a_crash()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Texts", "reference.tdg"));
        for (int end = 0; end <= text.Length; end++)
            Assert.True(Tdg.Read(text[..end]).HasErrors);
    }

    [Fact]
    public void Any_text_with_a_character_less_is_read_without_a_crash()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Texts", "reference.tdg"));
        for (int at = 0; at < text.Length; at++)
        {
            ReadResult result = Tdg.Read(text.Remove(at, 1));
            Assert.All(result.Diagnostics, d => Assert.InRange(d.Span.End, 0, text.Length));
        }
    }

    // Found by tests/TestDataGen.Fuzz, and cut down to what they fail by.
    [Theory]
    [InlineData("schema S\ntable c)({d:")]
    [InlineData("schema S\ntable t\ngenerate S\nt every 5m from now - 767972d to now")]
    [InlineData("schema S { table t { a: integer } }\ngenerate S { regex (/}/) }")]
    [InlineData("schema S { table t { a: integer } }\ngenerate S { t (0%) seed 1 }")]
    public void A_text_that_chance_has_found_is_some_errors(string text) => OnSmallStack(() =>
    {
        ReadResult result = Tdg.Read(text);
        Assert.True(result.HasErrors);
        Assert.All(result.Diagnostics, d => Assert.InRange(d.Span.End, 0, text.Length));
    });

    private static void AssertTooDeep(string text) => OnSmallStack(() =>
    {
        Assert.Contains(Tdg.Read(text).Diagnostics, d => d.Code == "TDG0102");
        Assert.Null(SchemaFormatter.Format(new SourceText("test.tdg", text)).Text);
    });

    private static string Repeat(string text, int count) => new System.Text.StringBuilder().Insert(0, text, count).ToString();

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), Stack);
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}
