using System.Text;
using System.Text.Json;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Rows that a database refused, a JSON object a line: table, row, the database's reason, the values. Without such a row there is no file.</summary>
internal sealed class BadRowFile(string path, bool mayReplace) : IDisposable
{
    private readonly StagedFile _staged = new(path, mayReplace);
    private readonly Dictionary<Table, byte[][]> _names = [];
    private readonly Utf8Buffer _buffer = new();
    private bool _hasRows;

    /// <summary>Adds a row, on any thread.</summary>
    public void Add(RowBatch batch, int row, long number, string reason)
    {
        lock (_buffer)
            Write(batch, row, number, reason);
    }

    /// <summary>Gives the file its name.</summary>
    public void Complete()
    {
        if (!_hasRows)
            return;
        _staged.Close();
        _staged.Move();
    }

    /// <inheritdoc/>
    public void Dispose() => _staged.Dispose();

    private void Write(RowBatch batch, int row, long number, string reason)
    {
        if (!_names.TryGetValue(batch.Table, out byte[][]? names))
            _names.Add(batch.Table, names = JsonText.NamesOf(batch.Table));
        _buffer.Clear();
        _buffer.Append($"{{\"table\":\"{JsonEncodedText.Encode(batch.Table.Name)}\",\"row\":{number},\"reason\":\"{JsonEncodedText.Encode(reason, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\",\"values\":");
        JsonText.WriteRow(names, batch.Columns, row, _buffer);
        _buffer.Append("}\n"u8);
        _staged.Write(_buffer.Written);
        _hasRows = true;
    }
}
