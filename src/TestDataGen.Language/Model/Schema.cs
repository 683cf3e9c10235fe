namespace TestDataGen.Language;

/// <summary>A bound schema: every name resolved, every type checked. Made by <see cref="SchemaReader"/>.</summary>
public sealed class Schema
{
    internal Schema(string name, SourceText source) => (Name, Source) = (name, source);

    /// <summary>The name behind <c>schema</c>.</summary>
    public string Name { get; }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>The tables in the order of the text.</summary>
    public IReadOnlyList<Table> Tables { get; internal set; } = [];

    /// <summary>The <c>generate</c> block without a name; an empty one where the text has none.</summary>
    public Profile Profile { get; internal set; } = Profile.Empty;

    /// <summary>The <c>generate</c> blocks with a name, in the order of the text; what they do not say, they have from <see cref="Profile"/>.</summary>
    public IReadOnlyList<Profile> Profiles { get; internal set; } = [];

    /// <summary>Finds a table by name, without regard to case; null where there is none.</summary>
    public Table? FindTable(string name) =>
        Tables.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds a named profile, without regard to case; null where there is none.</summary>
    public Profile? FindProfile(string name) =>
        Profiles.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
