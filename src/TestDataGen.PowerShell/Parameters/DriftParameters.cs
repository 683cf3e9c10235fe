using System.Management.Automation;

namespace TestDataGen.Parameters;

/// <summary>The parameters of a comparison with a database.</summary>
public sealed class DriftParameters : ConnectionParameters
{
    /// <summary>Whether the files are compared with a database: a word for the reader, since the connection says so, too.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public SwitchParameter Against { get; set; }

    /// <summary>Whether the parts of composite types are columns there.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public SwitchParameter Flatten { get; set; }
}
