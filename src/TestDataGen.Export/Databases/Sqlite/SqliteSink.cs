using System.Diagnostics;
using SQLitePCL;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// A SQLite database: tables with their keys, rows by prepared statements in one transaction, indexes on the foreign keys behind the rows. A new database is made
/// beside its final name and moved there when whole; into one that exists, the transaction alone decides.
/// </summary>
public sealed class SqliteSink : RowSink
{
    private static readonly SqliteDialect Dialect = new();
    private readonly bool _isAppending;
    private readonly StagedFile? _staged;
    private readonly Dictionary<Table, SqliteInsert> _inserts = [];
    private readonly Dictionary<Table, double> _completing = [];
    private sqlite3? _database;

    static SqliteSink() => Batteries_V2.Init();

    /// <summary>Chooses the file.</summary>
    /// <param name="path">The database.</param>
    /// <param name="mayReplace">Whether a file that exists may be replaced.</param>
    /// <param name="append">Whether rows are added to a database that exists.</param>
    /// <exception cref="ExportException">The file exists, and neither is allowed.</exception>
    public SqliteSink(string path, bool mayReplace = false, bool append = false)
    {
        Path = path;
        _isAppending = append && IsThere(path);
        if (!_isAppending)
            _staged = new StagedFile(path, mayReplace);
    }

    /// <summary>Whether a SQLite database is there to which rows can be added.</summary>
    /// <exception cref="ExportException">A file is there that is none.</exception>
    public static bool IsThere(string path)
    {
        if (!File.Exists(path))
            return false;
        return IsDatabase(path) ? true : throw new ExportException($"{path} is not a SQLite database.", "Name a SQLite database, or a file that does not exist.");
    }

    /// <summary>The database.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override void Begin(IReadOnlyList<Table> tables)
    {
        _staged?.CreateFolder();
        int result = raw.sqlite3_open_v2(_staged?.StagedPath ?? Path, out _database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        Check(result);
        // A new database is seen by nobody before it is whole, so there is nothing that a journal would have to bring back.
        if (!_isAppending)
            Execute($"PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -{CacheFor(tables)}");
        Execute("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
        foreach (Table table in tables)
            InsertFor(table);
    }

    /// <inheritdoc/>
    public override void Write(RowBatch batch, int from, int count) => InsertFor(batch.Table).Write(batch, from, count);

    /// <inheritdoc/>
    public override void Complete(IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // An index over millions of rows takes seconds: SQLite sorts on a few threads, and stops in the middle when asked to.
        Execute("PRAGMA threads = 3");
        using (cancellationToken.Register(() => raw.sqlite3_interrupt(_database)))
        {
            foreach (Table table in _inserts.Keys)
            {
                var watch = Stopwatch.StartNew();
                foreach (UniqueKey key in UniqueLater(table))
                    Index(table, key.Fields, Dialect.CreateUniqueIndex(table, key));
                foreach (Reference reference in SqlDialect.ReferencesToIndex(table))
                    Index(table, reference.Fields, Dialect.CreateIndex(reference).Replace("CREATE INDEX ", "CREATE INDEX IF NOT EXISTS ", StringComparison.Ordinal));
                _completing[table] = watch.Elapsed.TotalSeconds;
            }
        }

        CloseInserts();
        Execute("COMMIT");
        raw.sqlite3_close_v2(_database);
        _database = null;
        _staged?.Move();

        void Index(Table table, IReadOnlyList<Field> fields, string statement)
        {
            progress?.Report(new ExportProgress(table.Name, 0, -1) { Finishing = $"indexing {string.Join(", ", fields.Select(f => f.Name))}" });
            int result = raw.sqlite3_exec(_database, statement);
            cancellationToken.ThrowIfCancellationRequested();
            Check(result);
        }
    }

    /// <inheritdoc/>
    public override double SecondsToComplete(Table table) => _completing.GetValueOrDefault(table);

    /// <inheritdoc/>
    public override string DestinationOf(Table table) => Path;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        CloseInserts();
        if (_database is not null)
        {
            // Closing takes back what was begun, but not after a full disk: that is up to the next one who reads, and left to nobody else.
            if (_isAppending)
            {
                raw.sqlite3_exec(_database, "ROLLBACK");
                raw.sqlite3_exec(_database, "SELECT count(*) FROM sqlite_master");
            }

            raw.sqlite3_close_v2(_database);
            _database = null;
        }

        _staged?.Dispose();
    }

    // SQLite itself takes a file of less than 512 bytes for an empty database, whatever is in it.
    private static bool IsDatabase(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Span<byte> header = stackalloc byte[16];
            return file.Length == 0 || (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && header.SequenceEqual("SQLite format 3\0"u8));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StagedFile.CannotWrite(path, e);
        }
    }

    private SqliteInsert InsertFor(Table table)
    {
        if (_inserts.TryGetValue(table, out SqliteInsert? insert))
            return insert;
        Dialect.CheckName(table, _inserts.Keys);
        Execute(Dialect.CreateTable(table, ifMissing: _isAppending, hasUnique: _isAppending));
        insert = new SqliteInsert(_database!, Dialect.NameOf(table), table.Fields, Check);
        _inserts.Add(table, insert);
        return insert;
    }

    // Keys come in random order, and an index that takes them one by one jumps between pages all over the file; made behind the rows, it is sorted first. With
    // three such fields and a million rows that is 5 seconds and not 15. A table that exists has its own.
    private IEnumerable<UniqueKey> UniqueLater(Table table) => _isAppending ? [] : table.Keys.Where(k => !k.IsPrimary);

    // Kilobytes. Rows are appended, and pages that are written soon are still in the processor's cache. Only a primary key that is no integer has an index that
    // can't wait, and wants as much of it in memory as there may be.
    private static int CacheFor(IReadOnlyList<Table> tables) =>
        tables.Any(t => t.PrimaryKey is { } key && (key.Fields.Count > 1 || Dialect.TypeOf(key.Fields[0]) != "INTEGER")) ? 65536 : 4096;

    private void CloseInserts()
    {
        foreach (SqliteInsert insert in _inserts.Values)
            insert.Dispose();
        _inserts.Clear();
    }

    private void Check(int result)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW)
            return;
        string message = _database is null ? raw.sqlite3_errstr(result).utf8_to_string() : raw.sqlite3_errmsg(_database).utf8_to_string();
        throw new ExportException($"SQLite refuses ({Path}): {message}. Nothing of this run was kept.", AdviceFor(result & 0xFF));
    }

    private string AdviceFor(int result) => result switch
    {
        raw.SQLITE_CONSTRAINT when _isAppending => "Append what is not there yet: another table, another partition, rows with other keys.",
        raw.SQLITE_CONSTRAINT => "Make the values that the message names differ.",
        raw.SQLITE_ERROR when _isAppending => "Append to tables with the schema's columns, or give another path.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Close the program that uses the database, or give another path.",
        _ => "Check the path, the rights and the free space.",
    };

    private void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));
}
