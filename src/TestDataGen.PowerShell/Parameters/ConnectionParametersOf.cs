using TestDataGen.Commands;

namespace TestDataGen.Parameters;

/// <summary>The parameters that name a database, as those of one cmdlet.</summary>
/// <typeparam name="TCommand">The cmdlet.</typeparam>
public sealed class ConnectionParametersOf<TCommand> : ConnectionParameters
    where TCommand : TdgCommand;
