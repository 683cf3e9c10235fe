using System.Collections.ObjectModel;
using TestDataGen.Language;

namespace TestDataGen;

/// <summary>A schema as <c>Import-TdgSchema</c> gives it out: what <c>New-TdgData</c>, <c>Get-TdgPlan</c> and the exporters take.</summary>
public sealed class Schema
{
    internal Schema(Language.Schema model)
    {
        Model = model;
        Tables = new([.. model.Tables.Select(t => new SchemaTable(t))]);
    }

    internal Language.Schema Model { get; }

    /// <summary>The name behind <c>schema</c>.</summary>
    public string Name => Model.Name;

    /// <summary>The tables in the order of the text.</summary>
    public ReadOnlyCollection<SchemaTable> Tables { get; }

    /// <summary>The seed of its <c>generate</c> block; null where none is given.</summary>
    public long? Seed => Model.Profile.Seed;

    /// <summary>The locale of its <c>generate</c> block; null where none is given.</summary>
    public string? Locale => Model.Profile.Locale;

    /// <summary>What <c>now</c> means by its <c>generate</c> block; null where it does not say.</summary>
    public DateTime? Now => Model.Profile.Now;

    /// <summary>The names of its named profiles.</summary>
    public IReadOnlyList<string> Profiles => [.. Model.Profiles.Select(p => p.Name!)];

    /// <summary>The file it was read from, or <c>&lt;text&gt;</c>.</summary>
    public string Path => Model.Source.Path;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
