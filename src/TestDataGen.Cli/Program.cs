using System.CommandLine;
using TestDataGen.Cli;

// Texts of data go out as they are, whatever the console's own code page.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Test data that is right, looks real and is the same every time: from a .tdg file to databases and files.")
{
    GenerateCommand.Create(),
    ValidateCommand.Create(),
    TestDataCommand.Create(),
    FormatCommand.Create(),
    ImportCommand.Create(),
    RunCommand.Create(),
};
ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Errors.Count > 0)
{
    CommandLineErrors.Write(parsed);
    return ExitCode.Usage;
}

return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
