using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Stack.MicrosoftML.External;

namespace Stack.MicrosoftML.Chains;

public class ChainTests
{
    private readonly MLContext _ml = new(1);
    private readonly IDataView _view;

    public ChainTests() => _view = _ml.Data.LoadFromEnumerable(Point.Make(6));

    [Fact]
    public void The_last_transformer_keeps_its_type()
    {
        EstimatorChain<ColumnCopyingTransformer> chain = _ml.Transforms.Concatenate("F", "A", "B").Append(_ml.Transforms.CopyColumns("G", "F"));

        chain.LastEstimator.ShouldBeOfType<ColumnCopyingEstimator>();
        TransformerChain<ColumnCopyingTransformer> model = chain.Fit(_view);
        model.LastTransformer.ShouldNotBeNull();
        model.Count().ShouldBe(2);
    }

    [Fact]
    public void Scopes_choose_the_links()
    {
        var model = _ml.Transforms.CopyColumns("X", "A")
            .Append(_ml.Transforms.CopyColumns("Y", "A"), TransformerScope.Training)
            .Append(_ml.Transforms.CopyColumns("Z", "A"), TransformerScope.Scoring)
            .Fit(_view);

        model.GetModelFor(TransformerScope.Scoring).GetOutputSchema(_view.Schema).Skip(_view.Schema.Count).Select(c => c.Name).ShouldBe(["X", "Z"]);
        model.Transform(_view, TransformerScope.Training).Schema.Skip(_view.Schema.Count).Select(c => c.Name).ShouldBe(["X", "Y"]);
        model.Transform(_view).Schema.Count.ShouldBe(_view.Schema.Count + 3);
    }

    [Fact]
    public void A_schema_error_anywhere_shows_before_anything_is_trained()
    {
        var first = new DoublingEstimator("Twice", "A");

        Should.Throw<ArgumentOutOfRangeException>(() => first.Append(_ml.Transforms.CopyColumns("Y", "Emb")).Fit(_view))
            .Message.ShouldBe("Could not find input column 'Emb' (Parameter 'inputSchema')");
        first.Fits.ShouldBe(0);
    }

    [Fact]
    public void A_fit_delegate_sees_the_fitted_transformer()
    {
        ITransformer? seen = null;
        var model = _ml.Transforms.CopyColumns("X", "A").WithOnFitDelegate(t => seen = t).Append(_ml.Transforms.CopyColumns("Y", "X")).Fit(_view);

        seen.ShouldBeSameAs(model.First());
    }

    [Fact]
    public void Disposing_a_chain_disposes_its_links()
    {
        var link = new DoublingTransformer("Twice", "A");

        new TransformerChain<ITransformer>(link).Dispose();

        link.Disposed.ShouldBeTrue();
    }

    [Fact]
    public void A_cache_checkpoint_spares_the_links_before_it()
    {
        int calls = 0;
        var mapping = _ml.Transforms.CustomMapping<Point, Sum>((p, s) =>
        {
            Interlocked.Increment(ref calls);
            s.Total = p.A + p.B;
        }, null);
        var counting = new CountingEstimator("Total");
        mapping.AppendCacheCheckpoint(_ml).Append(counting).Fit(_view);

        counting.Rows.ShouldBe(18);
        calls.ShouldBe(6);
    }

    private sealed class Sum
    {
        public float Total { get; set; }
    }

    /// <summary>Reads its column three times, as an iterative trainer does.</summary>
    private sealed class CountingEstimator(string column) : IEstimator<DoublingTransformer>
    {
        public int Rows { get; private set; }

        public DoublingTransformer Fit(IDataView input)
        {
            for (int pass = 0; pass < 3; pass++)
                Rows += input.GetColumn<float>(column).Count();
            return new DoublingTransformer("Twice", column);
        }

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
    }
}
