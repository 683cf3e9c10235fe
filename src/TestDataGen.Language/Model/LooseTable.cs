namespace TestDataGen.Language;

/// <summary>Tables that stand in no file: for rows that somebody made by hand, so that they go the same way as all others.</summary>
public static class LooseTable
{
    /// <summary>Makes a table in a schema of its own, its fields nullable and without keys.</summary>
    /// <param name="name">The table's name, and the schema's; <c>sales.orders</c> is a table in a database schema.</param>
    /// <param name="fields">Names and types of the fields.</param>
    public static Table Create(string name, IEnumerable<(string Name, DataType Type)> fields)
    {
        var schema = new Schema(name, new SourceText("<rows>", ""));
        Table table = name.Split('.') is [{ Length: > 0 } databaseSchema, { Length: > 0 } bare] ? new(schema, bare, default, databaseSchema) : new(schema, name, default);
        table.Fields = [.. fields.Select((f, i) => new Field(table, i, f.Name, f.Type, default) { IsNullable = true })];
        schema.Tables = [table];
        return table;
    }
}
