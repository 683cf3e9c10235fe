namespace TestDataGen.Export;

/// <summary>
/// A line of a table that may be written in several ways, the best first. The reader is asked whether it takes one; if not, the next one is tried, and what is lost is said
/// with the reader's reason.
/// </summary>
internal sealed class LineDraft
{
    private int _chosen;

    /// <summary>The ways to write it; the last one is taken whatever the reader says.</summary>
    public required IReadOnlyList<string> Ways { get; init; }

    /// <summary>How many of the ways, from the first on, lose nothing that must be said.</summary>
    public int Lossless { get; init; } = 1;

    /// <summary>What to say when none of these is taken; null: nothing is lost.</summary>
    public Func<string, ImportNote>? Loss { get; init; }

    /// <summary>What stands behind it as a comment; null: nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>The line as it is written now.</summary>
    public string Text => Remark is null ? Ways[_chosen] : $"{Ways[_chosen]} // {Remark}";

    /// <summary>Takes the next way; gives what is lost by it.</summary>
    public (bool IsTaken, ImportNote? Lost) TryNext(string reason)
    {
        if (_chosen + 1 >= Ways.Count)
            return (false, null);
        _chosen++;
        return (true, _chosen == Lossless ? Loss?.Invoke(reason) : null);
    }
}
