using System.Collections.ObjectModel;
using TestDataGen.Generation;

namespace TestDataGen;

/// <summary>How one table of a run will be filled.</summary>
public sealed class PlanTable
{
    internal PlanTable(Plan plan, TablePlan table, int order, Func<ColumnPlan, TimeSpan?> costOf)
    {
        Schema = plan.Schema.Name;
        Order = order;
        Table = table.Table.Name;
        Rows = table.RowCount;
        TotalRows = table.TotalRows;
        ExistingRows = table.ExistingRows;
        FirstRow = table.FirstRow;
        EstimatedBytes = table.EstimatedBytes;
        Columns = new([.. table.Columns.Select(c => new PlanColumn(c, costOf(c)))]);
        Checks = new([.. table.Checks.Select(c => new PlanCheck(c))]);
        Profile = plan.Profile;
        Bindings = new([.. table.Bindings.Select(b => new PlanBinding(b))]);
        Seed = plan.Seed;
        Locale = plan.Locale;
        Now = plan.Now;
        Version = plan.Version;
        Partition = new Partition(plan.Partition, plan.PartitionCount);
    }

    /// <summary>The schema.</summary>
    public string Schema { get; }

    /// <summary>Its place in the order of the run, from 1: parents come before their children.</summary>
    public int Order { get; }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>How many rows this run makes of it.</summary>
    public long Rows { get; }

    /// <summary>How many rows it has in all partitions, be they in the slice or not.</summary>
    public long TotalRows { get; }

    /// <summary>How many rows the database holds that they join; 0 without a database.</summary>
    public long ExistingRows { get; }

    /// <summary>The number of the first row of this partition, from 0; in a slice, as its rows count.</summary>
    public long FirstRow { get; }

    /// <summary>About how large this run's rows are as CSV, in bytes.</summary>
    public long EstimatedBytes { get; }

    /// <summary>Where each column's values come from.</summary>
    public ReadOnlyCollection<PlanColumn> Columns { get; }

    /// <summary>The named profile; null: the <c>generate</c> block without a name.</summary>
    public string? Profile { get; }

    /// <summary>Where the rows come from that bindings such as <c>city: row of Cities</c> stand for.</summary>
    public ReadOnlyCollection<PlanBinding> Bindings { get; }

    /// <summary>How each of its checks is met.</summary>
    public ReadOnlyCollection<PlanCheck> Checks { get; }

    /// <summary>The seed of all random values.</summary>
    public long Seed { get; }

    /// <summary>The locale of names, addresses and the like.</summary>
    public string Locale { get; }

    /// <summary>What <c>now</c> means.</summary>
    public DateTime Now { get; }

    /// <summary>The version of the value sources.</summary>
    public int Version { get; }

    /// <summary>Which part of the whole this is.</summary>
    public Partition Partition { get; }
}
