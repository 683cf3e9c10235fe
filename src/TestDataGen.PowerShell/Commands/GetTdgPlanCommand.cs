using System.Management.Automation;
using TestDataGen.Generation;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary><c>Get-TdgPlan</c>: what a run would make, without making it.</summary>
[Cmdlet(VerbsCommon.Get, "TdgPlan", DefaultParameterSetName = AloneSet)]
[OutputType(typeof(PlanTable))]
public sealed class GetTdgPlanCommand : JoiningCommand<GetTdgPlanCommand>
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
        {
            TablePlan table = plan.Tables[i];
            WriteObject(new PlanTable(plan, table, i + 1, column => Measure(table, column)));
        }
    }

    // What an own generator takes, nobody can tell without running it. If it fails, that is better known now; the plan is there all the same.
    private TimeSpan? Measure(TablePlan table, ColumnPlan column)
    {
        try
        {
            return table.MeasureGenerator(column.Field);
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (GenerationException exception) when (Failure.TryDescribe(exception, Schema, out ErrorRecord? error))
        {
            WriteError(error);
            return null;
        }
    }
}
