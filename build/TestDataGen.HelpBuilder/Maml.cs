using System.Xml.Linq;

namespace TestDataGen.HelpBuilder;

/// <summary>Writes cmdlets and their pages in the form that <c>Get-Help</c> reads.</summary>
internal static class Maml
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    // Every cmdlet that changes something has these two from the engine.
    private static readonly (Parameter Parameter, string Description)[] ShouldProcess =
    [
        (Engine("Confirm", "cf"), "Asks before anything is written."),
        (Engine("WhatIf", "wi"), "Says what would be written and writes nothing."),
    ];

    public static XDocument Document(IEnumerable<(Cmdlet Cmdlet, CmdletPage Page)> cmdlets) => new(
        new XElement(
            Msh + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Text),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            cmdlets.Select(c => Element(c.Cmdlet, c.Page))));

    private static XElement Element(Cmdlet cmdlet, CmdletPage page)
    {
        var described = cmdlet.Parameters.Select(p => (Parameter: p, Page: page.Parameters[p.Name])).ToList();
        return new XElement(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun),
                new XElement(Text + "description", Para(page.Synopsis))),
            new XElement(Text + "description", page["DESCRIPTION"].ParagraphsAndCode.Select(Para)),
            new XElement(Command + "syntax", cmdlet.ParameterSets.Select(s => SyntaxItem(cmdlet, s))),
            new XElement(
                Command + "parameters",
                described.Select(d => Element(d.Parameter, d.Parameter.Roles.Values.First(), Description(d.Page), Default(d.Page))),
                cmdlet.SupportsShouldProcess ? ShouldProcess.Select(p => Element(p.Parameter, p.Parameter.Roles[""], [p.Description], "False")) : []),
            new XElement(Command + "inputTypes", page["INPUTS"].Parts.Select(p => TypeItem("inputType", p))),
            new XElement(Command + "returnValues", page["OUTPUTS"].Parts.Select(p => TypeItem("returnValue", p))),
            new XElement(Text + "alertSet", new XElement(Text + "alert", page["NOTES"].ParagraphsAndCode.Select(Para))),
            new XElement(Command + "examples", page["EXAMPLES"].Parts.Select(Example)),
            new XElement(Command + "relatedLinks", page["RELATED LINKS"].Paragraphs.Select(Link)));
    }

    private static XElement SyntaxItem(Cmdlet cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Text + "name", cmdlet.Name),
        cmdlet.Parameters
            .Concat(cmdlet.SupportsShouldProcess ? ShouldProcess.Select(p => p.Parameter) : [])
            .Select(p => (Parameter: p, Role: p.RoleIn(set)))
            .Where(p => p.Role is not null)
            .OrderBy(p => p.Role!.Position ?? int.MaxValue)
            .ThenByDescending(p => p.Role!.IsMandatory)
            .Select(p => Element(p.Parameter, p.Role!, [], "")));

    private static XElement Element(Parameter parameter, ParameterRole role, IEnumerable<string> description, string otherwise) => new(
        Command + "parameter",
        new XAttribute("required", Lower(role.IsMandatory)),
        new XAttribute("variableLength", Lower(parameter.Type.EndsWith("[]", StringComparison.Ordinal))),
        new XAttribute("globbing", Lower(parameter.TakesWildcards)),
        new XAttribute("pipelineInput", role.PipelineInput),
        new XAttribute("position", role.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Text + "name", parameter.Name),
        new XElement(Text + "description", description.Select(Para)),
        parameter.IsSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", "true"), parameter.Type),
        new XElement(Dev + "type", new XElement(Text + "name", parameter.Type)),
        new XElement(Dev + "defaultValue", otherwise.Length > 0 ? otherwise : parameter.IsSwitch ? "False" : "None"));

    private static XElement Example(PageSection example, int index) => new(
        Command + "example",
        new XElement(Text + "title", $"--- {(example.Title.StartsWith("Example", StringComparison.Ordinal) ? example.Title : $"Example {index + 1}: {example.Title}")} ---"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", example.Remarks.ParagraphsAndCode.Select(Para)));

    private static XElement TypeItem(string element, PageSection type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Text + "name", type.Title)),
        new XElement(Text + "description", type.Paragraphs.Select(Para)));

    private static XElement Link(string text) => new(
        Text + "navigationLink", new XElement(Text + "linkText", text.TrimStart('-', ' ')), new XElement(Text + "uri"));

    // A last paragraph "Default: …" tells the default value.
    private static IEnumerable<string> Description(PageSection page) => page.ParagraphsAndCode.Where(p => !IsDefault(p));

    private static string Default(PageSection page) => page.Paragraphs.Where(IsDefault).Select(p => p["Default:".Length..].Trim().TrimEnd('.')).FirstOrDefault("");

    private static bool IsDefault(string paragraph) => paragraph.StartsWith("Default:", StringComparison.Ordinal);

    private static XElement Para(string text) => new(Text + "para", text);

    private static string Lower(bool value) => value ? "true" : "false";

    private static Parameter Engine(string name, string alias) => new(
        name, "SwitchParameter", true, false, [alias], new Dictionary<string, ParameterRole> { [""] = new(false, null, false, false) });
}
