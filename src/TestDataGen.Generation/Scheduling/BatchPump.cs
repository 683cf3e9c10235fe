namespace TestDataGen.Generation;

/// <summary>
/// Works on the batches of some rows on several threads and hands them over in order. A bounded number of them is in flight: a ring of slots, each with
/// a frame and a state of its own; batch b is filled in slot b modulo their number, once the batch before it there has been released.
/// </summary>
/// <typeparam name="TState">What the work keeps from batch to batch, such as a buffer for formatted rows.</typeparam>
internal sealed class BatchPump<TState> : IDisposable
{
    private readonly Slot[] _slots;
    private readonly Thread[] _threads;
    private readonly long _rows;
    private readonly Action<Slot, long, int> _work;
    private readonly long _batches;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _cancellationToken;
    private long _claimed = -1;
    private long _handedOver;
    private volatile Exception? _failure;
    private volatile bool _isStopped;

    /// <summary>Starts filling.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">How many of its rows.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="createState">Makes the state of a slot.</param>
    /// <param name="work">Runs on the filling thread: fills the frame of a slot, with so many rows from that one on.</param>
    /// <param name="cancellationToken">Stops everything; <see cref="TryNext"/> then throws.</param>
    public BatchPump(TablePlan table, long rows, int threads, Func<TState> createState, Action<Slot, long, int> work, CancellationToken cancellationToken)
    {
        _rows = rows;
        _work = work;
        _cancellationToken = cancellationToken;
        _batches = (rows + RowBatch.MaxRows - 1) / RowBatch.MaxRows;
        threads = (int)Math.Min(threads, Math.Max(1, _batches));
        _slots = new Slot[Math.Min(_batches, threads * 2L)];
        for (int i = 0; i < _slots.Length; i++)
            _slots[i] = new Slot(new Frame(table), createState()) { NextBatch = i };
        _threads = new Thread[threads];
        for (int i = 0; i < threads; i++)
        {
            // Expressions nest at most as deep as the parser allows; the default stack holds that.
            _threads[i] = new Thread(Fill) { IsBackground = true, Name = $"TestDataGen {table.Table.Name} {i}" };
            _threads[i].Start();
        }

        _registration = cancellationToken.Register(Stop);
    }

    /// <summary>Waits for the next batch in order.</summary>
    /// <returns>Its slot, to be released by <see cref="Release"/>; null at the end.</returns>
    public Slot? TryNext()
    {
        if (_handedOver == _batches)
            return null;
        Slot slot = _slots[_handedOver % _slots.Length];
        lock (slot)
        {
            while (!slot.IsFull && _failure is null && !_isStopped)
                Monitor.Wait(slot);
        }

        _cancellationToken.ThrowIfCancellationRequested();
        // What was filled before a failure is not handed over: the run is broken, and sooner known is better.
        if (_failure is { } failure)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        _handedOver++;
        return slot;
    }

    /// <summary>Gives a slot back to be filled with a later batch.</summary>
    public void Release(Slot slot)
    {
        lock (slot)
        {
            slot.IsFull = false;
            slot.NextBatch += _slots.Length;
            Monitor.PulseAll(slot);
        }
    }

    /// <summary>Stops the threads and waits for them.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        Stop();
        foreach (Thread thread in _threads)
            thread.Join();
    }

    private void Fill()
    {
        try
        {
            while (!_isStopped)
            {
                long batch = Interlocked.Increment(ref _claimed);
                if (batch >= _batches)
                    return;
                Slot slot = _slots[batch % _slots.Length];
                lock (slot)
                {
                    while ((slot.IsFull || slot.NextBatch != batch) && !_isStopped)
                        Monitor.Wait(slot);
                }

                if (_isStopped)
                    return;
                long offset = batch * RowBatch.MaxRows;
                _work(slot, offset, (int)Math.Min(RowBatch.MaxRows, _rows - offset));
                lock (slot)
                {
                    slot.IsFull = true;
                    Monitor.PulseAll(slot);
                }
            }
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the reader's thread.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failure ??= e;
            Stop();
        }
    }

    private void Stop()
    {
        _isStopped = true;
        foreach (Slot slot in _slots)
        {
            lock (slot)
                Monitor.PulseAll(slot);
        }
    }

    /// <summary>A place for one batch in flight.</summary>
    internal sealed class Slot(Frame frame, TState state)
    {
        public Frame Frame { get; } = frame;

        public TState State { get; } = state;

        public RowBatch? Batch { get; set; }

        public bool IsFull { get; set; }

        public long NextBatch { get; set; }
    }
}
