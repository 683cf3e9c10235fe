using System.Text;

namespace TestDataGen.Servers;

/// <summary>Reads the rows of a bulk load, cell by cell.</summary>
internal static class TdsBulk
{
    private const byte Row = 0xD1;
    private const byte Columns = 0x81;
    private const byte Done = 0xFD;

    /// <summary>The rows, their cells in the order of the table's columns; columns that were not sent are null.</summary>
    public static List<object?[]> Read(byte[] data, TdsTable table)
    {
        using var reader = new BinaryReader(new MemoryStream(data), Encoding.Unicode);
        if (reader.ReadByte() != Columns)
            throw new InvalidDataException("A bulk load begins with its columns.");
        var columns = new (int Place, Func<BinaryReader, object?> Read)[reader.ReadUInt16()];
        for (int i = 0; i < columns.Length; i++)
        {
            reader.ReadUInt32();
            reader.ReadUInt16();
            Func<BinaryReader, object?> read = ReaderFor(reader);
            string name = Encoding.Unicode.GetString(reader.ReadBytes(2 * reader.ReadByte()));
            columns[i] = (table.Columns.FindIndex(c => c.Name == name), read);
        }

        var rows = new List<object?[]>();
        for (byte token = reader.ReadByte(); token != Done; token = reader.ReadByte())
        {
            if (token != Row)
                throw new InvalidDataException($"The token {token:X2} at {reader.BaseStream.Position - 1} of {Convert.ToHexString(data[..Math.Min(120, data.Length)])} is no row's.");
            var row = new object?[table.Columns.Count];
            foreach ((int place, Func<BinaryReader, object?> read) in columns)
                row[place] = read(reader);
            rows.Add(row);
        }

        return rows;
    }

    private static Func<BinaryReader, object?> ReaderFor(BinaryReader reader)
    {
        byte type = reader.ReadByte();
        switch (type)
        {
            case 0x34:
                return r => r.ReadInt16();
            case 0x38:
                return r => r.ReadInt32();
            case 0x7F:
                return r => r.ReadInt64();
            case 0x32:
                return r => r.ReadByte() != 0;
            case 0x3B:
                return r => r.ReadSingle();
            case 0x3E:
                return r => r.ReadDouble();
            case 0x26 or 0x6D or 0x68 or 0x24:
                reader.ReadByte();
                return r => Fixed(type, r.ReadBytes(r.ReadByte()));
            case 0x6A or 0x6C:
                reader.ReadBytes(2);
                byte scale = reader.ReadByte();
                return r => Decimal(r.ReadBytes(r.ReadByte()), scale);
            case 0x28:
                return r => r.ReadBytes(r.ReadByte()) is { Length: 3 } days ? Day(days) : null;
            case 0x29 or 0x2A or 0x2B:
                if (reader.ReadByte() != 7)
                    throw new InvalidDataException("Times have seven digits.");
                return r => Time(type, r.ReadBytes(r.ReadByte()));
            case 0xE7 or 0xA5:
                bool isLong = reader.ReadUInt16() == 0xFFFF;
                if (type == 0xE7)
                    reader.ReadBytes(5);
                return r => (isLong ? Chunks(r) : Short(r)) is { } bytes ? type == 0xE7 ? Encoding.Unicode.GetString(bytes) : bytes : null;
            default:
                throw new InvalidDataException($"The type {type:X2} is not known here.");
        }
    }

    private static object? Fixed(byte type, byte[] bytes) => (type, bytes.Length) switch
    {
        (_, 0) => null,
        (0x26, 2) => BitConverter.ToInt16(bytes),
        (0x26, 4) => BitConverter.ToInt32(bytes),
        (0x26, 8) => BitConverter.ToInt64(bytes),
        (0x6D, 4) => BitConverter.ToSingle(bytes),
        (0x6D, 8) => BitConverter.ToDouble(bytes),
        (0x68, 1) => bytes[0] != 0,
        (0x24, 16) => new Guid(bytes),
        _ => throw new InvalidDataException($"The type {type:X2} has no {bytes.Length} bytes."),
    };

    private static object? Decimal(byte[] bytes, byte scale)
    {
        if (bytes.Length == 0)
            return null;
        Span<byte> magnitude = stackalloc byte[16];
        bytes.AsSpan(1).CopyTo(magnitude);
        return new decimal(BitConverter.ToInt32(magnitude), BitConverter.ToInt32(magnitude[4..]), BitConverter.ToInt32(magnitude[8..]), bytes[0] == 0, scale);
    }

    private static DateTime Day(ReadOnlySpan<byte> bytes) => DateTime.MinValue.AddDays(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    private static object? Time(byte type, byte[] bytes)
    {
        if (bytes.Length == 0)
            return null;
        long ticks = BitConverter.ToUInt32(bytes) | ((long)bytes[4] << 32);
        return type switch
        {
            0x29 => new TimeSpan(ticks),
            0x2A => Day(bytes.AsSpan(5)).AddTicks(ticks),
            _ => new DateTimeOffset(Day(bytes.AsSpan(5)).AddTicks(ticks), TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(BitConverter.ToInt16(bytes, 8))),
        };
    }

    private static byte[]? Short(BinaryReader reader) => reader.ReadUInt16() is var length and not 0xFFFF ? reader.ReadBytes(length) : null;

    private static byte[]? Chunks(BinaryReader reader)
    {
        if (reader.ReadUInt64() == ulong.MaxValue)
            return null;
        using var all = new MemoryStream();
        while (reader.ReadUInt32() is var length and > 0)
            all.Write(reader.ReadBytes((int)length));
        return all.ToArray();
    }
}
