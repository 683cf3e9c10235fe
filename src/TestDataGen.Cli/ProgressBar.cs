using Spectre.Console;
using TestDataGen.Export;
using TestDataGen.Generation;

namespace TestDataGen.Cli;

/// <summary>A bar a table on a terminal; nothing where the error stream goes elsewhere.</summary>
internal static class ProgressBar
{
    /// <summary>Runs work that reports its progress.</summary>
    public static IReadOnlyList<ExportResult> Run(Plan plan, Func<IProgress<ExportProgress>?, IReadOnlyList<ExportResult>> work)
    {
        if (Console.IsErrorRedirected || plan.Tables.Sum(t => t.RowCount) < 100_000)
            return work(null);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            Dictionary<string, ProgressTask> tasks = plan.Tables.ToDictionary(
                t => t.Table.Name, t => context.AddTask(Markup.Escape(t.Table.Name), maxValue: Math.Max(1, t.RowCount)), StringComparer.Ordinal);
            return work(new Bars(tasks));
        });
    }

    private sealed class Bars(Dictionary<string, ProgressTask> tasks) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value)
        {
            ProgressTask task = tasks[value.Table];
            if (value.Finishing is { } work)
                task.Description = Markup.Escape($"{value.Table}: {work}");
            else
                task.Value = value.Rows;
        }
    }
}
