using System.Runtime.CompilerServices;

namespace TestDataGen.Export;

/// <summary>Bytes of text that grow at their end; used again from batch to batch.</summary>
public sealed class Utf8Buffer
{
#if DEBUG
    // Tiny in debug builds, so that every test goes through growing.
    private byte[] _bytes = new byte[16];
#else
    private byte[] _bytes = new byte[1 << 16];
#endif

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The bytes, for what takes them later than now; valid until there are others.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <summary>Takes all bytes away.</summary>
    public void Clear() => Length = 0;

    /// <summary>Room for at least <paramref name="size"/> bytes at the end; tell by <see cref="Advance"/> how many of them were written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - Length < size)
            Grow(size);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Makes bytes that were written to <see cref="Reserve"/>'s span part of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int count) => Length += count;

    /// <summary>Appends a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    /// <summary>Appends bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        Length += value.Length;
    }

    /// <summary>Appends a string as UTF-8.</summary>
    public void Append(string value) => Length += System.Text.Encoding.UTF8.GetBytes(value, Reserve(System.Text.Encoding.UTF8.GetMaxByteCount(value.Length)));

    private void Grow(int size)
    {
        long wanted = Math.Max((long)_bytes.Length * 2, (long)Length + size);
        if (wanted > Array.MaxLength)
            throw new ExportException("The text of 4,096 rows takes more than 2 GiB.", "Make the longest fields shorter.");
        Array.Resize(ref _bytes, (int)wanted);
    }
}
