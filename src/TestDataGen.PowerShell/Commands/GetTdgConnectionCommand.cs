using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Get-TdgConnection</c>: the connections that the user has saved.</summary>
[Cmdlet(VerbsCommon.Get, "TdgConnection")]
[OutputType(typeof(Connection))]
public sealed class GetTdgConnectionCommand : TdgCommand
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<SavedConnection> all = Guard(() => SavedConnections.OfUser().All(), MyInvocation.MyCommand.Name);
        WriteObject(Matching(all, Name, WriteError).Select(c => new Connection(c)), enumerateCollection: true);
    }

    /// <summary>The connections of some names; a name without wildcards that there is not is an error.</summary>
    internal static IReadOnlyList<SavedConnection> Matching(IReadOnlyList<SavedConnection> all, IEnumerable<string> names, Action<ErrorRecord> writeError)
    {
        var found = new List<SavedConnection>();
        foreach (string name in names)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            SavedConnection[] matching = [.. all.Where(c => pattern.IsMatch(c.Name))];
            found.AddRange(matching.Except(found));
            if (matching.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                string advice = Nearest.Hint(name, all.Select(c => c.Name)) ?? "Get-TdgConnection without a name lists all.";
                writeError(Failure.Of(new PSArgumentException($"There is no saved connection '{name}'."), "UnknownConnection", ErrorCategory.ObjectNotFound, name, advice));
            }
        }

        return found;
    }
}
