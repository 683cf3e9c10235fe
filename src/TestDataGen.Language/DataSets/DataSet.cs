namespace TestDataGen.Language;

/// <summary>The rows of a file, held in memory: the generation reads them, the binder knows their columns.</summary>
public abstract class DataSet
{
    /// <summary>A data set with these columns.</summary>
    protected DataSet(IReadOnlyList<DataSetColumn> columns, int rowCount) => (Columns, RowCount) = (columns, rowCount);

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<DataSetColumn> Columns { get; }

    /// <summary>How many rows, 1 or more.</summary>
    public int RowCount { get; }

    /// <summary>The column by whose numbers rows are drawn where the text names none; null: every row is as likely as another.</summary>
    public virtual int? Weight => null;

    /// <summary>Why a column of numbers is none of weights, in a sentence; null: it is.</summary>
    public abstract string? FindBadWeight(int column);
}
