namespace TestDataGen.Language;

/// <summary>A function of the language: its name and docs; how it types is in <see cref="Functions"/>, how it runs in the generation.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Parameters">Its parameters, for people: <c>text, start, count</c>.</param>
/// <param name="MinArguments">Least number of arguments.</param>
/// <param name="MaxArguments">Greatest number of arguments.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Example">A call with literals, and behind <c>→</c> what it gives.</param>
public sealed record Function(string Name, string Parameters, int MinArguments, int MaxArguments, string Summary, string Example)
{
    /// <summary>Whether it draws, each call in the text on its own.</summary>
    public bool Draws => Name is "noise" or "pattern";
}
