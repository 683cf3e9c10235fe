using System.Reflection;
using Xunit.Sdk;

namespace TestDataGen.Servers;

/// <summary>Runs a theory on a server, given to it as its first argument; skipped, with the reason, where its programs are not installed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnServerAttribute : DataAttribute
{
    private readonly object[] _arguments;

    /// <summary>Names the server, and what else the test is given.</summary>
    public OnServerAttribute(Server server, params object[] others)
    {
        _arguments = [server, .. others];
        Skip = ServerPrograms.WhyNot(server);
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [_arguments];
}
