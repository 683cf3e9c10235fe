using System.Runtime.CompilerServices;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// A column of UTF-8 texts, or of binaries. A cell is a place in a heap of bytes. The heap is either the column's own, which
/// grows as cells are appended, or one that lives as long as the plan (a list of names): then a cell is made without copying a byte.
/// </summary>
public sealed class BytesColumn(DataType type, int capacity, int heapCapacity = 0) : Column(type, capacity)
{
    private int[] _starts = new int[capacity];
    private int[] _lengths = new int[capacity];
    private byte[] _own = heapCapacity > 0 ? new byte[heapCapacity] : [];
    private byte[] _heap = [];
    private int _used;

    /// <summary>The bytes of a cell that is not null.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _heap.AsSpan(_starts[index], _lengths[index]);
    }

    /// <summary>The bytes that the cells are places in, for a reader that pins them once and not cell by cell. Valid until the column is filled again.</summary>
    public ReadOnlyMemory<byte> Heap => _heap;

    /// <summary>Where a cell that is not null lies in <see cref="Heap"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int Length) PlaceOf(int index) => (_starts[index], _lengths[index]);

    /// <summary>The heap from a cell's first byte on, for a reader that loads whole vectors; the first <paramref name="length"/> bytes are the cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> HeapFrom(int index, out int length)
    {
        length = _lengths[index];
        return _heap.AsSpan(_starts[index]);
    }

    /// <summary>A cell as a string.</summary>
    public string GetString(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>Lets the cells be places in a heap that is not the column's own; set them by <see cref="SetShared"/>.</summary>
    public void UseSharedHeap(byte[] heap) => _heap = heap;

    /// <summary>Makes a cell a place in the shared heap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetShared(int index, int start, int length)
    {
        _starts[index] = start;
        _lengths[index] = length;
    }

    /// <summary>Lets the cells be places in the heap of a column that is not changed any more; set them by <see cref="Share"/>.</summary>
    internal void ShareHeap(BytesColumn of) => _heap = of._heap;

    /// <summary>Makes a cell the same place as one of the column whose heap is shared.</summary>
    internal void Share(int index, BytesColumn of, int ofIndex) => SetShared(index, of._starts[ofIndex], of._lengths[ofIndex]);

    /// <summary>
    /// Room for at least <paramref name="size"/> more bytes of the column's own heap: write the cell there and tell its length by <see cref="Commit"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int size)
    {
        if (_own.Length - _used < size)
            Grow(size);
        return _own.AsSpan(_used);
    }

    /// <summary>Makes what was written to <see cref="Reserve"/>'s span a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Commit(int index, int length)
    {
        _starts[index] = _used;
        _lengths[index] = length;
        _used += length;
    }

    /// <summary>Copies bytes into a cell of the column's own heap.</summary>
    public void Set(int index, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        Commit(index, value.Length);
    }

    /// <summary>Cuts a cell to its first <paramref name="length"/> bytes.</summary>
    public void Shorten(int index, int length) => _lengths[index] = length;

    /// <summary>The bytes of the column's own heap that are in use: every cell that was appended, one after the other.</summary>
    internal Span<byte> OwnBytes => _own.AsSpan(0, _used);

    /// <summary>How large the column's own heap has grown.</summary>
    internal int HeapCapacity => _own.Length;

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _heap = _own;
        _used = 0;
        // Cells that stay null are empty; without this they would point at what an earlier batch left.
        Array.Clear(_lengths);
    }

    /// <inheritdoc/>
    protected override void Resize(int capacity)
    {
        _starts = new int[capacity];
        _lengths = new int[capacity];
    }

    /// <inheritdoc/>
    protected override void CopyValue(int index, Column source, int sourceIndex) => Set(index, ((BytesColumn)source)[sourceIndex]);

    private void Grow(int size)
    {
        // Tiny at first in debug builds, so that every test goes through growing.
#if DEBUG
        const int least = 64;
#else
        const int least = 4096;
#endif
        long wanted = Math.Max(least, Math.Max((long)_own.Length * 2, (long)_used + size));
        if (wanted > Array.MaxLength)
            throw new InvalidOperationException("The texts of one batch of rows take more than 2 GiB.");
        var grown = new byte[wanted];
        _own.AsSpan(0, _used).CopyTo(grown);
        _own = grown;
        _heap = grown;
    }
}
