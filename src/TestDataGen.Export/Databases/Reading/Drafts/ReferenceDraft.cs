namespace TestDataGen.Export;

/// <summary>A foreign key on its way to a reference.</summary>
/// <param name="Table">The table that refers.</param>
/// <param name="Fields">The fields that refer.</param>
/// <param name="Parent">The table referred to.</param>
/// <param name="Targets">The fields referred to.</param>
internal sealed record ReferenceDraft(TableDraft Table, IReadOnlyList<FieldDraft> Fields, TableDraft Parent, IReadOnlyList<FieldDraft> Targets)
{
    /// <summary>The name of the parent for counts; null: the table's own.</summary>
    public string? Alias { get; set; }

    public bool IsSelf => Table == Parent;

    public bool IsNullable => Fields.Any(f => f.IsNullable);

    /// <summary>Whether no two rows may have the same parent.</summary>
    public bool IsUnique => Table.Keys.Any(k => k.Fields.All(Fields.Contains));
}
