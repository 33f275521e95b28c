using System.Diagnostics;
using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Geometry.Seeding;
using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.MLNet.Tests.Models;

/// <summary>10,000 damaged model files: each gives a clear error, or loads as what it was; none takes much memory.</summary>
[Collection(nameof(Alone))]
public class FuzzTests
{
    private const int Files = 10_000;
    private const long MostBytes = 200L << 20;

    private static readonly ModelLoadOptions s_options = new()
    {
        Modules = new Dictionary<string, Func<nn.Module<Tensor, Tensor>>> { ["head"] = Head },
    };

    [Fact]
    public void Damaged_files_give_errors_and_take_little_memory()
    {
        var ml = new MLContext(seed: 1);
        IDataView data = Pictures.View(ml, 20);
        byte[] file = File(ml, data);
        IReadOnlyList<string> expected = Values(ml.Geometry.Model.Load(new MemoryStream(file), out _, s_options), data);
        var entries = ArchiveBytes.Entries(file);
        ArchiveBytes.Of(entries).ShouldBe(file);
        Dictionary<string, int> refused = [], loaded = [];
        using Process process = Process.GetCurrentProcess();
        long before = Resident(process), most = before;
        for (int i = 0; i < Files; i++)
        {
            if (i % 100 == 0)
            {
                // What is to be bounded is what files take, not the garbage of thousands of them.
                process.Refresh();
                most = Math.Max(most, process.WorkingSet64);
                Resident(process);
            }

            var random = new RandomStream(i, "damage");
            bool isAttack = i % 2 == 0;
            IReadOnlyList<string> kinds = isAttack ? Damage.Attacks : Damage.Accidents;

            // Those that are slow to make are rare.
            string kind = kinds[random.NextInt32(kinds.Count)];
            kind = kind is "bomb" or "many" && i % 50 != 0 ? "json" : kind;
            byte[] damaged = new Damage(random, file, entries).Of(kind);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            Exception? exception = Record.Exception(() =>
            {
                ITransformer model = ml.Geometry.Model.Load(new MemoryStream(damaged, writable: false), out _, s_options);
                if (!isAttack)
                {
                    Values(model, data).ShouldBe(expected, $"file {i}, {kind}");
                }
            });
            (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(MostBytes, $"file {i}, {kind}");
            if (exception is null)
            {
                loaded[kind] = loaded.GetValueOrDefault(kind) + 1;
                continue;
            }

            (exception is InvalidDataException or InvalidOperationException && exception.Message.Length > 20).ShouldBeTrue($"file {i}, {kind}: {exception}");
            refused[kind] = refused.GetValueOrDefault(kind) + 1;
        }

        (most - before).ShouldBeLessThan(MostBytes);

        // Every kind of damage was there and told; what loads nevertheless are bits without meaning, and JSON that says something else.
        refused.Keys.ShouldBe(Damage.Accidents.Concat(Damage.Attacks).Distinct(), ignoreOrder: true);
        loaded.Keys.ShouldBeSubsetOf(["flip", "overwrite", "directory", "json", "header", "swap", "numbers", "length"]);
        loaded.Values.Sum().ShouldBeLessThan(Files / 5);
    }

    // The memory of the process without garbage.
    private static long Resident(Process process)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        process.Refresh();
        return process.WorkingSet64;
    }

    private static nn.Module<Tensor, Tensor> Head() => nn.Sequential(("fc", nn.Linear(3, 2)), ("act", nn.ReLU()));

    private static byte[] File(MLContext ml, IDataView data)
    {
        var convolutional = new ConvNetOptions
        {
            ImageShape = [1, 8, 8], Architecture = ConvNetArchitecture.Parse("conv(2,3,4) average"), Epochs = 0, Seed = 1, Outputs = [new ConvNetOutput("Average")],
        };
        var mlp = new MlpOptions { HiddenWidths = [3], Epochs = 1, Seed = 1 };
        var inner = ml.Geometry.Networks.Mlp("Key", "Pixels", mlp)
            .Append(ml.Geometry.Networks.Module(Head(), "Hidden1", [new ModuleOutput("Head"), new ModuleOutput("Drive", "fc")], new ModuleOptions { Name = "head" }));
        var chain = ml.Transforms.NormalizeMinMax("Pixels")
            .Append(inner)
            .Append(ml.Geometry.Networks.Convolutional("Stands", "Pixels", convolutional))
            .Append(ml.Transforms.CopyColumns("Copy", "Hidden1"))
            .Append(ml.Geometry.Scores.Ccgp("Hidden1", ["Key"]), TransformerScope.Testing);
        using MemoryStream stream = new();
        ml.Geometry.Model.Save(chain.Fit(data), data.Schema, stream);
        return stream.ToArray();
    }

    // Sizes, types and bits of what the model computes.
    private static IReadOnlyList<string> Values(ITransformer model, IDataView data)
    {
        IDataView view = model.Transform(data);
        return
        [
            .. view.Schema.Select(column => $"{column.Name} {column.Type}"),
            .. new[] { "Pixels", "Hidden1", "Head", "Drive", "Average", "Copy" }.SelectMany(name => Columns.Vectors(view, name)).SelectMany(row => row)
                .Select(value => $"{BitConverter.SingleToInt32Bits(value)}"),
        ];
    }
}
