using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <summary>
/// Takes the rows of one table to a server. Writers that send bytes make them on the threads that fill the rows; all else happens on the calling thread.
/// </summary>
internal abstract class RowWriter : IDisposable
{
    /// <summary>The statement by which the rows go in, for people who want to see it first.</summary>
    public abstract string Statement { get; }

    /// <summary>Rows that were sent and changed nothing, since their keys were there.</summary>
    public long Ignored { get; protected set; }

    /// <summary>Whether the server says only at the end, or any time before, what it thinks of rows that were sent.</summary>
    public virtual bool IsAnsweredLate => false;

    /// <summary>Makes the bytes of rows, on any thread; a writer that sends no bytes of its own does nothing.</summary>
    public virtual void Encode(RowBatch batch, int from, int count, EncodedRows into)
    {
    }

    /// <summary>Sends rows. The server may refuse them now or at the <see cref="End"/>.</summary>
    public abstract void Write(RowBatch batch, int from, int count, EncodedRows encoded);

    /// <summary>Makes sure that the server has taken all rows sent since the last end.</summary>
    public virtual void End()
    {
    }

    /// <summary>Gives up what was sent since the last end.</summary>
    public virtual void Cancel()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose() => Cancel();
}
