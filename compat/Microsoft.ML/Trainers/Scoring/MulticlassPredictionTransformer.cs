using System.Numerics.Tensors;
using Microsoft.ML.Rows;
using Microsoft.ML.Trainers;

namespace Microsoft.ML.Data;

/// <summary>Adds the predicted class and the scores of all classes.</summary>
public sealed class MulticlassPredictionTransformer<TModel> : SingleFeaturePredictionTransformerBase<TModel>
    where TModel : class
{
    private readonly ClassLabels _labels;

    internal MulticlassPredictionTransformer(IHostEnvironment env, TModel model, string featureColumnName, DataViewType featureColumnType, ClassLabels labels)
        : base(env.Register("MulticlassPredictionTransformer"), model, featureColumnName, featureColumnType) => _labels = labels;

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema, FindFeatures(inputSchema));

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        SaveBase(ctx, PredictionTransformerFormats.Multiclass);
        _labels.Save(ctx.Writer);
    }

    private sealed class Mapper(MulticlassPredictionTransformer<TModel> parent, DataViewSchema inputSchema, DataViewSchema.Column features) : ColumnMapper(inputSchema)
    {
        private readonly IVectorScorer _scorer = (IVectorScorer)parent.Model;

        public override void MarkDependencies(int added, bool[] input) => input[features.Index] = true;

        protected override DataViewSchema.DetachedColumn[] MakeColumns()
        {
            uint set = ScoreAnnotations.NextSetId(InputSchema);
            var predicted = ScoreAnnotations.Of(set, ScoreAnnotations.Multiclass, TrainerDefaults.PredictedLabel);
            var score = ScoreAnnotations.Of(set, ScoreAnnotations.Multiclass, TrainerDefaults.Score);
            if (parent._labels.HasValues)
            {
                parent._labels.AddValues(predicted, AnnotationKinds.KeyValues);
                parent._labels.AddSlotNames(score);
                parent._labels.AddValues(score, AnnotationKinds.TrainingLabelValues);
            }

            return
            [
                new(TrainerDefaults.PredictedLabel, new KeyDataViewType(typeof(uint), parent._labels.Type.Count), predicted.ToAnnotations()),
                new(TrainerDefaults.Score, new VectorDataViewType(NumberDataViewType.Single, _scorer.ClassCount), score.ToAnnotations()),
            ];
        }

        public override Delegate[] MakeGetters(DataViewRow input, bool[] active)
        {
            if (!active.Contains(true)) return new Delegate[active.Length];
            var scores = new RowScores(input, features, _scorer);
            Delegate[] all =
            [
                (ValueGetter<uint>)((ref uint destination) => destination = Best(in scores.Current)),
                (ValueGetter<VBuffer<float>>)((ref VBuffer<float> destination) => scores.Current.CopyTo(ref destination)),
            ];
            return [.. active.Select((wanted, i) => wanted ? all[i] : null)];
        }

        protected override Delegate MakeGetter(DataViewRow input, int added)
        {
            var active = new bool[AddedCount];
            active[added] = true;
            return MakeGetters(input, active)[added];
        }

        // The key of the best score, the first among equals; missing when the features were not numbers.
        private static uint Best(in VBuffer<float> scores)
        {
            int best = TensorPrimitives.IndexOfMax(scores.GetValues());
            return float.IsNaN(scores.GetValues()[best]) ? 0 : (uint)best + 1;
        }
    }
}
