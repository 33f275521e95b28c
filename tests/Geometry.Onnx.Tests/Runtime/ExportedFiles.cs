using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Geometry.Onnx.Tests.Cases;

namespace Geometry.Onnx.Tests.Runtime;

/// <summary>All cases as files, run once in ONNX Runtime and checked once by Python's onnx.</summary>
public sealed class ExportedFiles : IDisposable
{
    // One row, several, and all.
    private static readonly int[] s_batches = [1, 3, int.MaxValue];

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-onnx-").FullName;
    private readonly Dictionary<string, ExportedCase> _cases;
    private readonly Lazy<Dictionary<string, RunResult>> _results;
    private readonly Lazy<Dictionary<string, string>> _complaints;

    public ExportedFiles()
    {
        _cases = OnnxCases.All.ToDictionary(one => one.Key, one => one.Value());
        string manifest = Path.Combine(_folder, "manifest.json");
        File.WriteAllText(manifest, JsonSerializer.Serialize(_cases.Select(WriteFiles), JsonSerializerOptions.Web));
        _results = new(() => JsonSerializer.Deserialize<RunResult[]>(Tools.RunInNode(manifest), JsonSerializerOptions.Web)!.ToDictionary(result => result.Name));
        _complaints = new(() => JsonSerializer.Deserialize<Dictionary<string, string>>(Tools.CheckInPython(manifest))!);
    }

    internal ExportedCase Case(string name) => _cases[name];

    /// <summary>What ONNX Runtime gave for a case.</summary>
    internal RunResult Result(string name) => _results.Value[name];

    /// <summary>What Python's onnx says against a file; null for nothing.</summary>
    internal string? Complaint(string name) => _complaints.Value.GetValueOrDefault(name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private object WriteFiles(KeyValuePair<string, ExportedCase> one, int index)
    {
        string path = Path.Combine(_folder, $"{index}.onnx");
        File.WriteAllBytes(path, one.Value.File);
        return new
        {
            Name = one.Key,
            Path = path,
            one.Value.InputShape,
            Batches = s_batches.Select(size => Math.Min(size, one.Value.Rows.Length)).Select(rows =>
            {
                string batch = $"{path}.{rows}.in";
                File.WriteAllBytes(batch, MemoryMarshal.AsBytes<float>(one.Value.Rows.Take(rows).SelectMany(row => row).ToArray()).ToArray());
                return new { Rows = rows, Path = batch };
            }).ToArray(),
        };
    }
}

/// <summary>What ONNX Runtime says of a file, and gives for its batches.</summary>
internal sealed record RunResult(string Name, string[] Inputs, string[] Outputs, RunOutput[][] Batches, string? Error);

/// <summary>An output for a batch.</summary>
internal sealed record RunOutput(string Type, int[] Shape, string Path)
{
    /// <summary>Gets the values.</summary>
    [JsonIgnore]
    public double[] Values
    {
        get
        {
            byte[] bytes = File.ReadAllBytes(Path);
            return Type switch
            {
                "float32" => [.. MemoryMarshal.Cast<byte, float>(bytes).ToArray().Select(value => (double)value)],
                "uint32" => [.. MemoryMarshal.Cast<byte, uint>(bytes).ToArray().Select(value => (double)value)],
                _ => [.. bytes.Select(value => (double)value)],
            };
        }
    }
}
