namespace TestDataGen.HelpBuilder;

/// <summary>A cmdlet as its attributes declare it.</summary>
internal sealed record Cmdlet(string Verb, string Noun, string DefaultParameterSet, bool SupportsShouldProcess, IReadOnlyList<Parameter> Parameters)
{
    public string Name => $"{Verb}-{Noun}";

    /// <summary>The parameter sets, the default one first; one without a name where there are none.</summary>
    public IReadOnlyList<string> ParameterSets
    {
        get
        {
            string[] named = [.. Parameters.SelectMany(p => p.Roles.Keys).Where(s => s.Length > 0).Distinct()];
            return named.Length == 0 ? [""] : [.. named.OrderBy(s => s == DefaultParameterSet ? 0 : 1)];
        }
    }
}
