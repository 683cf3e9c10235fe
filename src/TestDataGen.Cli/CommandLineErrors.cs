using System.CommandLine;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary>What is said of a command line that can't be read.</summary>
internal static class CommandLineErrors
{
    /// <summary>Writes what is wrong and what was probably meant.</summary>
    public static void Write(ParseResult parsed)
    {
        // An unknown command is also a missing one, and each word behind an unknown option unknown: the first says it all.
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            Command command = parsed.CommandResult.Command;
            string[] names = [.. command.Options.Select(o => o.Name), .. command.Subcommands.Select(c => c.Name)];
            string? near = Nearest.Hint(unknown, names) ?? (names.FirstOrDefault(n => n.StartsWith(unknown, StringComparison.Ordinal)) is { } longer ? $"Did you mean `{longer}`?" : null);
            Console.Error.WriteLine($"'{Secrets.Hide(unknown)}' is no option or argument of {command.Name}. {near}".TrimEnd());
        }
        else
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(Secrets.Hide(error.Message));
        }

        Console.Error.WriteLine("tdg --help tells the commands, tdg COMMAND --help what each takes.");
    }
}
