namespace TestDataGen.Export;

/// <summary>What was refused or went wrong on one connection of a load, before it is said what is kept of the whole.</summary>
internal sealed class LoadRefusal(string message, string advice, Exception inner) : Exception(message, inner)
{
    /// <summary>What to do about it, one sentence.</summary>
    public string Advice { get; } = advice;
}
