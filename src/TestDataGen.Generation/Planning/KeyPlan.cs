using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Which columns and references of a table follow an index, so that its keys of several fields hold.</summary>
internal sealed class KeyPlan
{
    private readonly Dictionary<Field, Func<ulong, RowIndex>> _fields = [];
    private readonly Dictionary<Reference, RowIndex> _references = [];
    private readonly Dictionary<Reference, IReadOnlyList<Field>> _distinct = [];

    /// <summary>Lets a field follow an index, made for the number of its values.</summary>
    public void Rule(Field field, Func<ulong, RowIndex> index) => _fields.TryAdd(field, index);

    /// <summary>Lets a reference follow an index over the parents.</summary>
    public void Rule(Reference reference, RowIndex index) => _references.TryAdd(reference, index);

    /// <summary>Lets the children of a row draw as they do, but none the same parent as another, for a key of these fields.</summary>
    public void Distinguish(Reference reference, IReadOnlyList<Field> fields) => _distinct.TryAdd(reference, fields);

    /// <summary>Whether a field follows an index.</summary>
    public bool Rules(Field field) => _fields.ContainsKey(field);

    /// <summary>The index that a field follows; null: none.</summary>
    public RowIndex? IndexOf(Field field, ulong size) => _fields.GetValueOrDefault(field)?.Invoke(size);

    /// <summary>The index that a reference follows; null: none.</summary>
    public RowIndex? IndexOf(Reference reference) => _references.GetValueOrDefault(reference);

    /// <summary>The key for which no two children of a row have the same parent by this reference; null: they may.</summary>
    public IReadOnlyList<Field>? DistinctFor(Reference reference) => _distinct.GetValueOrDefault(reference);
}
