using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// A compiled expression: a tree of operators over columns. Each operator runs once for all rows of a frame, in one loop over arrays, so that what a
/// tree costs is paid once a batch and not once a cell.
/// </summary>
internal abstract class Node
{
    /// <summary>A node with a place of its own for its values.</summary>
    protected Node(DataType type, CompileContext context)
    {
        Type = type;
        Field = context.Field;
        Id = context.NextNode();
    }

    /// <summary>The type of the values; decimals of an expression have precision 0 and are stored as <see cref="decimal"/>.</summary>
    public DataType Type { get; }

    /// <summary>The field whose expression this is, for error messages.</summary>
    protected Field Field { get; }

    /// <summary>The node's number in its table.</summary>
    protected int Id { get; }

    /// <summary>Whether every value that it writes is appended to the target's own heap, so that the heap may be changed in place.</summary>
    public virtual bool OwnsText => false;

    /// <summary>The values for all rows of a frame, to be read only.</summary>
    public virtual Column Value(Frame frame)
    {
        Column target = frame.Intermediate(Id, Type);
        Evaluate(frame, target);
        return target;
    }

    /// <summary>Writes the values for all rows of a frame to an empty column of the node's storage.</summary>
    public abstract void Evaluate(Frame frame, Column target);

    /// <summary>An error that names the field and the row.</summary>
    protected GenerationException Error(Frame frame, int index, string message) =>
        new($"{Field}, row {frame.Rows[index] + 1}: {message}");

    /// <summary>Whether a cell is null in any of some columns.</summary>
    protected static bool AnyNull(Column[] columns, int index)
    {
        foreach (Column column in columns)
        {
            if (column.IsNull(index))
                return true;
        }

        return false;
    }
}
