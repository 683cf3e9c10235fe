using TestDataGen.HelpBuilder;

// Makes the module's help of its Markdown pages: a page a cmdlet becomes MAML, a page about_* becomes text.
if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: TestDataGen.HelpBuilder CMDLET-ASSEMBLY DOCS-FOLDER OUTPUT-FOLDER");
    return 2;
}

(string assembly, string docs, string output) = (args[0], args[1], args[2]);
var problems = new List<string>();
var helped = new List<(Cmdlet, CmdletPage)>();
foreach (Cmdlet cmdlet in CmdletAssembly.Read(assembly))
{
    string path = Path.Combine(docs, cmdlet.Name + ".md");
    if (!File.Exists(path))
    {
        problems.Add($"{path}(1,1): error HELP01: The cmdlet {cmdlet.Name} has no page.");
        continue;
    }

    CmdletPage page = CmdletPage.Parse(File.ReadAllText(path));
    problems.AddRange(PageCheck.Problems(cmdlet, page).Select(p => $"{path}(1,1): error HELP02: {p}"));
    helped.Add((cmdlet, page));
}

foreach (string problem in problems)
    Console.Error.WriteLine(problem);
if (problems.Count > 0)
    return 1;

Directory.CreateDirectory(output);
foreach (string about in Directory.GetFiles(docs, "about_*.md"))
    File.WriteAllText(Path.Combine(output, Path.GetFileNameWithoutExtension(about) + ".help.txt"), AboutTopic.ToText(File.ReadAllText(about)));
Maml.Document(helped).Save(Path.Combine(output, Path.GetFileName(assembly) + "-Help.xml"));
return 0;
