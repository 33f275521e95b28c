using System.IO.Compression;
using System.Security.Cryptography;

namespace Geometry.Tasks;

/// <summary>Downloads files and checks their content before they get their names.</summary>
internal sealed class DatasetDownload(HttpMessageHandler? handler, Action<string>? log) : IDisposable
{
    private readonly HttpClient _client = handler is null ? new HttpClient() : new HttpClient(handler, disposeHandler: false);

    /// <summary>Downloads a file; when that fails, adds the reason to the list and gives false.</summary>
    public bool Try(Uri address, DatasetFile file, string directory, List<string> tried, CancellationToken cancellationToken)
    {
        string part = Path.Combine(directory, $".{file.Name}.{Guid.NewGuid():N}.part");
        try
        {
            log?.Invoke($"Downloading {address}");
            Directory.CreateDirectory(directory);
            Fetch(address, part, cancellationToken);
            if (Mismatch(part, file) is { } mismatch)
            {
                tried.Add($"{address}: {mismatch}");
                return false;
            }

            File.Move(part, Path.Combine(directory, file.Name), overwrite: true);
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
            File.Delete(part);
        }
    }

    public void Dispose() => _client.Dispose();

    private void Fetch(Uri address, string path, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        using HttpResponseMessage response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using Stream body = response.Content.ReadAsStream(cancellationToken);
        using FileStream target = File.Create(path);
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = body.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            target.Write(buffer, 0, read);
        }
    }

    private static string? Mismatch(string path, DatasetFile file)
    {
        using FileStream raw = File.OpenRead(path);
        using Stream content = file.Name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read; size <= file.ContentBytes && (read = content.Read(buffer)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
        }

        if (size != file.ContentBytes)
        {
            string found = size > file.ContentBytes ? $"more than {file.ContentBytes}" : $"{size}";
            return $"the content has {found} bytes instead of {file.ContentBytes}; the download was discarded";
        }

        string sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return string.Equals(sha256, file.ContentSha256, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"the content has SHA-256 {sha256} instead of {file.ContentSha256}; the download was discarded";
    }
}
