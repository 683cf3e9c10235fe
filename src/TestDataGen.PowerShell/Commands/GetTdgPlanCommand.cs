using System.Management.Automation;
using TestDataGen.Generation;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary><c>Get-TdgPlan</c>: what a run would make, without making it.</summary>
[Cmdlet(VerbsCommon.Get, "TdgPlan")]
[OutputType(typeof(PlanTable))]
public sealed class GetTdgPlanCommand : PlanningCommand
{
    /// <summary>The schema.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [SchemaTransformation("Get-TdgPlan")]
    public Schema Schema { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Plan plan = CreatePlan(Schema);
        for (int i = 0; i < plan.Tables.Count; i++)
            WriteObject(new PlanTable(plan, plan.Tables[i], i + 1));
    }
}
