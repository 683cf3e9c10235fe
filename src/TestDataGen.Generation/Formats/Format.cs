using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A registered faker format.</summary>
public sealed class Format
{
    private readonly Func<LocaleData, FormatArguments, TextDomain> _create;

    internal Format(string name, string category, string summary, string parameters, Func<LocaleData, FormatArguments, TextDomain> create)
    {
        (Name, Category, Summary, Parameters) = (name, category, summary, parameters);
        MaxArguments = parameters.Length == 0 ? 0 : parameters.Count(c => c == ',') + 1;
        _create = create;
    }

    internal Format(string name, string category, string summary, Func<LocaleData, TextDomain> create)
        : this(name, category, summary, "", (locale, _) => create(locale))
    {
    }

    /// <summary>As in <c>format(name)</c>.</summary>
    public string Name { get; }

    /// <summary>What it belongs to: person, address, …</summary>
    public string Category { get; }

    /// <summary>One sentence.</summary>
    public string Summary { get; }

    /// <summary>The names of its arguments with commas between, each of which may be left out from the end on; empty for nearly all.</summary>
    public string Parameters { get; }

    /// <summary>How many literal arguments it takes at the most.</summary>
    public int MaxArguments { get; }

    /// <summary>The texts of the format.</summary>
    /// <exception cref="ArgumentException">An argument is wrong.</exception>
    internal TextDomain Create(LocaleData locale, IReadOnlyList<Literal> arguments) => _create(locale, new FormatArguments(Name, arguments));
}
