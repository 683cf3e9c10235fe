using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What stands behind a format's name, as in <c>format(lorem_words, 5)</c>.</summary>
/// <param name="format">The format's name.</param>
/// <param name="values">The literals.</param>
internal readonly struct FormatArguments(string format, IReadOnlyList<Literal> values)
{
    /// <summary>An integer, or its default where nothing is given.</summary>
    /// <param name="position">Which argument, from 0.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    /// <param name="byDefault">What it is where nothing is given.</param>
    /// <exception cref="ArgumentException">It is no integer of that range.</exception>
    public int Integer(int position, string name, int least, int most, int byDefault)
    {
        if (position >= values.Count)
            return byDefault;
        return values[position].Value is long value && value >= least && value <= most
            ? (int)value
            : throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"format({format}) takes as {name} an integer from {least} to {most}, not {Shown(values[position].Value)}"));
    }

    /// <summary>A text, or null where nothing is given.</summary>
    /// <param name="position">Which argument, from 0.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="ArgumentException">It is no text, or an empty one.</exception>
    public string? Text(int position, string name)
    {
        if (position >= values.Count)
            return null;
        return values[position].Value is string { Length: > 0 } text
            ? text
            : throw new ArgumentException($"format({format}) takes as {name} a text in quotes, not {Shown(values[position].Value)}");
    }

    /// <summary>One of some names, or null where nothing is given.</summary>
    /// <param name="position">Which argument, from 0.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="choices">The names; case does not count.</param>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public string? OneOf(int position, string name, IEnumerable<string> choices)
    {
        string? text = Text(position, name);
        return text is null ? null : choices.FirstOrDefault(c => string.Equals(c, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"format({format}) knows no {name} \"{text}\"; it knows {string.Join(", ", choices)}");
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
