namespace TestDataGen.Export;

/// <summary>Rows as the bytes that go to a server; used again from batch to batch.</summary>
internal sealed class EncodedRows
{
    /// <summary>The bytes.</summary>
    public Utf8Buffer Bytes { get; } = new();

    /// <summary>Where each statement ends, where the bytes are statements.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>Makes room for other rows.</summary>
    public void Clear()
    {
        Bytes.Clear();
        Ends.Clear();
    }
}
