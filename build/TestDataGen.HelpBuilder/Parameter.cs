namespace TestDataGen.HelpBuilder;

/// <summary>A parameter of a cmdlet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as a user would write it.</param>
/// <param name="IsSwitch">Whether it stands without a value.</param>
/// <param name="TakesWildcards">Whether its value is a pattern.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Roles">What it is in each parameter set; under the empty name, in all of them.</param>
internal sealed record Parameter(
    string Name, string Type, bool IsSwitch, bool TakesWildcards, IReadOnlyList<string> Aliases, IReadOnlyDictionary<string, ParameterRole> Roles)
{
    public ParameterRole? RoleIn(string set) => Roles.GetValueOrDefault(set) ?? Roles.GetValueOrDefault("");
}
