using System.Management.Automation;

namespace TestDataGen.Tests.Hosting;

/// <summary>What came of running a script.</summary>
/// <param name="Output">What it wrote before it failed, if it did not fail as a whole.</param>
/// <param name="Errors">All errors, the one that ended it last.</param>
/// <param name="Warnings">Its warnings.</param>
/// <param name="Progress">Its progress.</param>
internal sealed record Outcome(
    IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<ProgressRecord> Progress);
