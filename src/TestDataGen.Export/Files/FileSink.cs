using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>A folder with a file a table, in one of the text formats.</summary>
/// <param name="folder">The folder; it is made where it is missing.</param>
/// <param name="format">The format.</param>
/// <param name="mayReplace">Whether files that exist may be replaced.</param>
/// <param name="isFirstPart">Whether the rows are whole tables or their first partition; later ones have no header, so that the files can be joined.</param>
public sealed class FileSink(string folder, TextFormat format, bool mayReplace = false, bool isFirstPart = true) : RowSink
{
    private readonly Dictionary<Table, TableFile> _files = [];
    private readonly FileNames _names = new();
    private readonly Utf8Buffer _buffer = new();

    /// <inheritdoc/>
    public override void Begin(IReadOnlyList<Table> tables)
    {
        // All names are checked before the first row is made.
        foreach (Table table in tables)
            FileOf(table);
    }

    /// <inheritdoc/>
    public override void Write(RowBatch batch, int from, int count)
    {
        _buffer.Clear();
        format.WriteRows(batch, from, count, _buffer);
        Append(FileOf(batch.Table), _buffer);
    }

    /// <inheritdoc/>
    public override void WriteAll(Plan plan, TablePlan table, int threads, Action<int> written, CancellationToken cancellationToken)
    {
        TableFile file = FileOf(table.Table);
        plan.Run(
            table,
            threads,
            () => new Utf8Buffer(),
            (batch, buffer) =>
            {
                buffer.Clear();
                format.WriteRows(batch, 0, batch.Count, buffer);
            },
            (batch, buffer) =>
            {
                Append(file, buffer);
                written(batch.Count);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override void Complete(IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        foreach (TableFile file in _files.Values)
        {
            Start(file);
            _buffer.Clear();
            format.WriteFooter(file.Table, _buffer);
            file.Staged.Write(_buffer.Written);
            file.Staged.Close();
        }

        try
        {
            foreach (TableFile file in _files.Values)
                file.Staged.Move();
        }
        catch (ExportException)
        {
            foreach (TableFile file in _files.Values)
                file.Staged.TakeBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public override string DestinationOf(Table table) => FileOf(table).Staged.FinalPath;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (TableFile file in _files.Values)
            file.Staged.Dispose();
    }

    private TableFile FileOf(Table table)
    {
        if (!_files.TryGetValue(table, out TableFile? file))
        {
            file = new TableFile(table, new StagedFile(Path.Combine(folder, _names.For(table.Name) + format.Extension), mayReplace));
            _files.Add(table, file);
        }

        return file;
    }

    private void Start(TableFile file)
    {
        if (file.IsStarted)
            return;
        file.IsStarted = true;
        var header = new Utf8Buffer();
        format.WriteHeader(file.Table, isFirstPart, header);
        file.Staged.Write(header.Written);
    }

    private void Append(TableFile file, Utf8Buffer rows)
    {
        Start(file);
        file.Staged.Write(file.HasRows ? rows.Written : rows.Written[Math.Min(rows.Length, format.SeparatorLength)..]);
        file.HasRows |= rows.Length > 0;
    }

    private sealed class TableFile(Table table, StagedFile staged)
    {
        public Table Table { get; } = table;

        public StagedFile Staged { get; } = staged;

        public bool IsStarted { get; set; }

        public bool HasRows { get; set; }
    }
}
