using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary>Turns what can go wrong into messages and exit codes.</summary>
internal static class Guarded
{
    /// <summary>Runs a command's work.</summary>
    public static int Run(CancellationToken cancellation, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped. Nothing was left half-written.");
            return ExitCode.Stopped;
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
        catch (ExportException e)
        {
            Console.Error.WriteLine($"{e.Message} {(e.DestinationExists ? "Give --force to replace it, or another path." : e.Advice)}");
            return ExitCode.Failure;
        }
        catch (Exception e) when (e is SchemaException or GenerationException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Failure;
        }
    }
}
