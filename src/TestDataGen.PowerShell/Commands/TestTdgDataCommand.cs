using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary><c>Test-TdgData</c>: whether the constraints of a schema hold in a database.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TdgData", DefaultParameterSetName = SqliteSet)]
[OutputType(typeof(ConstraintTest), typeof(bool))]
public sealed class TestTdgDataCommand : PlanningCommand, IDynamicParameters
{
    private const string SqliteSet = "Sqlite";
    private readonly ConnectionParametersOf<TestTdgDataCommand> _connection = new();

    /// <summary>The schema.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [SchemaTransformation("Test-TdgData")]
    public Schema Schema { get; set; } = null!;

    /// <summary>The database file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SqliteSet)]
    [ValidateNotNullOrEmpty]
    public string SqlitePath { get; set; } = "";

    /// <summary>Whether numbers of rows are compared with the plan's, also where nothing about them is given.</summary>
    [Parameter]
    public SwitchParameter RowCount { get; set; }

    /// <summary>Most seconds of a question.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue / 1000)]
    public int Timeout { get; set; }

    /// <summary>Only whether everything that can be asked for holds.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    public object GetDynamicParameters() => _connection;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool isCounted = RowCount || Count is not null || TableCount is not null || Profile is not null || Only is not null;
        Plan? plan = isCounted ? CreatePlan(Schema) : null;
        IReadOnlyList<Language.Table> tables = plan is null ? Wanted() : [.. plan.Tables.Select(t => t.Table)];
        Dictionary<Language.Table, long>? rows = plan?.Tables.ToDictionary(t => t.Table, t => t.RowCount);
        Guard(
            () =>
            {
                IEnumerable<ConstraintResult> results = new DatabaseTest(Target(), Timeout, Stopped).Run(tables, rows);
                if (Quiet)
                {
                    WriteObject(results.All(r => r.IsMet != false));
                    return;
                }

                foreach (ConstraintResult result in results)
                    WriteObject(new ConstraintTest(result));
            },
            Schema);
    }

    private IReadOnlyList<Language.Table> Wanted()
    {
        IReadOnlyList<Language.Table> all = Schema.Model.Tables;
        if (Table?.FirstOrDefault(name => !all.Any(t => IsNamed(t, name))) is { } unknown)
        {
            string advice = $"There are: {string.Join(", ", all.Select(t => t.Name))}.";
            ThrowTerminatingError(Failure.Of(new PSArgumentException($"There is no table `{unknown}` in {Schema.Name}. {advice}"), "UnknownTable", ErrorCategory.InvalidArgument, unknown, advice));
        }

        return Table is null ? all : [.. all.Where(t => Table.Any(name => IsNamed(t, name)))];

        static bool IsNamed(Language.Table table, string name) => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase);
    }

    private DatabaseTarget Target() => ParameterSetName == SqliteSet
        ? DatabaseTarget.FromSqliteFile(GetUnresolvedProviderPathFromPSPath(SqlitePath))
        : TargetOf(_connection);
}
