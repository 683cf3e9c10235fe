namespace TestDataGen.Language;

/// <summary>
/// The names in what could not be read or bound: they may be declared there, so that nobody shall call them unknown. All else that is unknown is an error of its own.
/// </summary>
/// <param name="around">Those of what is around it.</param>
internal sealed class LostNames(LostNames? around = null)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _isAnything;

    /// <summary>Whether a name may have been declared.</summary>
    public bool Contains(string name) => _isAnything || _names.Contains(name) || around?.Contains(name) == true;

    /// <summary>Whether a table's name may have been declared, of which a broken text holds the parts.</summary>
    public bool Contains(PathSyntax name) => Contains(name.Last.Text);

    public void Add(string name) => _names.Add(name);

    public void Add(LostNames others)
    {
        _names.UnionWith(others._names);
        _isAnything |= others._isAnything;
    }

    /// <summary>Adds those of a node that could not be read.</summary>
    public void Add(IBadNode node) => _names.UnionWith(node.Error.Names);

    /// <summary>It may be any name: what can't be read is not even known.</summary>
    public void AddAnything() => _isAnything = true;
}
