namespace TestDataGen;

/// <summary>A field of a <see cref="SchemaTable"/>.</summary>
public sealed class SchemaField
{
    internal SchemaField(Language.Field model)
    {
        Name = model.Name;
        Type = model.Type.ToString();
        IsPrimaryKey = model.Table.PrimaryKey?.Fields.Contains(model) ?? false;
        IsUnique = model.IsUnique;
        IsNullable = model.IsNullable;
        References = model.Target?.ToString();
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>Its type as the language writes it.</summary>
    public string Type { get; }

    /// <summary>Whether it is the table's primary key.</summary>
    public bool IsPrimaryKey { get; }

    /// <summary>Whether no two rows have the same value.</summary>
    public bool IsUnique { get; }

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; }

    /// <summary>The <c>table.field</c> it refers to; null where it refers to none.</summary>
    public string? References { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
