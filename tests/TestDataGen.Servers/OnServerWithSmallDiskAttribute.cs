using System.Reflection;
using Xunit.Sdk;

namespace TestDataGen.Servers;

/// <summary>As <see cref="OnServerAttribute"/>, for a test that fills a disk of the server; skipped, with the reason, where it can be given none.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnServerWithSmallDiskAttribute : DataAttribute
{
    private readonly object[] _arguments;

    /// <summary>Names the server, and what else the test is given.</summary>
    public OnServerWithSmallDiskAttribute(Server server, params object[] others)
    {
        _arguments = [server, .. others];
        // Servers do not run as the root of their own mounts.
        Skip = ServerPrograms.WhyNot(server) ?? (Environment.IsPrivilegedProcess ? SmallMount.WhyNot : "Only root can give a server a small disk of its own.");
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [_arguments];
}
