namespace Geometry.Tasks;

/// <summary>Downloads files and checks them before they get their names.</summary>
internal sealed class DatasetDownload(HttpMessageHandler? handler, Action<string>? log) : IDisposable
{
    private readonly HttpClient _client = handler is null ? new HttpClient() : new HttpClient(handler, disposeHandler: false);

    /// <summary>Downloads a file; when that fails, adds the reason to the list and gives false.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="target">The path that it gets once it was checked.</param>
    /// <param name="mismatch">Says what is wrong with the file at a path, or null.</param>
    /// <param name="tried">Receives the reason.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    public bool Try(Uri address, string target, Func<string, string?> mismatch, List<string> tried, CancellationToken cancellationToken)
    {
        string directory = Path.GetDirectoryName(target)!;
        string part = Path.Combine(directory, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.part");
        try
        {
            log?.Invoke($"Downloading {address}");
            Fetch(address, part, cancellationToken);
            if (mismatch(part) is { } found)
            {
                tried.Add($"{address}: the content has {found}; the download was discarded");
                return false;
            }

            File.Move(part, target, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or UnauthorizedAccessException or InvalidDataException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            tried.Add($"{address}: {exception.Message}");
            return false;
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private void Fetch(Uri address, string path, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        using HttpResponseMessage response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // not before there is something to put there
        using Stream body = response.Content.ReadAsStream(cancellationToken);
        using FileStream target = File.Create(path);
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = body.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            target.Write(buffer, 0, read);
        }
    }
}
