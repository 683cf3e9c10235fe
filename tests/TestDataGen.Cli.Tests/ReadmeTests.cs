using System.Text.RegularExpressions;

namespace TestDataGen.Cli.Tests;

/// <summary>The commands of the README are run as they stand.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_command_of_the_page_runs()
    {
        string page = File.ReadAllText(PathOfReadme()).ReplaceLineEndings("\n");
        string[] commands = [.. CommandLine().Matches(page).Select(m => m.Groups["arguments"].Value)];
        Assert.True(commands.Length >= 4);
        using var tdg = new Tdg();
        File.WriteAllText(Path.Combine(tdg.Folder, "blog.tdg"), SchemaBlock().Match(page).Groups["text"].Value);
        foreach (string command in commands)
        {
            string[] arguments = [.. Argument().Matches(command).Select(m => m.Value.Trim('"'))];
            Tdg.Result result = tdg.Run(arguments);
            Assert.True((result.ExitCode, result.Error) == (0, ""), $"tdg {command}: {result.Error}");
        }
    }

    private static string PathOfReadme()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TestDataGen.slnx")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "README.md");
    }

    [GeneratedRegex("^```tdg\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SchemaBlock();

    [GeneratedRegex("^tdg (?<arguments>.*)$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Argument();
}
