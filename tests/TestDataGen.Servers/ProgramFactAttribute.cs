using Xunit;

namespace TestDataGen.Servers;

/// <summary>A test that needs a program; skipped, with the reason, where it is not installed.</summary>
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <summary>Names the program.</summary>
    public ProgramFactAttribute(string program) => Skip = ServerPrograms.Find(program) is null ? $"{program} is not installed." : null;
}
