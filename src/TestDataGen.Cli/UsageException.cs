namespace TestDataGen.Cli;

/// <summary>The command line asks for something that makes no sense.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
internal sealed class UsageException(string message) : Exception(message);
