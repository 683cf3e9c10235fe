namespace TestDataGen.Export;

/// <summary>A key on its way to a key.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="IsPrimary">Whether it is the primary key.</param>
/// <param name="Remark">What the database says besides; null: nothing.</param>
internal sealed record KeyDraft(IReadOnlyList<FieldDraft> Fields, bool IsPrimary, string? Remark);
