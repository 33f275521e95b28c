using Geometry.MLNet.Tests.Views;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Data;

/// <summary>Images of IDX files as a view.</summary>
public sealed class IdxViewTests : IDisposable
{
    private static readonly string[] Names = ["ape", "bee", "cat"];

    private readonly MLContext _ml = new(seed: 1);
    private readonly IdxFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Pixels_are_scaled_and_keep_their_place()
    {
        IDataView view = _ml.Geometry.Data.LoadFromIdxFiles(_files.Images, _files.Labels);
        view.Schema["Features"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 1, 2, 3));
        float[][] pixels = Columns.Vectors(view, "Features");
        pixels.Length.ShouldBe(IdxFiles.Count);
        pixels[4].ShouldBe(Enumerable.Range(40, 6).Select(value => value / 255f));
    }

    [Fact]
    public void Classes_are_conditions_with_names()
    {
        IDataView view = _ml.Geometry.Data.LoadFromIdxFiles(_files.Images, _files.Labels, new ImageLoadOptions { ClassNames = Names });
        Columns.Values<uint>(view, "Condition").ShouldBe([1u, 2u, 3u, 1u, 2u, 3u]);
        IDataView named = _ml.Transforms.Conversion.MapKeyToValue("Name", "Condition").Fit(view).Transform(view);
        Columns.Values<string>(named, "Name").ShouldBe(["ape", "bee", "cat", "ape", "bee", "cat"]);
        _ml.Geometry.Scores.Ccgp("Features", ["Condition"]).Fit(view).Conditions.ShouldBe(Names);
    }

    [Fact]
    public void Without_names_classes_are_numbers() =>
        _ml.Geometry.Scores.Ccgp("Features", ["Condition"]).Fit(_ml.Geometry.Data.LoadFromIdxFiles(_files.Images, _files.Labels)).Conditions
            .ShouldBe(["0", "1", "2"]);

    [Fact]
    public void Targets_are_Boolean_columns()
    {
        IDataView view = Load(new() { ["Pet"] = ["cat"], ["Animal"] = ["ape", "cat"] });
        Columns.Values<bool>(view, "Pet").ShouldBe([false, false, true, false, false, true]);
        Columns.Values<bool>(view, "Animal").ShouldBe([true, false, true, true, false, true]);
    }

    [Fact]
    public void The_first_rows_are_enough()
    {
        IDataView view = _ml.Geometry.Data.LoadFromIdxFiles(_files.Images, _files.Labels, new ImageLoadOptions { MaximumRows = 2 });
        view.GetRowCount().ShouldBe(2);
        Columns.Vectors(view, "Features").Length.ShouldBe(2);
    }

    [Fact]
    public void A_target_of_unknown_classes_is_refused_with_those_that_there_are() =>
        Should.Throw<ArgumentException>(() => Load(new() { ["Pet"] = ["cat", "dog"] })).Message
            .ShouldBe("Target 'Pet' names classes that the images do not have: dog. They have: ape, bee, cat.");

    [Fact]
    public void A_target_that_divides_nothing_is_refused()
    {
        Should.Throw<ArgumentException>(() => Load(new() { ["Pet"] = [] })).Message
            .ShouldBe("Target 'Pet' is false for every class, so there is one class only and nothing to learn. Name some of: ape, bee, cat.");
        Should.Throw<ArgumentException>(() => Load(new() { ["Pet"] = Names })).Message
            .ShouldBe("Target 'Pet' is true for every class, so there is one class only and nothing to learn. Name some of: ape, bee, cat.");
    }

    [Fact]
    public void No_rows_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => _ml.Geometry.Data.LoadFromIdxFiles(_files.Images, _files.Labels, new ImageLoadOptions { MaximumRows = 0 })).Message
            .ShouldStartWith("Load at least one image, or leave MaximumRows null for all.");

    [Fact]
    public void Missing_and_truncated_files_are_named()
    {
        Should.Throw<FileNotFoundException>(() => _ml.Geometry.Data.LoadFromIdxFiles(_files.Images + "0", _files.Labels)).Message
            .ShouldContain(_files.Images + "0");
        File.WriteAllBytes(_files.Images, File.ReadAllBytes(_files.Images)[..30]);
        Should.Throw<InvalidDataException>(() => _ml.Geometry.Data.LoadFromIdxFiles(_files.Images, _files.Labels)).Message.ShouldContain(_files.Images);
    }

    private IDataView Load(Dictionary<string, IReadOnlyList<string>> targets) =>
        _ml.Geometry.Data.LoadFromIdxFiles(_files.Images, _files.Labels, new ImageLoadOptions { ClassNames = Names, Targets = targets });
}
