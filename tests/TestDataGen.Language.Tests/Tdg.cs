namespace TestDataGen.Language.Tests;

/// <summary>Reads texts as a user writes them.</summary>
internal static class Tdg
{
    /// <summary>The formats that the tests' texts may name.</summary>
    public static readonly IReadOnlyCollection<FormatSignature> Formats =
    [
        new("first_name", "A first name."),
        new("last_name", "A last name."),
        new("product_name", "A product."),
        new("company_name", "A company."),
        new("city", "A city."),
        new("street_address", "A street."),
        new("email", "An e-mail address."),
        new("words", "Some words.", MaxArguments: 1),
    ];

    public static ReadResult Read(string text) => SchemaReader.Read(new SourceText("test.tdg", text), Formats, dataSets: new MadeUpDataSets());

    /// <summary>The one schema of a text that has no errors.</summary>
    public static Schema Schema(string text)
    {
        ReadResult result = Read(text);
        Assert.True(result.Diagnostics.Count == 0, string.Join("\n", result.Diagnostics.Select(d => d.ToDisplayString())));
        return Assert.Single(result.Schemas);
    }

    /// <summary>A text whose only table <c>t</c> has these fields.</summary>
    public static string Table(string fields) => $"schema S {{\n  table t {{\n    {fields}\n  }}\n}}\n";

    /// <summary>The field of a table that has no errors: the last one.</summary>
    public static Field Field(string fields) => Schema(Table(fields)).Tables[0].Fields[^1];

    /// <summary>The bound expression of the last field of a table.</summary>
    public static Expression Expression(string fields) => Assert.IsType<ExpressionSource>(Field(fields).Source).Expression;
}
