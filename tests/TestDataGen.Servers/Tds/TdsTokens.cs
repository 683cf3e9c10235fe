using System.Text;

namespace TestDataGen.Servers;

/// <summary>The tokens of an answer.</summary>
internal sealed class TdsTokens
{
    private static readonly byte[] Transaction = [1, 0, 0, 0, 0, 0, 0, 0];
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;

    public TdsTokens() => _writer = new BinaryWriter(_bytes, Encoding.Unicode);

    /// <summary>The answer before the login: version 16, and no encryption to be had.</summary>
    public static byte[] PreLogin() => [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 16, 0, 0, 0, 0, 0, 2];

    public byte[] ToArray() => _bytes.ToArray();

    public void LoginAck()
    {
        const string program = "Tests";
        Token(0xAD, w =>
        {
            w.Write((byte)1);
            w.Write((byte[])[0x74, 0, 0, 4]);
            Short(w, program);
            w.Write((byte[])[16, 0, 0, 0]);
        });
        Token(0xE3, w =>
        {
            w.Write((byte)1);
            Short(w, "test");
            Short(w, "master");
        });
    }

    /// <summary>A transaction has begun (8), been kept (9) or been taken back (10).</summary>
    public void TransactionChange(byte kind) => Token(0xE3, w =>
    {
        w.Write(kind);
        w.Write((byte[])(kind == 8 ? [8, .. Transaction, 0] : [0, 8, .. Transaction]));
    });

    public void Error(int number, string message) => Token(0xAA, w =>
    {
        w.Write(number);
        w.Write((byte[])[1, 14]);
        w.Write((ushort)message.Length);
        w.Write(Encoding.Unicode.GetBytes(message));
        Short(w, "tests");
        Short(w, "");
        w.Write(1);
    });

    /// <summary>The end of a statement.</summary>
    /// <param name="status">1: another follows; 2: it failed; 0x10: the number of rows means something.</param>
    /// <param name="rows">How many rows.</param>
    public void Done(int status = 0, long rows = 0)
    {
        _writer.Write((byte)0xFD);
        _writer.Write((ushort)status);
        _writer.Write((ushort)0);
        _writer.Write(rows);
    }

    /// <summary>Describes columns.</summary>
    public void Columns(IReadOnlyList<TdsColumn> columns)
    {
        _writer.Write((byte)0x81);
        _writer.Write((ushort)columns.Count);
        foreach (TdsColumn column in columns)
        {
            _writer.Write(0);
            // One that can be written.
            _writer.Write((ushort)(4 | (column.IsNullable ? 1 : 0)));
            _writer.Write(column.TypeInfo);
            Short(_writer, column.Name);
        }
    }

    /// <summary>Rows of texts.</summary>
    public void Rows(IReadOnlyList<string> names, IEnumerable<string[]> rows)
    {
        Columns([.. names.Select(n => new TdsColumn(n, "nvarchar", [400], true))]);
        foreach (string[] row in rows)
        {
            _writer.Write((byte)0xD1);
            foreach (string cell in row)
                Text(cell);
        }
    }

    /// <summary>A row of one number.</summary>
    public void Numbers(string name, int value)
    {
        Columns([new TdsColumn(name, "int", [], false)]);
        _writer.Write((byte)0xD1);
        _writer.Write(value);
    }

    /// <summary>Rows of whole numbers and texts.</summary>
    public void Values(IReadOnlyList<TdsColumn> columns, IEnumerable<object?[]> rows)
    {
        Columns([.. columns.Select(c => c with { IsNullable = true })]);
        foreach (object?[] row in rows)
        {
            _writer.Write((byte)0xD1);
            for (int i = 0; i < row.Length; i++)
                Value(columns[i], row[i]);
        }
    }

    private void Value(TdsColumn column, object? value)
    {
        switch (value)
        {
            case null when column.Type == "nvarchar":
                _writer.Write(ushort.MaxValue);
                break;
            case null:
                _writer.Write((byte)0);
                break;
            case int number:
                _writer.Write((byte)4);
                _writer.Write(number);
                break;
            case long number:
                _writer.Write((byte)8);
                _writer.Write(number);
                break;
            case string text:
                Text(text);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} in an answer.");
        }
    }

    /// <summary>What sys.columns says of columns: name, type, nullable, has a default, is generated, is an identity.</summary>
    public void ColumnList(IReadOnlyList<TdsColumn> columns)
    {
        Columns([
            new TdsColumn("name", "nvarchar", [128], false), new TdsColumn("type", "nvarchar", [128], false),
            .. ((string[])["is_nullable", "has_default", "is_generated", "is_identity"]).Select(n => new TdsColumn(n, "bit", [], false))]);
        foreach (TdsColumn column in columns)
        {
            _writer.Write((byte)0xD1);
            Text(column.Name);
            Text(column.Type);
            foreach (bool bit in (bool[])[column.IsNullable, false, false, false])
                _writer.Write(bit);
        }
    }

    private void Token(byte kind, Action<BinaryWriter> write)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.Unicode, leaveOpen: true))
            write(writer);
        _writer.Write(kind);
        _writer.Write((ushort)body.Length);
        _writer.Write(body.ToArray());
    }

    private static void Short(BinaryWriter writer, string text)
    {
        writer.Write((byte)text.Length);
        writer.Write(Encoding.Unicode.GetBytes(text));
    }

    private void Text(string text)
    {
        _writer.Write((ushort)(2 * text.Length));
        _writer.Write(Encoding.Unicode.GetBytes(text));
    }
}
