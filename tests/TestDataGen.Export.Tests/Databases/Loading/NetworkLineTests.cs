using System.Net;
using System.Net.Sockets;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>The line that tests break: each end hears of a cut, whatever has become of the connection before.</summary>
public sealed class NetworkLineTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly NetworkLine _line;

    public NetworkLineTests()
    {
        _server.Start();
        _line = new NetworkLine(((IPEndPoint)_server.LocalEndpoint).Port);
    }

    [Fact]
    public async Task Both_ends_hear_of_a_cut()
    {
        (Socket client, Socket server) = await ConnectAsync();
        _line.Cut();
        await AssertResetAsync(client);
        await AssertResetAsync(server);
    }

    [Fact]
    public async Task What_one_end_has_reset_can_be_cut()
    {
        (Socket client, Socket server) = await ConnectAsync();
        server.Close(0);
        await AssertResetAsync(client);
        _line.Cut();
        _line.Dispose();
    }

    [Fact]
    public async Task A_client_hears_that_nobody_is_at_the_other_end()
    {
        _server.Stop();
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // It may hear of it while it connects.
        await AssertResetAsync(async () =>
        {
            await client.ConnectAsync(IPAddress.Loopback, _line.Port);
            return await client.ReceiveAsync(new byte[1]);
        });
    }

    public void Dispose()
    {
        _line.Dispose();
        _server.Dispose();
    }

    private async Task<(Socket Client, Socket Server)> ConnectAsync()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(IPAddress.Loopback, _line.Port);
        Socket server = await _server.AcceptSocketAsync();
        await client.SendAsync(new byte[] { 42 });
        Assert.Equal(1, await server.ReceiveAsync(new byte[1]));
        return (client, server);
    }

    private static Task AssertResetAsync(Socket end) => AssertResetAsync(() => end.ReceiveAsync(new byte[1]));

    private static async Task AssertResetAsync(Func<Task<int>> read)
    {
        SocketException e = await Assert.ThrowsAsync<SocketException>(() => read().WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(SocketError.ConnectionReset, e.SocketErrorCode);
    }
}
