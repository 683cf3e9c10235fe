using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>What only a plan can find wrong; what a text alone tells is tested with the language.</summary>
public class PlanErrorTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "TDG0600", "schema S { table t { id: integer } } generate S { locale \"klingon\" }" },
        { "TDG0601", "schema S { table t { x: string(2) unique pattern(\"##\") } }" },
        { "TDG0602", "schema S { table t { x: double unique normal(0, 1) } }" },
        { "TDG0603", "schema S { table t { id: smallint sequence(32_000, 1) } }" },
        { "TDG0604", "schema S { table p { id: bigint primary_key } table t { p_id: bigint references(p.id) } } generate S { t 1_000_000_000_000_000 per p }" },
        { "TDG0605", "schema S { table p { id: bigint primary_key } table t { p_id: bigint references(p.id) } }" },
        { "TDG0606", "schema S { table t { x: double normal(0, 1) min(100) } }" },
        { "TDG0607", "schema S { table p { id: bigint primary_key  kind: string(4) one_of(\"x\", \"y\") } table t { p_id: bigint references(p.id) where p.kind == \"z\" } }" },
        { "TDG0608", "schema S { table t { x: text gone } }" },
        { "TDG0609", "schema S { table t { p_id: bigint references(p.id) from database } }" },
        { "TDG0630", "schema S { table t { x: string(9) pattern(\"?\")\n check length(x) == 2 or x == \"0\"\n } }" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnErrorSaysWhatIsWrongAndWhatToDo(string code, string tdg)
    {
        var options = new PlanOptions { Count = 1000, TableCounts = code == "TDG0605" ? new Dictionary<string, long> { ["p"] = 0 } : new() };
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan.Create(Given.Schema(tdg, "gone"), options)).Diagnostics);
        Assert.Equal(code, error.Code);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.True(error.Hint.Length > 0 && error.Hint[^1] is '.' or '?', $"\"{error.Hint}\" is no sentence.");
        Assert.Equal(code == "TDG0600", error.Source is null);
    }

    [Fact]
    public void EachCodeOfARunHasACase() => Assert.Equal(
        DiagnosticCatalog.All.Where(r => r.Severity == DiagnosticSeverity.Error).Select(r => r.Code).Where(c => string.CompareOrdinal(c, "TDG0600") >= 0),
        Cases.Select(c => (string)c[0]));

    [Fact]
    public void NumbersInMessagesAreTheSameInEveryCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            Schema schema = Given.Schema("schema S { table t { id: integer } }");
            Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan.Create(schema, new PlanOptions { Count = -1000 })).Diagnostics);
            Assert.StartsWith("A count of -1,000 rows is out of range. Give a number from 0 to 140,737,488,355,328.", $"{error.Message} {error.Hint}", StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("unique")]
    public void ARegularExpressionWhoseShortestTextIsTooLongIsRefused(string unique)
    {
        Schema schema = Given.Schema($"schema S {{ table t {{ code: string(2) {unique} regex(/[A-Z]{{3,5}}|QQQQ/) }} }}");
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan.Create(schema, new PlanOptions())).Diagnostics);
        Assert.Equal("TDG0606 t.code: the shortest text of its regular expression has 3 characters, and string(2) has room for 2.", $"{error.Code} {error.Message}");
    }

    [Fact]
    public void ANearTableIsOffered()
    {
        var options = new PlanOptions { Tables = ["ordres"] };
        Schema schema = Given.Schema("schema S { table orders { id: integer } table products { id: integer } }");
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan.Create(schema, options)).Diagnostics);
        Assert.Equal("Schema S has no table ordres. Did you mean `orders`?", $"{error.Message} {error.Hint}");
    }
}
