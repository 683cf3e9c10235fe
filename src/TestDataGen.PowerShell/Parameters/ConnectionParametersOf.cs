using TestDataGen.Commands;

namespace TestDataGen.Parameters;

/// <summary>The parameters that name a database, as those of one cmdlet.</summary>
/// <typeparam name="TCommand">The cmdlet.</typeparam>
/// <remarks>
/// The engine keeps what it knows of a class of parameters once a process, and writes into it which parameter sets the cmdlet has that it is just binding. With one class for
/// two cmdlets, in one pipeline or on two threads, one would be bound by the sets of the other.
/// </remarks>
public sealed class ConnectionParametersOf<TCommand> : ConnectionParameters
    where TCommand : TdgCommand;
