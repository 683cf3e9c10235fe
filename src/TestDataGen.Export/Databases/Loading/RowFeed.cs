using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <summary>
/// Hands batches from the thread that has them to one that reads them: bulk copies pull, a sink is pushed. A slice is given back when it is read, so nothing is copied
/// or kept.
/// </summary>
internal sealed class RowFeed : IDisposable
{
    private readonly SemaphoreSlim _given = new(0);
    private readonly SemaphoreSlim _read = new(0);
    private (RowBatch Batch, int From, int Count)? _slice;
    private volatile bool _isOver;

    /// <summary>Whether nobody reads any more.</summary>
    public bool IsAbandoned => _isOver;

    /// <summary>The slices, for the reading thread; ends with <see cref="End"/>.</summary>
    public IEnumerable<(RowBatch Batch, int From, int Count)> Slices(CancellationToken stopped)
    {
        while (true)
        {
            _given.Wait(stopped);
            if (_slice is not { } slice)
                yield break;
            yield return slice;
            _slice = null;
            _read.Release();
        }
    }

    /// <summary>Gives a slice, and waits until it is read or nobody reads any more.</summary>
    public void Give(RowBatch batch, int from, int count)
    {
        if (_isOver)
            return;
        _slice = (batch, from, count);
        _given.Release();
        _read.Wait();
    }

    /// <summary>No slice follows.</summary>
    public void End() => _given.Release();

    /// <summary>Nobody reads any more: whoever gives does not wait.</summary>
    public void Abandon()
    {
        _isOver = true;
        _read.Release();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _given.Dispose();
        _read.Dispose();
    }
}
