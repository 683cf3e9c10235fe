using TestDataGen.Servers;

namespace TestDataGen.Cli.Tests;

/// <summary>A test that fills a small file system; skipped, with the reason, where none can be mounted.</summary>
internal sealed class SmallMountTheoryAttribute : TheoryAttribute
{
    public SmallMountTheoryAttribute() => Skip = SmallMount.WhyNot;
}
