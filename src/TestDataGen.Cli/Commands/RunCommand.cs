using System.CommandLine;

namespace TestDataGen.Cli;

/// <summary><c>tdg run</c>: a pipeline of the module's cmdlets in the PowerShell engine, without PowerShell installed.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var pipeline = new Argument<string?>("pipeline") { Description = "The pipeline to run.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<FileInfo>("--file", "-f") { Description = "A script to run instead.", HelpName = "SCRIPT.ps1" };
        var arguments = new Argument<string[]>("arguments") { Description = "Arguments of the script.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(
            "run",
            "Run a PowerShell pipeline with the TestDataGen module loaded. The engine has PowerShell's core commands only.\n\n"
            + "Example: tdg run \"Import-TdgSchema shop.tdg | New-TdgData -Count 1e5 | Export-TdgSql\"")
        {
            pipeline, arguments, file,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Guarded.Run(cancellation, () =>
        {
            string? text = result.GetValue(pipeline);
            string[] rest = result.GetValue(arguments) ?? [];
            if (result.GetValue(file) is { } script)
            {
                if (!script.Exists)
                    throw new UsageException($"There is no script {script.FullName}.");
                return PipelineRunner.RunScript(script.FullName, text is null ? rest : [text, .. rest], cancellation);
            }

            if (string.IsNullOrWhiteSpace(text) || rest.Length > 0)
                throw new UsageException("Give one pipeline in quotes, as in: tdg run \"Import-TdgSchema shop.tdg | New-TdgData\"; or a script by -f.");
            return PipelineRunner.RunPipeline(text, cancellation);
        })));
        return command;
    }
}
