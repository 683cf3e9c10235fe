using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A registered faker format.</summary>
public sealed class Format
{
    private readonly Func<LocaleData, IReadOnlyList<Literal>, TextDomain> _create;

    internal Format(string name, string category, string summary, Func<LocaleData, IReadOnlyList<Literal>, TextDomain> create, int maxArguments = 0)
    {
        (Name, Category, Summary, MaxArguments) = (name, category, summary, maxArguments);
        _create = create;
    }

    internal Format(string name, string category, string summary, Func<LocaleData, TextDomain> create)
        : this(name, category, summary, (locale, _) => create(locale))
    {
    }

    /// <summary>As in <c>format(name)</c>.</summary>
    public string Name { get; }

    /// <summary>What it belongs to: person, address, …</summary>
    public string Category { get; }

    /// <summary>One sentence.</summary>
    public string Summary { get; }

    /// <summary>How many literal arguments it takes at the most.</summary>
    public int MaxArguments { get; }

    /// <summary>The texts of the format.</summary>
    /// <exception cref="ArgumentException">An argument is wrong.</exception>
    internal TextDomain Create(LocaleData locale, IReadOnlyList<Literal> arguments) => _create(locale, arguments);
}
