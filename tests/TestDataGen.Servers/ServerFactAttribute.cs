using Xunit;

namespace TestDataGen.Servers;

/// <summary>A test that needs a server; skipped, with the reason, where its programs are not installed.</summary>
public sealed class ServerFactAttribute : FactAttribute
{
    /// <summary>Names the server.</summary>
    public ServerFactAttribute(Server server) => Skip = ServerPrograms.WhyNot(server);
}
