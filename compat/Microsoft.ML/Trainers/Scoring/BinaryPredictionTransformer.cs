using Microsoft.ML.Calibrators;
using Microsoft.ML.Rows;
using Microsoft.ML.Trainers;

namespace Microsoft.ML.Data;

/// <summary>Adds the decision between two classes, its score, and its probability where the model is calibrated.</summary>
public sealed class BinaryPredictionTransformer<TModel> : SingleFeaturePredictionTransformerBase<TModel>
    where TModel : class
{
    internal BinaryPredictionTransformer(IHostEnvironment env, TModel model, string featureColumnName, DataViewType featureColumnType, float threshold = 0)
        : base(env.Register("BinaryPredictionTransformer"), model, featureColumnName, featureColumnType) => Threshold = threshold;

    internal float Threshold { get; }

    internal BinaryPredictionTransformer<TModel> WithThreshold(float threshold) => new(Host, Model, FeatureColumnName, FeatureColumnType, threshold);

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema, FindFeatures(inputSchema));

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        SaveBase(ctx, PredictionTransformerFormats.Binary);
        ctx.Writer.Write(Threshold);
    }

    private sealed class Mapper(BinaryPredictionTransformer<TModel> parent, DataViewSchema inputSchema, DataViewSchema.Column features) : ColumnMapper(inputSchema)
    {
        private readonly IScalarScorer _scorer = (IScalarScorer)parent.Model;
        private readonly ICalibrator _calibrator = (parent.Model as CalibratedModelParametersBase)?.Calibrator;

        public override void MarkDependencies(int added, bool[] input) => input[features.Index] = true;

        protected override DataViewSchema.DetachedColumn[] MakeColumns()
        {
            uint set = ScoreAnnotations.NextSetId(InputSchema);
            var columns = new List<DataViewSchema.DetachedColumn>
            {
                new(TrainerDefaults.PredictedLabel, BooleanDataViewType.Instance, ScoreAnnotations.Of(set, ScoreAnnotations.Binary, TrainerDefaults.PredictedLabel).ToAnnotations()),
                new(TrainerDefaults.Score, NumberDataViewType.Single, ScoreAnnotations.Of(set, ScoreAnnotations.Binary, TrainerDefaults.Score).ToAnnotations()),
            };
            if (_calibrator is not null)
            {
                var annotations = ScoreAnnotations.Of(set, ScoreAnnotations.Binary, TrainerDefaults.Probability);
                annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
                columns.Add(new(TrainerDefaults.Probability, NumberDataViewType.Single, annotations.ToAnnotations()));
            }

            return [.. columns];
        }

        public override Delegate[] MakeGetters(DataViewRow input, bool[] active)
        {
            if (!active.Contains(true)) return new Delegate[active.Length];
            var score = new RowScore(input, features, _scorer);
            Delegate[] all =
            [
                (ValueGetter<bool>)((ref bool destination) => destination = score.Current > parent.Threshold),
                (ValueGetter<float>)((ref float destination) => destination = score.Current),
                (ValueGetter<float>)((ref float destination) => destination = _calibrator.PredictProbability(score.Current)),
            ];
            return [.. active.Select((wanted, i) => wanted ? all[i] : null)];
        }

        protected override Delegate MakeGetter(DataViewRow input, int added)
        {
            var active = new bool[AddedCount];
            active[added] = true;
            return MakeGetters(input, active)[added];
        }
    }
}
