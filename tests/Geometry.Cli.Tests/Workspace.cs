using System.Globalization;
using System.Text;

namespace Geometry.Cli.Tests;

/// <summary>A folder of a test's own, with what the commands read.</summary>
public abstract class Workspace : IDisposable
{
    protected const string Pipeline = """
        {
          "name": "small",
          "data": { "source": "task", "name": "UnstructuredBinary", "parameters": { "dimensions": 10, "seed": "$seed" }, "trainRows": 60, "testRows": 80 },
          "sweep": { "nonlinearity": ["tanh", "relu"], "seed": { "count": 2 } },
          "pipeline": [
            { "step": "Mlp", "hiddenWidths": [6], "nonlinearity": "$nonlinearity", "epochs": 2, "batchSize": 20 },
            { "step": "Ccgp", "embeddings": ["Features", "Hidden1"], "conditions": ["Condition"], "target": "Label", "decoder": "LeastSquares" }
          ]
        }
        """;

    protected string Root { get; } = Directory.CreateTempSubdirectory("geometry").FullName;

    protected string Results => Path.Combine(Root, "results");

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string WriteFile(string name, string text)
    {
        string path = Path.Combine(Root, name);
        File.WriteAllText(path, text);
        return path;
    }

    protected string WriteBytes(string name, byte[] bytes)
    {
        string path = Path.Combine(Root, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a table of eight conditions (three bits) with three feature columns that show the bits, and noise.</summary>
    protected string WriteTable(Func<string, string>? change = null)
    {
        var random = new Random(5);
        var table = new StringBuilder("f0,f1,f2,g0,g1,shape,colour,size,other\n");
        for (int row = 0; row < 160; row++)
        {
            int condition = row % 8;
            double[] bits = [condition & 1, (condition >> 1) & 1, (condition >> 2) & 1];
            string features = string.Join(',', bits.Concat([random.NextDouble(), random.NextDouble()])
                .Select(value => (value + (0.1 * random.NextDouble())).ToString("R", CultureInfo.InvariantCulture)));
            table.Append(CultureInfo.InvariantCulture, $"{features},{(bits[0] > 0 ? "round" : "square")},{(bits[1] > 0 ? "red" : "blue")},{bits[2]},same\n");
        }

        return WriteFile("table.csv", change is null ? table.ToString() : change(table.ToString()));
    }

    /// <summary>Neither results nor what was to become results are there; single cells that were done may be kept.</summary>
    protected void ShouldHaveNoResults() => (Directory.Exists(Results) ? Directory.EnumerateFileSystemEntries(Results).Select(Path.GetFileName) : [])
        .ShouldBeSubsetOf(["cells.jsonl"]);
}
