using System.Collections;

namespace TestDataGen.Language;

/// <summary>A list that equals another with equal items.</summary>
internal sealed class SyntaxList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>, IEquatable<SyntaxList<T>>
{
    public static SyntaxList<T> Empty { get; } = new([]);

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(SyntaxList<T>? other) => other is not null && items.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as SyntaxList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}
