using System.CommandLine;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary><c>tdg format</c>: files in the canonical form, comments kept.</summary>
internal static class FormatCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "The .tdg files; * and ? stand for any characters of a name.", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Change nothing: name the files that would change, and end with exit code 1 when there are any." };
        var command = new Command(
            "format",
            "Rewrite .tdg files in the canonical form; comments stay. A line for each file that changes.\n\nExample: tdg format schemas/*.tdg --check")
        {
            files, check,
        };
        command.SetAction((result, cancellation) => Task.FromResult(
            Guarded.Run(cancellation, () => Format(FilePatterns.Expand(result.GetRequiredValue(files)), result.GetValue(check)))));
        return command;
    }

    private static int Format(IReadOnlyList<string> files, bool isCheck)
    {
        bool isFailed = false;
        foreach (string file in files)
        {
            FormatResult result = SchemaFormatter.FormatFile(file);
            foreach (Diagnostic diagnostic in result.Diagnostics)
                Console.Error.WriteLine(diagnostic);
            bool isChanged = result is { Text: not null, ChangedLine: > 0 };
            isFailed |= result.Text is null || (isCheck && isChanged);
            if (!isChanged)
                continue;
            // In place: the file keeps its rights and its links.
            if (!isCheck)
                File.WriteAllText(file, result.Text);
            Console.Out.WriteLine(isCheck ? $"{file}({result.ChangedLine}): not formatted" : file);
        }

        return isFailed ? ExitCode.Failure : ExitCode.Success;
    }
}
