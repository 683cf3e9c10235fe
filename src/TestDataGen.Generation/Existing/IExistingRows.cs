using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The rows that a database holds before a run whose rows join them. The plan asks for them, and for nothing when it is made.</summary>
public interface IExistingRows
{
    /// <summary>How many rows a table has; 0 where it is not there.</summary>
    long Count(Table table);

    /// <summary>The greatest value of a field, or the least; null where no row has a value.</summary>
    object? FindExtreme(Field field, bool isGreatest);

    /// <summary>The values of some fields of all rows of a table, as the database's driver gives them; null for null. Whoever reads a row is done with it when the next comes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="inOrder">Whether the rows come in the order of their key, each time the same; otherwise in any.</param>
    IEnumerable<object?[]> Read(Table table, IReadOnlyList<Field> fields, bool inOrder);
}
