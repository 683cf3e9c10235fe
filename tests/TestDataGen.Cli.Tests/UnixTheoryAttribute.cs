namespace TestDataGen.Cli.Tests;

/// <summary>A test that needs the limits that Unix sets to processes.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no limit to the files of a process." : null;
}
