using Geometry.MLNet.Tests.Views;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Data;

/// <summary>Images of CIFAR files, and of gratings, as a view.</summary>
public sealed class CifarViewTests : IDisposable
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cifar");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Pixels_keep_their_channels_and_places()
    {
        IDataView view = _ml.Geometry.Data.LoadFromCifarFiles([File("a", [4], [1]), File("b", [9])], CifarFormat.Cifar10);
        view.Schema["Features"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3, 32, 32));
        view.GetRowCount().ShouldBe(3);
        view.Schema.Select(column => column.Name).ShouldBe(["Features", "Condition"]);
        Columns.Values<uint>(view, "Condition").ShouldBe([5u, 2u, 10u]);
        Columns.Vectors(view, "Features")[1].ShouldBe(Enumerable.Range(1, 3072).Select(i => (byte)i / 255f));
    }

    [Fact]
    public void Superclasses_are_a_column_and_can_be_named_by_targets()
    {
        string[] classes = [.. Enumerable.Range(0, 100).Select(i => $"c{i}")], groups = [.. Enumerable.Range(0, 20).Select(i => $"g{i}")];
        var options = new ImageLoadOptions
        {
            ClassNames = classes, SuperclassNames = groups, MaximumRows = 3,
            Targets = new Dictionary<string, IReadOnlyList<string>> { ["Group"] = ["g2", "g7"], ["Mixed"] = ["g2", "c5"] },
        };
        IDataView view = _ml.Geometry.Data.LoadFromCifarFiles([File("a", [2, 99], [7, 5], [0, 1], [2, 2])], CifarFormat.Cifar100, options);
        view.GetRowCount().ShouldBe(3);
        Columns.Values<uint>(view, "Superclass").ShouldBe([3u, 8u, 1u]);
        Columns.Values<uint>(view, "Condition").ShouldBe([100u, 6u, 2u]);
        Columns.Values<bool>(view, "Group").ShouldBe([true, true, false]);
        Columns.Values<bool>(view, "Mixed").ShouldBe([true, true, false]);
        Should.Throw<ArgumentException>(() => _ml.Geometry.Data.LoadFromCifarFiles([File("b", [2, 99])], CifarFormat.Cifar100, options with
        {
            Targets = new Dictionary<string, IReadOnlyList<string>> { ["All"] = groups },
        })).Message.ShouldStartWith("Target 'All' is true for every class");
    }

    [Fact]
    public void Gratings_have_the_shape_of_images()
    {
        IDataView view = _ml.Geometry.Data.FromTask(new GratingsTask { Size = 4, Cycles = 1, Targets = ["Orientation", "Colour"] }, rows: 20, seed: 3);
        view.Schema["Features"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3, 4, 4));
        view.Schema.Select(column => column.Name).ShouldBe(["Features", "Condition", "Orientation", "Colour", "Label"]);
    }

    [Fact]
    public void An_unknown_part_is_refused_before_anything_is_looked_for() =>
        Should.Throw<ArgumentException>(() => _ml.Geometry.Data.LoadDataset("cifar-10", "validation")).Message
            .ShouldBe("The data set 'cifar-10' has no part 'validation'. It has: train, test.");

    // Records with the given labels; pixel p of image i is i + p, modulo 256.
    private string File(string name, params byte[][] labels)
    {
        string path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, [.. labels.SelectMany((record, i) => (byte[])[.. record, .. Enumerable.Range(i, 3072).Select(p => (byte)p)])]);
        return path;
    }
}
