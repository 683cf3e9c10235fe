using System.Reflection;
using System.Runtime.Loader;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>The assembly of <c>examples/generators</c>, loaded as a user's.</summary>
public sealed class GeneratorAssemblyTests
{
    private static readonly string Example = Path.GetFullPath(typeof(GeneratorAssemblyTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ExampleGenerators").Value!);

    [Fact]
    public void Generators_are_named_after_their_classes()
    {
        IReadOnlyDictionary<string, ITdgGenerator> generators = GeneratorAssembly.Load(Example);
        Assert.Equal(["sku", "tracking_number"], generators.Keys.Order(StringComparer.Ordinal));
        Assert.True(generators["tracking_number"].IsUnique);
        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(generators["sku"].GetType().Assembly));
    }

    [Theory]
    [InlineData("SkuGenerator")]
    [InlineData("ExampleGenerators.SkuGenerator")]
    public void A_class_is_found_by_its_name(string name) => Assert.Equal("ExampleGenerators.SkuGenerator", GeneratorAssembly.Create(Example, name).GetType().FullName);

    [Fact]
    public void What_is_no_generator_is_an_error_that_names_those_there_are()
    {
        Assert.Contains("ExampleGenerators.SkuGenerator", Assert.Throws<ArgumentException>(() => GeneratorAssembly.Create(Example, "Nothing")).Message, StringComparison.Ordinal);
        Assert.Contains("can't be loaded", Assert.Throws<ArgumentException>(() => GeneratorAssembly.Load("nothing.dll")).Message, StringComparison.Ordinal);
        Assert.Contains("ITdgGenerator", Assert.Throws<ArgumentException>(() => GeneratorAssembly.Load(typeof(Assert).Assembly.Location)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_s_data_is_the_same_with_threads_in_partitions_and_row_by_row()
    {
        IReadOnlyDictionary<string, ITdgGenerator> generators = GeneratorAssembly.Load(Example);
        ReadResult read = SchemaReader.ReadFile(Path.Combine(Path.GetDirectoryName(Example)!, "../../../parcels.tdg"), FormatCatalog.Signatures, [.. generators.Keys]);
        Assert.Empty(read.Diagnostics);
        IReadOnlyList<string?> Labels(int partition, int partitions, int threads) => Given.Column(
            Plan.Create(read.Schemas[0], new PlanOptions { Count = 9000, Partition = partition, PartitionCount = partitions, Generators = generators }), "parcels", "label", threads);
        IReadOnlyList<string?> whole = Labels(1, 1, 1);
        Assert.Equal(9000, whole.Distinct().Count());
        Assert.All(whole, l => Assert.Matches(@"^(HE|DH|UP)\d{10} \(P-\d{5}\)$", l));
        Assert.Equal(whole, Labels(1, 1, 4));
        Assert.Equal(whole, Enumerable.Range(1, 3).SelectMany(k => Labels(k, 3, 2)));
        Assert.Equal(whole[4321], Assert.Single(Labels(4322, 9000, 1)));
    }
}
