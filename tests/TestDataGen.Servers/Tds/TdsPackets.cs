using System.Buffers.Binary;

namespace TestDataGen.Servers;

/// <summary>Messages of the protocol, in packets of at most 4,096 bytes.</summary>
internal sealed class TdsPackets(Stream stream)
{
    public const byte Login = 0x10;
    public const byte PreLogin = 0x12;
    public const byte Attention = 0x06;
    public const byte BulkLoad = 0x07;
    public const byte TransactionRequest = 0x0E;
    private const byte Answer = 0x04;
    private const int HeaderLength = 8;
    private const int PacketLength = 4096;

    /// <summary>The next message; null: there is none.</summary>
    public (byte Type, byte[] Data)? Read()
    {
        using var message = new MemoryStream();
        var header = new byte[HeaderLength];
        while (true)
        {
            if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
                return null;
            var data = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength];
            stream.ReadExactly(data);
            message.Write(data);
            if ((header[1] & 1) != 0)
                return (header[0], message.ToArray());
        }
    }

    /// <summary>Sends an answer.</summary>
    public void Write(ReadOnlySpan<byte> message)
    {
        for (byte number = 1; ; number++)
        {
            ReadOnlySpan<byte> part = message[..Math.Min(message.Length, PacketLength - HeaderLength)];
            message = message[part.Length..];
            Span<byte> packet = new byte[HeaderLength + part.Length];
            packet[0] = Answer;
            packet[1] = (byte)(message.IsEmpty ? 1 : 0);
            BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)packet.Length);
            packet[6] = number;
            part.CopyTo(packet[HeaderLength..]);
            stream.Write(packet);
            if (message.IsEmpty)
                return;
        }
    }
}
