using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What compiling a field's expressions needs of the plan.</summary>
/// <param name="plan">The run.</param>
/// <param name="table">The table.</param>
/// <param name="field">The field.</param>
internal sealed class CompileContext(PlanBuilder plan, TablePlan table, Field field)
{
    /// <summary>The table.</summary>
    public TablePlan Table => table;

    /// <summary>The field.</summary>
    public Field Field => field;

    /// <summary>The run's clock.</summary>
    public DateTime Now => plan.Now;

    /// <summary>The children's table, whose rows this run counts per those of <see cref="Table"/>; null where it does not.</summary>
    public TablePlan? ChildrenBy(Reference reference) => plan.IsCountedPer(reference) ? plan.PlanOf(reference.Table) : null;

    /// <summary>An access whose way is open: of a row of the database nothing but its own fields is read.</summary>
    public FieldAccess Checked(FieldAccess access)
    {
        bool isExisting = table.IsExisting;
        foreach (Reference step in access.Path)
        {
            if (isExisting)
            {
                plan.Report(PlanDiagnostic.BadSource(
                    field, $"{field} needs a row of {step.Parent.Name} by way of a row of {step.Table.Name} that is in the database, of which only its own fields are read.",
                    $"Let this table refer to {step.Parent.Name} itself, or make new rows of {step.Table.Name} in the same run."));
                break;
            }

            isExisting = plan.ParentOf(step).IsExisting;
        }

        return access;
    }

    /// <summary>The next free number for a node.</summary>
    public int NextNode() => table.NodeCount++;

    /// <summary>The key of one of the field's random streams.</summary>
    public ulong Key(string purpose) => plan.Key(field, purpose);
}
