namespace TestDataGen.Language;

/// <summary>Opens data sets for the binder, which knows nothing of files: the generation hands it over, as it does the formats.</summary>
public interface IDataSetReader
{
    /// <summary>The kinds of files, as they are written: <c>csv</c> in <c>csv("cities.csv")</c>.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>The names of the sets that need no file.</summary>
    IReadOnlyList<string> BuiltIn { get; }

    /// <summary>The tables that a binding may name as its type, such as <c>person</c>: each row of them is a whole whose parts fit each other.</summary>
    IReadOnlyList<Table> Records { get; }

    /// <summary>Reads a file as a whole.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="path">Where the file is.</param>
    /// <param name="delimiter">What stands between the fields of a csv; null: not said.</param>
    /// <exception cref="DataSetException">The file can't be read, or what it holds is no data set.</exception>
    DataSet Open(string kind, string path, char? delimiter);

    /// <summary>A set that needs no file.</summary>
    /// <param name="name">One of <see cref="BuiltIn"/>.</param>
    DataSet OpenBuiltIn(string name);
}
