using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class GetTdgFormatTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Every_format_has_a_summary_and_an_example_and_a_schema_may_use_it()
    {
        IReadOnlyList<PSObject> formats = _engine.Run("Get-TdgFormat");
        Assert.NotEmpty(formats);
        Assert.All(formats, f => Assert.NotEqual("", f.Properties["Summary"].Value));
        Assert.All(formats, f => Assert.NotEqual("", f.Properties["Example"].Value));
        string fields = string.Join("\n", formats.Select((f, i) => $"f{i}: text format({f.Properties["Name"].Value})"));
        Assert.Empty(_engine.Run("Test-TdgSchema -Text $args[0]", $"schema S {{ table t {{ {fields} }} }}"));
    }

    [Fact]
    public void Names_may_be_patterns() =>
        Assert.Equal(["first_name"], _engine.Run("(Get-TdgFormat first_nam?).Name").Select(n => n.ToString()));

    [Fact]
    public void Examples_are_of_the_locale() =>
        Assert.NotEqual(_engine.One<string>("(Get-TdgFormat last_name -Locale ja).Example"), _engine.One<string>("(Get-TdgFormat last_name).Example"));

    [Theory]
    [InlineData("Get-TdgFormat nothing_like_it", "UnknownFormat")]
    [InlineData("Get-TdgFormat -Locale xx", "UnknownLocale")]
    public void Unknown_names_are_errors(string script, string id) =>
        Assert.StartsWith(id + ",", Assert.Single(_engine.Try(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
}
