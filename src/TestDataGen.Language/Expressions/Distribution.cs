namespace TestDataGen.Language;

/// <summary>A distribution of the language.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Parameters">Its parameters, for people.</param>
/// <param name="MinArguments">Least number of arguments.</param>
/// <param name="MaxArguments">Greatest number of arguments.</param>
/// <param name="DrawsParents">Whether it may stand beside <c>references</c>.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Example">A field that uses it.</param>
public sealed record Distribution(
    string Name, string Parameters, int MinArguments, int MaxArguments, bool DrawsParents, string Summary, string Example);
