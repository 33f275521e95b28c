using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Operations;

public class RowOperationTests
{
    private readonly MLContext _ml = new(1);
    private readonly IDataView _view;

    public RowOperationTests() => _view = _ml.Data.LoadFromEnumerable(Point.Make(100));

    [Fact]
    public void Take_and_skip_cut_the_rows()
    {
        Ids(_ml.Data.TakeRows(_view, 3)).ShouldBe([0, 1, 2]);
        Ids(_ml.Data.SkipRows(_view, 97)).ShouldBe([97, 98, 99]);
        Ids(_ml.Data.TakeRows(_ml.Data.SkipRows(_view, 10), 2)).ShouldBe([10, 11]);
        Ids(_ml.Data.SkipRows(_view, 1000)).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.TakeRows(_view, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.SkipRows(_view, -1));
    }

    [Fact]
    public void A_numeric_filter_includes_its_lower_bound_only()
    {
        Ids(_ml.Data.FilterRowsByColumn(_view, "A", 5, 8)).ShouldBe([5, 6, 7]);
        Ids(_ml.Data.FilterRowsByColumn(_view, "Id", lowerBound: 98)).ShouldBe([98, 99]);
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.FilterRowsByColumn(_view, "Text", 0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.FilterRowsByColumn(_view, "Zip", 0, 1));
    }

    [Fact]
    public void Rows_with_missing_values_go()
    {
        var rows = Point.Make(4);
        rows[1].A = float.NaN;
        rows[2].Vector = [1f, float.NaN, 2f];
        var view = _ml.Data.LoadFromEnumerable(rows);

        Ids(_ml.Data.FilterRowsByMissingValues(view, "A", "Vector")).ShouldBe([0, 3]);
        Ids(_ml.Data.FilterRowsByMissingValues(view, "A")).ShouldBe([0, 2, 3]);
    }

    [Fact]
    public void A_key_filter_takes_a_share_of_the_keys()
    {
        // Keys 1..3 of 3, 0 is missing.
        var kept = _ml.Data.FilterRowsByKeyColumnFraction(_view, "Key", 0, 1.0 / 3).GetColumn<uint>("Key").ToArray();

        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(k => k == 1);
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.FilterRowsByKeyColumnFraction(_view, "A"));
    }

    [Fact]
    public void A_shuffle_is_a_permutation_that_its_seed_decides()
    {
        var first = Ids(_ml.Data.ShuffleRows(_view, seed: 3));

        first.Order().ShouldBe(Enumerable.Range(0, 100));
        first.ShouldNotBe(Enumerable.Range(0, 100));
        Ids(_ml.Data.ShuffleRows(_view, seed: 3)).ShouldBe(first);
        Ids(_ml.Data.ShuffleRows(_view, seed: 4)).ShouldNotBe(first);
        Ids(_ml.Data.ShuffleRows(_view, seed: 3, shufflePoolSize: 7)).Order().ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public void A_shuffled_row_keeps_its_values_together()
    {
        foreach (var point in _ml.Data.CreateEnumerable<Point>(_ml.Data.ShuffleRows(_view, seed: 5, shufflePoolSize: 10), false))
        {
            point.A.ShouldBe(point.Id);
            point.Text.ShouldBe("t" + point.Id);
            point.Vector.ShouldBe([point.Id, point.Id + 0.5f, point.Id + 1f]);
        }
    }

    [Fact]
    public void A_bootstrap_sample_and_its_complement_share_no_row()
    {
        var sample = Ids(_ml.Data.BootstrapSample(_view, seed: 2));
        var rest = Ids(_ml.Data.BootstrapSample(_view, seed: 2, complement: true));

        sample.Distinct().Count().ShouldBeLessThan(sample.Length);
        sample.Intersect(rest).ShouldBeEmpty();
        sample.Union(rest).Count().ShouldBe(100);
    }

    [Fact]
    public void A_split_is_a_partition_near_the_fraction()
    {
        var split = _ml.Data.TrainTestSplit(_view, 0.3);
        var train = Ids(split.TrainSet);
        var test = Ids(split.TestSet);

        train.Intersect(test).ShouldBeEmpty();
        train.Length.ShouldBe(100 - test.Length);
        test.Length.ShouldBeInRange(10, 50);
        split.TrainSet.Schema.Select(c => c.Name).ShouldBe(_view.Schema.Select(c => c.Name));
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.TrainTestSplit(_view, 0)).Message.ShouldContain("Must be between 0 and 1 exclusive");
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.TrainTestSplit(_view, 1));
    }

    [Fact]
    public void Folds_cover_each_row_once()
    {
        var folds = _ml.Data.CrossValidationSplit(_view, 4);

        folds.Count.ShouldBe(4);
        folds.SelectMany(f => Ids(f.TestSet)).Order().ShouldBe(Enumerable.Range(0, 100));
        foreach (var fold in folds)
            Ids(fold.TrainSet).Concat(Ids(fold.TestSet)).Order().ShouldBe(Enumerable.Range(0, 100));
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.CrossValidationSplit(_view, 1)).Message.ShouldContain("Must be more than 1");
    }

    [Fact]
    public void Seeds_decide_the_split()
    {
        var first = Ids(_ml.Data.TrainTestSplit(_view, 0.5).TestSet);

        Ids(_ml.Data.TrainTestSplit(_view, 0.5).TestSet).ShouldBe(first);
        Ids(new MLContext(1).Data.TrainTestSplit(_view, 0.5).TestSet).ShouldBe(first);
        Ids(new MLContext(2).Data.TrainTestSplit(_view, 0.5).TestSet).ShouldNotBe(first);
        Ids(_ml.Data.TrainTestSplit(_view, 0.5, seed: 9).TestSet).ShouldBe(Ids(new MLContext(5).Data.TrainTestSplit(_view, 0.5, seed: 9).TestSet));
    }

    [Theory]
    [InlineData("Key")]
    [InlineData("Group")]
    public void A_sampling_key_keeps_its_groups_together(string key)
    {
        var view = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 60).Select(i => new Grouped { Id = i, Group = "g" + (i % 12), Key = (uint)(i % 12) + 1 }).ToArray());
        var split = _ml.Data.TrainTestSplit(view, 0.4, key);
        var train = split.TrainSet.GetColumn<int>("Id").Select(i => i % 12).Distinct();
        var test = split.TestSet.GetColumn<int>("Id").Select(i => i % 12).Distinct();

        train.Intersect(test).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.TrainTestSplit(view, 0.4, "Nowhere"));
    }

    private static int[] Ids(IDataView view) => [.. view.GetColumn<int>("Id")];

    private sealed class Grouped
    {
        public int Id { get; set; }

        public string Group { get; set; } = "";

        [KeyType(12)]
        public uint Key { get; set; }
    }
}
