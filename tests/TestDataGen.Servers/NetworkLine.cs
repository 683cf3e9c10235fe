using System.Net;
using System.Net.Sockets;

namespace TestDataGen.Servers;

/// <summary>
/// A line to a server on this machine that a test can break: what comes on one side goes out on the other, until it is cut, which both sides hear of, or falls silent, of which nobody hears.
/// </summary>
public sealed class NetworkLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _ends = [];
    private readonly int _port;
    private TaskCompletionSource? _silence;
    private bool _isOver;

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The port of the server.</param>
    public NetworkLine(int port)
    {
        _port = port;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>The port to connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Resets every connection; new ones are taken if the line lasts.</summary>
    public void Cut()
    {
        lock (_ends)
        {
            _ends.ForEach(Reset);
            _ends.Clear();
        }
    }

    /// <summary>Carries nothing any more, in no direction, without a word to anybody.</summary>
    public void FallSilent() => _silence ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Resets every connection and takes no new one.</summary>
    public void Dispose()
    {
        // From here on no connection that is just being accepted is added behind the cut.
        lock (_ends)
            _isOver = true;
        _listener.Stop();
        Cut();
        _silence?.TrySetResult();
    }

    private async Task AcceptAsync()
    {
        while (!_isOver)
        {
            try
            {
                Socket client = await _listener.AcceptSocketAsync();
                var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                lock (_ends)
                {
                    _ends.AddRange([client, server]);
                    if (_isOver)
                        Cut();
                }

                _ = ConnectAsync(client, server);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The line is over.
            }
        }
    }

    private async Task ConnectAsync(Socket client, Socket server)
    {
        try
        {
            client.NoDelay = server.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, _port);
            _ = CarryAsync(client, server);
            _ = CarryAsync(server, client);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The line was cut, or nobody is at its other end.
            Reset(client);
            Reset(server);
        }
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                if (_silence is { } silence)
                    await silence.Task;
                for (int sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Reset(from);
            Reset(to);
        }
    }

    // Without time for what is still to be sent, closing resets; what is closed already stays so.
    private static void Reset(Socket end) => end.Close(0);
}
