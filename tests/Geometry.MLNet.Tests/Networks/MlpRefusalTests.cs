using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>What a network cannot learn from is refused with the place and the remedy.</summary>
public class MlpRefusalTests
{
    private const string Types = "expected Boolean, Key<UInt32>, Single, Vector<Boolean> or Vector<Single>, got ";

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void A_missing_column_is_named_with_those_that_there_are() => Refused<ArgumentOutOfRangeException>(
        "Flag", "Pixels", Blobs.View(_ml),
        "Could not find feature column 'Pixels'. The columns here are: Features, Flag, ZeroOne, Flags, Height, Kind, Days, Count. (Parameter 'input')");

    [Fact]
    public void A_missing_label_is_named_with_those_that_there_are() => Refused<ArgumentOutOfRangeException>(
        "Label", "Features", Blobs.View(_ml),
        "Could not find label column 'Label'. The columns here are: Features, Flag, ZeroOne, Flags, Height, Kind, Days, Count. (Parameter 'input')");

    [Fact]
    public void Features_that_are_no_numbers_are_refused_with_the_remedy() => Refused<ArgumentOutOfRangeException>(
        "Flag", "Kind", Blobs.View(_ml),
        "Schema mismatch for feature column 'Kind': expected Vector<Single>, got String. "
        + "Make one with Concatenate, after ConvertType to Single where the numbers are of another type. (Parameter 'input')");

    [Fact]
    public void Features_of_unknown_size_are_refused() => Refused<ArgumentOutOfRangeException>(
        "Flag", "Features", _ml.Data.LoadFromEnumerable(new[] { new { Features = new float[2], Flag = true } }),
        "Schema mismatch for feature column 'Features': expected Vector<Single>, got Vector<Single>. "
        + "Make one with Concatenate, after ConvertType to Single where the numbers are of another type. (Parameter 'input')");

    [Theory]
    [InlineData("Kind", "String")]
    [InlineData("Days", "TimeSpan")]
    [InlineData("Count", "Int32")]
    public void A_label_of_a_type_that_is_no_label_is_refused_with_the_remedy(string label, string type) => Refused<ArgumentOutOfRangeException>(
        label, "Features", Blobs.View(_ml),
        $"Schema mismatch for label column '{label}': {Types}{type}. Make a Boolean label with ConvertType for two classes, a key with MapValueToKey for "
        + "several, Single for real numbers (with the squared error). (Parameter 'input')");

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "infinite")]
    public void A_feature_that_is_not_finite_is_named_with_its_row_and_column(float value, string what) => Refused<ArgumentException>(
        "Flag", "Features", Rows((false, [0, 1]), (true, [1, 0]), (true, [2, value])),
        $"Feature column 'Features': The feature in row 2, column 1 is {what}. Replace or drop missing values before training.");

    [Fact]
    public void One_class_is_refused() => Refused<ArgumentException>(
        "Flag", "Features", Rows((true, [0, 1]), (true, [1, 0])),
        "Label column 'Flag': The binary target in column 0 is 1 in all 2 rows, so there is one class only and nothing to learn. Give rows of both classes.");

    [Fact]
    public void One_class_of_a_key_is_refused() => Refused<ArgumentException>(
        "Key", "Features", _ml.Data.TakeRows(_ml.Data.FilterRowsByColumn(Blobs.WithKey(_ml), "Height", 2.5), 1),
        "Label column 'Key': All 1 rows are of class 2, so there is one class only and nothing to learn. Give rows of at least two classes.");

    [Fact]
    public void No_rows_are_refused() => Refused<ArgumentException>(
        "Flag", "Features", Rows(), "Label column 'Flag': There are no rows to train on.");

    [Fact]
    public void Numbers_other_than_0_and_1_are_refused_unless_the_loss_is_the_squared_error()
    {
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Mlp("Height", "Features").Fit(Blobs.View(_ml))).Message
            .ShouldMatch("^Label column 'Height': The binary target in row 0, column 0 is [-0-9.E]+; it must be 0 or 1.$");
        _ml.Geometry.Networks.Mlp("Height", "Features", new MlpOptions { Loss = MlpLoss.MeanSquaredError, Epochs = 1 }).Fit(Blobs.View(_ml)).ShouldNotBeNull();
    }

    [Fact]
    public void A_missing_key_is_named_with_its_row()
    {
        IDataView known = Blobs.View(_ml, 3), more = Columns.View(
            _ml, [new { Kind = "left", Features = new float[2] }, new { Kind = "nowhere", Features = new float[2] }], ("Features", 2));
        Refused<ArgumentException>(
            "Key", "Features", _ml.Transforms.Conversion.MapValueToKey("Key", "Kind").Fit(known).Transform(more),
            "Label column 'Key': row 1 has a missing label. Drop it, for example with Data.FilterRowsByMissingValues.");
    }

    [Fact]
    public void A_key_of_too_many_values_is_refused() => Refused<ArgumentException>(
        "Key", "Features", _ml.Data.LoadFromEnumerable(new[] { new HashRow { Key = 7 }, new HashRow { Key = 4_000_000_000 } }),
        "Label column 'Key': its key may have 4294967295 values, too many for an output each (at most 65536). "
        + "Make a key of the values that occur with Conversion.MapValueToKey.");

    [Fact]
    public void Data_of_another_width_is_refused_when_the_network_is_applied()
    {
        IDataView wide = Columns.View(_ml, [new { Features = new float[3] }], ("Features", 3));
        MlpTransformer transformer = _ml.Geometry.Networks.Mlp("Flag", "Features", new MlpOptions { Epochs = 1 }).Fit(Blobs.View(_ml));
        Should.Throw<ArgumentOutOfRangeException>(() => transformer.Transform(wide)).Message.ShouldBe(
            "Schema mismatch for feature column 'Features': expected Vector<Single, 2>, got Vector<Single, 3>. The network was made for the former; "
            + "give it the columns that it was fitted on. (Parameter 'inputSchema')");
    }

    [Fact]
    public void Vectors_that_break_their_promise_are_named_with_their_row()
    {
        IDataView ragged = Columns.View(_ml, [new { Features = new float[2], Flag = true }, new { Features = new float[3], Flag = false }], ("Features", 2));
        Should.Throw<InvalidOperationException>(() => _ml.Geometry.Networks.Mlp("Flag", "Features").Fit(ragged)).Message
            .ShouldBe("Column 'Features' promises vectors of 2 numbers, but row 1 has 3.");
    }

    [Fact]
    public void Options_out_of_range_are_all_listed_when_the_estimator_is_made()
    {
        var options = new MlpOptions { HiddenWidths = [0], BatchSize = 0, InputNoise = double.NaN };
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Mlp("Flag", "Features", options)).Message.ShouldBe(
            "MlpOptions has 3 settings out of range:\n"
            + "  HiddenWidths = [0]: must be one or more widths from 1 to 65536.\n"
            + "  BatchSize = 0: must be at least 1.\n"
            + "  InputNoise = NaN: must be a finite number of at least 0.");
    }

    private void Refused<TException>(string label, string features, IDataView data, string message)
        where TException : Exception =>
        Should.Throw<TException>(() => _ml.Geometry.Networks.Mlp(label, features).Fit(data)).Message.ShouldBe(message);

    private IDataView Rows(params (bool Flag, float[] Features)[] rows) =>
        Columns.View(_ml, rows.Select(row => new { row.Features, row.Flag }), ("Features", 2));

    private sealed class HashRow
    {
        [VectorType(2)]
        public float[] Features { get; init; } = [0, 0];

        [KeyType(uint.MaxValue)]
        public uint Key { get; init; }
    }
}
