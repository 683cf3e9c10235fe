using System.Diagnostics.CodeAnalysis;

namespace TestDataGen.Generation;

/// <summary>
/// The row that a generator makes a value for. A field is computed when it is asked for. Valid within the call that it was handed to.
/// </summary>
public sealed class GeneratorRow
{
    private readonly Frame _frame;
    private readonly Dictionary<string, Column> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, GeneratorRow> _parents = new(StringComparer.OrdinalIgnoreCase);
    private int _index;

    internal GeneratorRow(Frame frame) => _frame = frame;

    /// <summary>The row's number in its table, from 1, as <c>row_number</c>.</summary>
    public long Number => _frame.Table.Start + _frame.Rows[_index] + 1;

    /// <summary>The names of its table's fields.</summary>
    public IEnumerable<string> Fields => _frame.Table.Table.Fields.Select(f => f.Name);

    /// <summary>A field's value, as <see cref="CellValue.Get"/> gives it; null for null.</summary>
    /// <exception cref="GenerationException">There is no such field, or it depends on the value that is being made.</exception>
    public object? this[string field] => CellValue.Get(Cell(field, out int index), index);

    /// <summary>A field's value where it is not null.</summary>
    /// <typeparam name="T">The type of the field's values; see <see cref="CellValue.TypeOf"/>.</typeparam>
    /// <exception cref="GenerationException">As for the indexer; or the value is null, or of another type.</exception>
    public T Get<T>(string field) => this[field] is T value
        ? value
        : throw new GenerationException($"A generator asks for {_frame.Table.Table.Name}.{field} as {typeof(T).Name}, but it is {this[field]?.GetType().Name ?? "null"} in row {Number}.");

    /// <summary>The parent row that a reference points at, by its alias as in expressions; null where there is none.</summary>
    /// <exception cref="GenerationException">There is no such reference.</exception>
    public GeneratorRow? Parent(string alias) => TryParent(alias, out GeneratorRow? parent) ? parent : throw Unknown(alias, "parent");

    /// <summary>The column and the place in it where a field's value is.</summary>
    /// <exception cref="GenerationException">As for the indexer.</exception>
    public Column Cell(string field, out int index)
    {
        ArgumentNullException.ThrowIfNull(field);
        index = _index;
        if (_columns.TryGetValue(field, out Column? column))
            return column;
        int found = _frame.Table.Table.FindField(field)?.Index ?? throw Unknown(field, "field");
        column = _frame.Column(found);
        _columns.Add(field, column);
        return column;
    }

    /// <summary>Whether it has a field of that name.</summary>
    public bool HasField(string field) => _frame.Table.Table.FindField(field) is not null;

    /// <summary>Looks for a parent by its alias. False: there is no such reference; true with null: the reference points at no row.</summary>
    public bool TryParent(string alias, out GeneratorRow? parent)
    {
        parent = null;
        if (Reference(alias) is not { } reference)
            return false;
        Frame parents = _frame.Parent(reference.Index, out int[]? places);
        int place = places is null ? _index : places[_index];
        if (place < 0)
            return true;
        if (!_parents.TryGetValue(alias, out parent))
            _parents.Add(alias, parent = new GeneratorRow(parents));
        parent._index = place;
        return true;
    }

    internal void MoveTo(int index) => _index = index;

    private Language.Reference? Reference(string alias)
    {
        Language.Reference[] named = [.. _frame.Table.Table.References.Where(r => string.Equals(r.Alias ?? r.Parent.Name, alias, StringComparison.OrdinalIgnoreCase))];
        return named.Length == 1 ? named[0] : null;
    }

    private GenerationException Unknown(string name, string what) =>
        new($"{_frame.Table.Table.Name} has no {what} {name} that its generator could read. Its fields: {string.Join(", ", Fields)}.");
}
