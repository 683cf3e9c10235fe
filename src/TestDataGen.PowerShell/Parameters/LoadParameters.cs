using System.Management.Automation;
using TestDataGen.Export;

namespace TestDataGen.Parameters;

/// <summary>The parameters of a load into a database: which one, and how.</summary>
public sealed class LoadParameters : ConnectionParameters
{
    /// <summary>The parameter set of a script, which has one of them, too.</summary>
    public const string ScriptSet = "Script";

    /// <summary>Which tables are created.</summary>
    [Parameter(ParameterSetName = ScriptSet)]
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public TableCreation CreateTable { get; set; } = TableCreation.Missing;

    /// <summary>Whether the tables are emptied first.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public SwitchParameter Truncate { get; set; }

    /// <summary>What happens to rows whose keys are there.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public ConflictAction OnConflict { get; set; } = ConflictAction.Error;

    /// <summary>How much is kept together.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public LoadTransaction Transaction { get; set; } = LoadTransaction.All;

    /// <summary>Whether foreign keys are looked at behind the rows only.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public SwitchParameter DisableConstraints { get; set; }

    /// <summary>Whether SQL Server locks the table for the load.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    public SwitchParameter TableLock { get; set; }

    /// <summary>Rows of a batch's transaction.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    [ValidateRange(1, int.MaxValue)]
    public int BatchSize { get; set; } = new LoadOptions().BatchSize;

    /// <summary>How many tables are loaded at the same time.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    [ValidateRange(1, 64)]
    public int Parallel { get; set; } = 1;

    /// <summary>Most seconds of a statement.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    [ValidateRange(0, int.MaxValue / 1000)]
    public int Timeout { get; set; }

    /// <summary>The file for rows that the database refuses.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    [ValidateNotNullOrEmpty]
    public string? BadRowPath { get; set; }

    /// <summary>What they say of the load.</summary>
    /// <param name="badRows">The full path of -BadRowPath; null: none.</param>
    /// <param name="mayReplace">Whether that file may be replaced.</param>
    internal LoadOptions Options(string? badRows, bool mayReplace) => new()
    {
        CreateTable = CreateTable,
        Truncate = Truncate,
        OnConflict = OnConflict,
        Transaction = Transaction,
        DisableConstraints = DisableConstraints,
        TableLock = TableLock,
        BatchSize = BatchSize,
        Parallel = Parallel,
        Timeout = Timeout,
        BadRowPath = badRows,
        MayReplaceBadRows = mayReplace,
    };
}
