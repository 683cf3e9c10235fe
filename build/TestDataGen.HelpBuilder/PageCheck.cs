namespace TestDataGen.HelpBuilder;

/// <summary>What a page lacks of its cmdlet, and what it says of it that is not so.</summary>
internal static class PageCheck
{
    private const int FewestExamples = 3;

    public static IEnumerable<string> Problems(Cmdlet cmdlet, CmdletPage page)
    {
        if (page.Title != cmdlet.Name)
            yield return $"The page's title is '{page.Title}', its cmdlet is {cmdlet.Name}.";
        foreach (string section in (string[])["SYNOPSIS", "EXAMPLES", "DESCRIPTION", "PARAMETERS", "INPUTS", "OUTPUTS"])
        {
            if (!page.Sections.ContainsKey(section))
                yield return $"The section '## {section}' is missing.";
        }

        int examples = page["EXAMPLES"].Parts.Count(e => e.Code.Length > 0);
        if (examples < FewestExamples)
            yield return $"There are {examples} examples with code; a page has at least {FewestExamples}.";

        HashSet<string> described = new(page.Parameters.Where(p => p.Value.Paragraphs.Count > 0).Select(p => p.Key), StringComparer.OrdinalIgnoreCase);
        foreach (Parameter parameter in cmdlet.Parameters.Where(p => !described.Contains(p.Name)))
            yield return $"The parameter -{parameter.Name} is not described.";
        foreach (string name in page.Parameters.Keys.Where(n => cmdlet.Parameters.All(p => !p.Name.Equals(n, StringComparison.OrdinalIgnoreCase))))
            yield return $"The page describes a parameter -{name} that the cmdlet does not have.";
    }
}
