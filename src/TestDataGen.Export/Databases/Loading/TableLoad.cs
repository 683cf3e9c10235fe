using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>How far the rows of one table have come on their way into a database.</summary>
internal sealed class TableLoad(Table table, bool isCreated) : IDisposable
{
    private RowBatch? _withoutLater;

    public Table Table { get; } = table;

    /// <summary>Whether this run has created the table.</summary>
    public bool IsCreated { get; } = isCreated;

    /// <summary>The table's columns in the database; none while nothing is executed.</summary>
    public required IReadOnlyList<ExistingColumn> Columns { get; init; }

    /// <summary>The fields that are filled, with their columns.</summary>
    public required IReadOnlyList<(Field Field, ExistingColumn Column)> Filled { get; init; }

    /// <summary>Foreign keys whose parents come later: their fields are null at first, and set when the parents are there.</summary>
    public IReadOnlyList<Reference> Later { get; init; } = [];

    /// <summary>The fields that are set later.</summary>
    public IEnumerable<Field> LaterFields => Later.SelectMany(r => r.Fields).Where(f => f.IsNullable).Distinct();

    /// <summary>The temporary table that keeps those fields until then; null: none.</summary>
    public string? Temporary { get; init; }

    /// <summary>The connection that the rows go over; null while there was none to write.</summary>
    public Database? Database { get; private set; }

    /// <summary>What sends the rows, once there is a connection.</summary>
    public RowWriter Writer { get; private set; } = null!;

    /// <summary>What sends the fields that are set later; null: there are none.</summary>
    public RowWriter? LaterWriter { get; private set; }

    /// <summary>Rows that the server has taken, or refused one by one.</summary>
    public long Taken { get; set; }

    /// <summary>Rows sent that it may still refuse.</summary>
    public int Open { get; set; }

    /// <summary>Rows that stay whatever happens.</summary>
    public long Kept { get; set; }

    /// <summary>Whether the server was asked to keep the rows taken since, and was not heard of again.</summary>
    public bool IsUnsure { get; set; }

    /// <summary>Rows that were refused and are in the file for them.</summary>
    public long Refused { get; set; }

    /// <summary>Seconds for what follows the rows.</summary>
    public double SecondsToComplete { get; set; }

    /// <summary>Makes ready for rows over a connection.</summary>
    public void Connect(Database database)
    {
        DatabaseProvider provider = database.Provider;
        Writer = WriterFor(provider.Dialect.NameOf(Table), database.Options.OnConflict, Filled);
        if (Temporary is not null)
        {
            List<Field> kept = [.. Table.PrimaryKey!.Fields, .. LaterFields];
            database.Execute(provider.CreateTemporary(Temporary, Table, kept));
            LaterWriter = WriterFor(Temporary, ConflictAction.Error, [.. Filled.Where(c => kept.Contains(c.Field)).Select(c => (c.Field, c.Column with { IsIdentity = false }))]);
        }

        Database = database;

        RowWriter WriterFor(string name, ConflictAction conflict, IReadOnlyList<(Field Field, ExistingColumn Column)> filled) =>
            provider.CreateWriter(database, name, [.. filled.Select(c => c.Field)], [.. filled.Select(c => c.Column)], conflict);
    }

    /// <summary>The rows of a batch without the fields that are set later.</summary>
    public RowBatch WithoutLater(RowBatch batch)
    {
        _withoutLater ??= new RowBatch(Table, [.. Table.Fields.Select(f => LaterFields.Contains(f) ? Nulls(f) : batch.Columns[f.Index])]);
        return new RowBatch(Table, [.. Table.Fields.Select(f => LaterFields.Contains(f) ? _withoutLater.Columns[f.Index] : batch.Columns[f.Index])]) { FirstRow = batch.FirstRow, Count = batch.Count };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer?.Dispose();
        LaterWriter?.Dispose();
    }

    private static Column Nulls(Field field)
    {
        Column column = Column.Create(field.Type, RowBatch.MaxRows);
        for (int i = 0; i < RowBatch.MaxRows; i++)
            column.SetNull(i);
        return column;
    }
}
