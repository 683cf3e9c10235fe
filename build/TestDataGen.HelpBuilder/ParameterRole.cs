namespace TestDataGen.HelpBuilder;

/// <summary>What a parameter is in one parameter set.</summary>
/// <param name="IsMandatory">Whether it must be given.</param>
/// <param name="Position">Its place among the arguments without names, from 0; null: by name only.</param>
/// <param name="ByValue">Whether it takes the objects of the pipeline.</param>
/// <param name="ByPropertyName">Whether it takes a property of theirs.</param>
internal sealed record ParameterRole(bool IsMandatory, int? Position, bool ByValue, bool ByPropertyName)
{
    public string PipelineInput => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
