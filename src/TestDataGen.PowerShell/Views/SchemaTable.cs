using System.Collections.ObjectModel;

namespace TestDataGen;

/// <summary>A table of a <see cref="Schema"/>.</summary>
public sealed class SchemaTable
{
    internal SchemaTable(Language.Table model)
    {
        Name = model.Name;
        Fields = new([.. model.Fields.Select(f => new SchemaField(f))]);
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The fields in the order of the text.</summary>
    public ReadOnlyCollection<SchemaField> Fields { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
