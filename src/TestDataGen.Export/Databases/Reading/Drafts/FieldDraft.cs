namespace TestDataGen.Export;

/// <summary>A column on its way to a field.</summary>
internal sealed class FieldDraft(DescribedColumn column, string name, FieldType type)
{
    public DescribedColumn Column { get; } = column;

    /// <summary>The name as the text has it.</summary>
    public string Name { get; } = name;

    /// <summary>What the server's type is.</summary>
    public FieldType Type { get; } = type;

    /// <summary>The type as the text has it: that of the key where the field refers to one, or an alias.</summary>
    public string TypeName { get; set; } = type.Type;

    /// <summary>Why it is not in the text; null: it is.</summary>
    public string? LeftOut { get; set; }

    /// <summary>The share of nulls in percent, where it is not the usual one.</summary>
    public int? NullPercent { get; set; }

    public bool IsNullable { get; set; } = column.IsNullable && type.Domain?.IsNotNull != true;

    public bool IsPrimaryKey { get; set; }

    public bool IsUnique { get; set; }

    /// <summary>The foreign key that gives its values; null: none.</summary>
    public ReferenceDraft? Reference { get; set; }

    /// <summary>A foreign key of which it gives the numbers that its table will have, since the table comes later; null: none.</summary>
    public ReferenceDraft? Numbered { get; set; }

    /// <summary>What its checks say.</summary>
    public FieldFacts Facts { get; set; } = new();

    /// <summary>A check that the values meet which the field has by its name, without a word about it; null: there is none.</summary>
    public string? MetByName { get; set; }

    /// <summary>What finds itself in every text that <see cref="MetByName"/> allows.</summary>
    public string? MetForm { get; set; }

    /// <summary>An expression that gives its values; null: none.</summary>
    public string? Expression { get; set; }

    /// <summary>The field from which <see cref="Expression"/> goes on, of those that are later than another; null: it is none.</summary>
    public FieldDraft? Follows { get; set; }

    /// <summary>A source of values that can be counted, for a key that has nothing else in it that can; null: it needs none.</summary>
    public string? Source { get; set; }

    /// <summary>How many values it can have, as far as its type and its checks say.</summary>
    public decimal Capacity { get; set; } = decimal.MaxValue;
}
