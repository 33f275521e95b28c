using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Geometry.Benchmarks.Service;

/// <summary>
/// Sends requests at a fixed rate over a number of connections, whether or not former ones were answered. It writes bytes that were made before and reads answers by
/// their length, so that it takes little of the processors that it shares with the service.
/// </summary>
internal static class LoadGenerator
{
    private const int Connections = 64;

    /// <summary>Sends requests to a port of the loopback interface and waits for all answers.</summary>
    /// <param name="port">The port.</param>
    /// <param name="requests">The bytes of requests, which are sent in turn.</param>
    /// <param name="rate">How many are due a second.</param>
    /// <param name="duration">For how long.</param>
    public static async Task<LoadResult> RunAsync(int port, byte[][] requests, int rate, TimeSpan duration)
    {
        int count = (int)(rate * duration.TotalSeconds);
        var times = new TimeSpan[count];
        bool[] isAnswered = new bool[count];
        var due = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleWriter = true });
        var clients = new Connection[Connections];
        for (int i = 0; i < clients.Length; i++)
        {
            clients[i] = await Connection.OpenAsync(port);
        }

        long start = Stopwatch.GetTimestamp();
        var pacer = new Thread(() => Pace(due.Writer, count, rate, start)) { IsBackground = true };
        pacer.Start();
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            await foreach (int request in due.Reader.ReadAllAsync())
            {
                isAnswered[request] = await client.SendAsync(requests[request % requests.Length]);
                times[request] = Stopwatch.GetElapsedTime(start) - DueAt(request, rate);
            }
        })));
        TimeSpan total = Stopwatch.GetElapsedTime(start);
        Array.ForEach(clients, client => client.Dispose());
        Array.Sort(times);
        return new LoadResult(times, isAnswered.Count(answered => !answered), total);
    }

    private static TimeSpan DueAt(int request, int rate) => TimeSpan.FromSeconds((double)request / rate);

    private static void Pace(ChannelWriter<int> due, int count, int rate, long start)
    {
        for (int next = 0; next < count;)
        {
            TimeSpan now = Stopwatch.GetElapsedTime(start);
            while (next < count && DueAt(next, rate) <= now)
            {
                due.TryWrite(next++);
            }

            Thread.Sleep(1);
        }

        due.Complete();
    }

    private sealed class Connection(Socket socket) : IDisposable
    {
        private const string LengthHeader = "Content-Length: ";

        private readonly byte[] _buffer = new byte[64 << 10];

        public static async Task<Connection> OpenAsync(int port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new Connection(socket);
        }

        // True if the whole answer came, with status 200.
        public async Task<bool> SendAsync(byte[] request)
        {
            await socket.SendAsync(request);
            int length = 0, end = -1;
            while (end < 0 || length < end)
            {
                int read = await socket.ReceiveAsync(_buffer.AsMemory(length));
                if (read == 0)
                {
                    return false;
                }

                length += read;
                end = end < 0 ? EndOf(_buffer.AsSpan(0, length)) : end;
            }

            return _buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200 "u8);
        }

        public void Dispose() => socket.Dispose();

        // Where the answer ends; -1 where its headers are not whole yet. An answer without a length comes in chunks, of which the last is empty.
        private static int EndOf(ReadOnlySpan<byte> answer)
        {
            int headers = answer.IndexOf("\r\n\r\n"u8);
            if (headers < 0)
            {
                return -1;
            }

            int at = answer[..headers].IndexOf("Content-Length: "u8);
            if (at < 0)
            {
                return answer.EndsWith("\r\n0\r\n\r\n"u8) ? answer.Length : -1;
            }

            ReadOnlySpan<byte> rest = answer[(at + LengthHeader.Length)..headers];
            int line = rest.IndexOf((byte)'\r');
            return headers + 4 + int.Parse(line < 0 ? rest : rest[..line], System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
