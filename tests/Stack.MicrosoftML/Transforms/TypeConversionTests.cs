using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Transforms;

public class TypeConversionTests
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _view;

    public TypeConversionTests() => _view = _ml.Data.LoadFromEnumerable(
    [
        new Row { Integer = -3, Flag = true, Text = "1.5", Byte = 200, Vector = [1, 2] },
        new Row { Integer = 7, Flag = false, Text = "x", Byte = 3, Vector = [0, -4] },
    ]);

    [Fact]
    public void The_default_target_is_single_precision()
    {
        var converted = Convert(_ml.Transforms.Conversion.ConvertType("Integer"));

        converted.Schema["Integer"].Type.ShouldBe(NumberDataViewType.Single);
        converted.GetColumn<float>("Integer").ShouldBe([-3, 7]);
    }

    [Fact]
    public void Booleans_become_one_and_zero()
    {
        var converted = Convert(_ml.Transforms.Conversion.ConvertType("Number", "Flag"));

        converted.GetColumn<float>("Number").ShouldBe([1, 0]);
    }

    [Fact]
    public void Text_is_read_and_what_cannot_be_read_is_missing() =>
        Convert(_ml.Transforms.Conversion.ConvertType("Text")).GetColumn<float>("Text").ShouldBe([1.5f, float.NaN]);

    [Fact]
    public void Vectors_keep_their_size()
    {
        var converted = Convert(_ml.Transforms.Conversion.ConvertType("Vector", outputKind: DataKind.Double));

        converted.Schema["Vector"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Double, 2));
        converted.GetColumn<double[]>("Vector").ShouldBe([[1, 2], [0, -4]]);
    }

    [Fact]
    public void Several_columns_are_converted_at_once()
    {
        var converted = Convert(_ml.Transforms.Conversion.ConvertType([new InputOutputColumnPair("A", "Byte"), new InputOutputColumnPair("B", "Integer")], DataKind.Int64));

        converted.GetColumn<long>("A").ShouldBe([200L, 3]);
        converted.GetColumn<long>("B").ShouldBe([-3L, 7]);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Convert(_ml.Transforms.Conversion.ConvertType("None")))
            .Message.ShouldBe("Could not find input column 'None' (Parameter 'inputSchema')");

    private IDataView Convert(IEstimator<ITransformer> estimator) => estimator.Fit(_view).Transform(_view);

    public sealed class Row
    {
        public int Integer { get; set; }

        public bool Flag { get; set; }

        public string Text { get; set; } = "";

        public byte Byte { get; set; }

        [VectorType(2)]
        public float[] Vector { get; set; } = [];
    }
}
