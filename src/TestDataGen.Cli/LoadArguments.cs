using System.CommandLine;
using TestDataGen.Export;

namespace TestDataGen.Cli;

/// <summary>How rows are loaded into a database on a server, as options of a command.</summary>
internal sealed class LoadArguments
{
    private readonly Option<TableCreation> _createTable = new("--create-table") { Description = "Databases on servers, and scripts: create the tables that are missing, or never.", HelpName = "missing|never" };
    private readonly Option<bool> _truncate = new("--truncate") { Description = "Delete all rows of the tables first." };
    private readonly Option<ConflictAction> _onConflict = new("--on-conflict") { Description = "What happens to rows whose keys are there.", HelpName = "error|ignore|update" };
    private readonly Option<LoadTransaction> _transaction = new("--transaction") { Description = "What is kept together or not at all.", HelpName = "all|table|batch|none" };
    private readonly Option<bool> _disableConstraints = new("--disable-constraints") { Description = "Look at foreign keys behind the rows only." };
    private readonly Option<bool> _tableLock = new("--table-lock") { Description = "Lock each table while it is loaded (SQL Server)." };
    private readonly Option<int> _batchSize = new("--batch-size")
    {
        Description = "Rows of a transaction with --transaction batch.",
        HelpName = "N",
        DefaultValueFactory = _ => new LoadOptions().BatchSize,
        CustomParser = result => (int?)WholeNumber.Parse(result, "--batch-size", 1, int.MaxValue) ?? 0,
    };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "Tables that are loaded at the same time, each over a connection of its own; not with --transaction all.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = result => (int?)WholeNumber.Parse(result, "--parallel", 1, 64) ?? 0,
    };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "Most seconds that a statement may take; 0, the default, is any time.",
        HelpName = "SECONDS",
        CustomParser = result => (int?)WholeNumber.Parse(result, "--timeout", 0, int.MaxValue / 1000) ?? 0,
    };

    private readonly Option<string> _badRows = new("--bad-rows") { Description = "Go on where the database refuses rows, and write them to this file with its reasons.", HelpName = "FILE" };

    /// <summary>The options, in the order in which help shows them.</summary>
    public IEnumerable<Option> All => [_createTable, _truncate, _onConflict, _transaction, _disableConstraints, _tableLock, _batchSize, _parallel, _timeout, _badRows];

    /// <summary>What the command line says.</summary>
    public LoadOptions Read(ParseResult result, bool force) => new()
    {
        CreateTable = result.GetValue(_createTable),
        Truncate = result.GetValue(_truncate),
        OnConflict = result.GetValue(_onConflict),
        Transaction = result.GetValue(_transaction),
        DisableConstraints = result.GetValue(_disableConstraints),
        TableLock = result.GetValue(_tableLock),
        BatchSize = result.GetValue(_batchSize),
        Parallel = result.GetValue(_parallel),
        Timeout = result.GetValue(_timeout),
        BadRowPath = result.GetValue(_badRows) is { } path ? Path.GetFullPath(path) : null,
        MayReplaceBadRows = force,
    };

    /// <summary>The options given, which say something to a database on a server.</summary>
    public IReadOnlyList<string> Given(ParseResult result) => [.. All.Where(o => result.GetResult(o) is { Implicit: false }).Select(o => o.Name)];

    /// <summary>Whether an option says something to a script.</summary>
    public static bool IsForScripts(string option) => option == "--create-table";
}
