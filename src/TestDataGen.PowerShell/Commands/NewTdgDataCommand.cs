using System.Management.Automation;
using TestDataGen.Generation;
using TestDataGen.Parameters;
using TestDataGen.Rows;

namespace TestDataGen.Commands;

/// <summary><c>New-TdgData</c>: the rows of a schema's tables, parents before their children.</summary>
[Cmdlet(VerbsCommon.New, "TdgData", DefaultParameterSetName = AloneSet)]
[OutputType(typeof(Row))]
public sealed class NewTdgDataCommand : JoiningCommand<NewTdgDataCommand>
{
    /// <summary>The schema.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [SchemaTransformation("New-TdgData")]
    public Schema Schema { get; set; } = null!;

    /// <summary>On how many threads the rows are made, ahead of the pipeline.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Plan plan = CreatePlan(Schema);
        foreach (TablePlan table in plan.Tables)
            Guard(() => WriteRows(plan, table), Schema);
    }

    private void WriteRows(Plan plan, TablePlan table)
    {
        Row prototype = RowTypes.PrototypeOf(table.Table);
        foreach (RowBatch batch in plan.Read(table, ThrottleLimit, Stopped))
        {
            for (int i = 0; i < batch.Count; i++)
                WriteObject(prototype.Create(batch, i));
        }
    }
}
