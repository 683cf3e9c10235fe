using Xunit;

namespace TestDataGen.Servers;

/// <summary>A test with data that needs a server; skipped, with the reason, where its programs are not installed.</summary>
public sealed class ServerTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the server.</summary>
    public ServerTheoryAttribute(Server server) => Skip = ServerPrograms.WhyNot(server);
}
