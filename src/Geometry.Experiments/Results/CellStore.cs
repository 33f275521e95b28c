using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geometry.Experiments;

/// <summary>
/// The results of single cells in the folder of an experiment: one line a cell, appended when the cell is done, with a checksum in front. A run
/// that is interrupted at any moment leaves whole lines and at most one broken one, which the next run leaves out, so that it computes
/// only what is missing. Lines of cells that the pipeline no longer has are dropped when a run is complete.
/// </summary>
public sealed class CellStore : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "cells.jsonl";

    private const int ChecksumLength = 16, IdentityLength = 64;

    private static readonly JsonSerializerOptions s_options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private readonly Lock _gate = new();
    private readonly Pipeline _pipeline;
    private readonly string _path;
    private readonly string[] _identities;
    private readonly Dictionary<string, string> _lines = [];
    private FileStream _file;
    private int _written;

    private CellStore(Pipeline pipeline, string path, FileStream file, ModelStore? models)
    {
        _pipeline = pipeline;
        Models = models;
        _path = path;
        _file = file;
        var identity = new CellIdentity(pipeline);
        _identities = [.. pipeline.Cells.Select(identity.Of)];
    }

    /// <summary>Gets where the fitted models of the cells are kept; null for nowhere.</summary>
    public ModelStore? Models { get; }

    /// <summary>Gets how many cells of the pipeline are there already.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _identities.Count(_lines.ContainsKey);
            }
        }
    }

    /// <summary>Gets how long a cell that is there took its thread, on average; null where no cell is there whose time is known.</summary>
    public TimeSpan? MeanTime
    {
        get
        {
            lock (_gate)
            {
                double[] seconds = [.. _identities.Where(_lines.ContainsKey).Select(identity => Read<CellTime>(_lines[identity]).Seconds).Where(time => time > 0)];
                return seconds.Length > 0 ? TimeSpan.FromSeconds(seconds.Average()) : null;
            }
        }
    }

    /// <summary>Opens the store of a folder, for one run at a time, and reads which cells are there.</summary>
    /// <param name="folder">The folder; it must exist.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="models">Where the fitted models of the cells are kept; a cell whose model is not there counts as not computed. Null for nowhere.</param>
    /// <returns>The store.</returns>
    /// <exception cref="BadInputException">Another run writes to the folder, or the file or a data file cannot be read.</exception>
    public static CellStore Open(string folder, Pipeline pipeline, ModelStore? models = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(pipeline);
        string path = Path.Combine(folder, FileName);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"cannot open '{path}': {UserErrors.Text(e)} Another run may be using the folder; wait for its end, or choose another folder with --output.", e);
        }

        try
        {
            var store = new CellStore(pipeline, path, file, models);
            store.ReadLines();
            return store;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Says whether an earlier run computed a cell.</summary>
    /// <param name="cell">A cell of the pipeline.</param>
    /// <returns>Whether <see cref="Find"/> gives its result.</returns>
    public bool Contains(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        lock (_gate)
        {
            return _lines.ContainsKey(_identities[cell.Index]);
        }
    }

    /// <summary>Gives the result of a cell that an earlier run computed, under the names that the pipeline gives the cell now; null if there is none.</summary>
    /// <param name="cell">A cell of the pipeline.</param>
    /// <returns>The result.</returns>
    public CellResult? Find(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        string? line;
        lock (_gate)
        {
            if (!_lines.TryGetValue(_identities[cell.Index], out line))
            {
                return null;
            }
        }

        CellResult result = Read<CellResult>(line);
        return result with
        {
            Rows = [.. result.Rows.Select(row => row with
            {
                Experiment = _pipeline.Name, Cell = cell.Key, Setting = cell.Setting, Nonlinearity = cell.Nonlinearity,
            })],
        };
    }

    /// <summary>Adds the result of a cell. When the method returns, the end of the process can no longer harm them.</summary>
    /// <param name="cell">A cell of the pipeline.</param>
    /// <param name="result">Its scores and tables.</param>
    public void Add(Cell cell, CellResult result)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(result);
        string identity = _identities[cell.Index];
        CellResult nameless = result with { Rows = [.. result.Rows.Select(row => row with { Experiment = "", Cell = "", Setting = "", Nonlinearity = "" })] };
        string content = $"{identity} {JsonSerializer.Serialize(nameless, s_options)}";
        string line = $"{ChecksumOf(content)} {content}";
        lock (_gate)
        {
            _lines[identity] = line;
            Append(_file, line);
            _written++;
        }
    }

    /// <summary>Drops what the pipeline does not ask for, once all its cells are there.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            string[] wanted = [.. _identities.Distinct().Where(_lines.ContainsKey)];
            if (wanted.Length == _written)
            {
                return;
            }

            string partial = $"{_path}.partial";
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                foreach (string identity in wanted)
                {
                    Append(file, _lines[identity]);
                }
            }

            // The former file is still held, so that no other run can begin in between.
            FileStream former = _file;
            File.Move(partial, _path, overwrite: true);
            _file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            former.Dispose();
            _written = wanted.Length;
        }
    }

    /// <summary>Lets go of the file, and removes it if nothing is in it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            bool empty = _file.Length == 0;
            _file.Dispose();
            if (empty)
            {
                File.Delete(_path);
            }
        }
    }

    private static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line.AsSpan(ChecksumLength + 1 + IdentityLength + 1), s_options)!;

    private static string ChecksumOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, ChecksumLength / 2));

    // One call of the system for the whole line: the line is there, or not, or torn, and never mixed with another.
    private static void Append(FileStream file, string line)
    {
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush();
    }

    private void ReadLines()
    {
        HashSet<string> wanted = [.. _identities];
        using var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            _written++;
            bool whole = line.Length > ChecksumLength + IdentityLength + 2 && line[ChecksumLength] == ' '
                && string.Equals(line[..ChecksumLength], ChecksumOf(line[(ChecksumLength + 1)..]), StringComparison.Ordinal);
            if (whole && line.Substring(ChecksumLength + 1, IdentityLength) is var identity && wanted.Contains(identity))
            {
                _lines[identity] = line;
            }
        }

        EndLine();
        foreach (string identity in _pipeline.Cells.Where(LacksModel).Select(cell => _identities[cell.Index]))
        {
            _lines.Remove(identity);
        }
    }

    private bool LacksModel(Cell cell) => Models is not null && _lines.TryGetValue(_identities[cell.Index], out string? line) && !Models.Has(cell, Read<CellResult>(line));

    // A torn line must not swallow the next one; a whole line may lack its end alone.
    private void EndLine()
    {
        if (_file.Length == 0)
        {
            return;
        }

        _file.Seek(-1, SeekOrigin.End);
        if (_file.ReadByte() != '\n')
        {
            _file.Write("\n"u8);
            _file.Flush();
        }
    }

    // What of a result is needed to reckon times.
    private sealed record CellTime(double Seconds);
}
