using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A data set that needs no file.</summary>
public sealed class BuiltInDataSet
{
    private readonly Lazy<DataSet> _set;

    internal BuiltInDataSet(string name, string summary, Func<DataSet> open) => (Name, Summary, _set) = (name, summary, new Lazy<DataSet>(open));

    /// <summary>As in <c>row of NAME</c>.</summary>
    public string Name { get; }

    /// <summary>One sentence.</summary>
    public string Summary { get; }

    /// <summary>Its rows.</summary>
    public DataSet Set => _set.Value;
}
