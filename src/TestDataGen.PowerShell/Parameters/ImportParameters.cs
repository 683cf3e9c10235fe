using System.Management.Automation;

namespace TestDataGen.Parameters;

/// <summary>The parameters of reading a database.</summary>
public sealed class ImportParameters : ConnectionParameters
{
    /// <summary>Keep the rows of small tables that others refer to.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public SwitchParameter WithLookupRows { get; set; }
}
