using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <summary>
/// Works on several tables at the same time, a thread each, and on none before those that it waits for are done. What is told is told on the calling thread. The first failure stops the
/// others, and nobody works any more when <see cref="Run"/> is over.
/// </summary>
/// <param name="tables">The tables; one waits for none that stands behind it.</param>
/// <param name="atOnce">How many at the same time.</param>
/// <param name="waitsFor">Whether the first waits for the second.</param>
/// <param name="work">Writes a table, and tells the rows of each batch.</param>
/// <param name="stop">Ends the work on all of them.</param>
internal sealed class ParallelTables(
    IReadOnlyList<TablePlan> tables, int atOnce, Func<TablePlan, TablePlan, bool> waitsFor, Action<TablePlan, Action<int>> work, CancellationTokenSource stop)
{
    private readonly BlockingCollection<News> _news = [];
    private readonly List<TablePlan> _waiting = [.. tables];
    private readonly List<TablePlan> _running = [];
    private Exception? _failure;

    public void Run(ExportReport report)
    {
        try
        {
            for (Start(report); _running.Count > 0; Start(report))
            {
                News news = _news.Take();
                Note(news);
                if (news.IsOver)
                    report.End(news.Table);
                else
                    report.Add(news.Table, news.Rows);
            }
        }
        finally
        {
            // Whoever is told may have had enough.
            if (_running.Count > 0)
                Stop();
            while (_running.Count > 0)
                Note(_news.Take());
            _news.Dispose();
        }

        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    private void Start(ExportReport report)
    {
        for (int i = 0; i < _waiting.Count && _running.Count < atOnce && _failure is null;)
        {
            TablePlan table = _waiting[i];
            if (_waiting.Take(i).Concat(_running).Any(t => waitsFor(table, t)))
            {
                i++;
                continue;
            }

            _waiting.RemoveAt(i);
            _running.Add(table);
            report.Begin(table);
            new Thread(() => Work(table)) { IsBackground = true, Name = $"TestDataGen {table.Table.Name}" }.Start();
        }
    }

    private void Work(TablePlan table)
    {
        Exception? failure = null;
        try
        {
            work(table, rows => _news.Add(new News(table, rows, false, null)));
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the calling thread.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
        }

        _news.Add(new News(table, 0, true, failure));
    }

    private void Note(News news)
    {
        if (!news.IsOver)
            return;
        _running.Remove(news.Table);
        if (news.Failure is null || _failure is not null)
            return;
        _failure = news.Failure;
        Stop();
    }

    private void Stop()
    {
        try
        {
            stop.Cancel();
        }
        catch (AggregateException)
        {
            // A driver finds that the connection is gone over which it was to stop something: that has ended by itself.
        }
    }

    private readonly record struct News(TablePlan Table, int Rows, bool IsOver, Exception? Failure);
}
