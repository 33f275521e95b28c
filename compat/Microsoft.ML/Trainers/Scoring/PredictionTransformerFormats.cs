using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;

[assembly: LoadableComponent(PredictionTransformerFormats.Binary, typeof(PredictionTransformerFormats.BinaryLoader))]
[assembly: LoadableComponent(PredictionTransformerFormats.Multiclass, typeof(PredictionTransformerFormats.MulticlassLoader))]

namespace Microsoft.ML.Trainers;

/// <summary>Brings prediction transformers back with the model type that they had when they were trained.</summary>
internal static class PredictionTransformerFormats
{
    public const string Binary = "BinaryPrediction";
    public const string Multiclass = "MulticlassPrediction";

    internal static class BinaryLoader
    {
        private static ITransformer Load(IHostEnvironment env, ModelLoadContext ctx)
        {
            var (name, type, model) = SingleFeaturePredictionTransformerBase<object>.LoadBase(env, ctx);
            float threshold = ctx.Reader.ReadSingle();
            return model switch
            {
                CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> calibrated =>
                    new BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>(env, calibrated, name, type, threshold),
                LinearBinaryModelParameters linear => new BinaryPredictionTransformer<LinearBinaryModelParameters>(env, linear, name, type, threshold),
                _ => throw Check.ExceptDecode($"A {model.GetType().Name} does not decide between two classes"),
            };
        }
    }

    internal static class MulticlassLoader
    {
        private static ITransformer Load(IHostEnvironment env, ModelLoadContext ctx)
        {
            var (name, type, model) = SingleFeaturePredictionTransformerBase<object>.LoadBase(env, ctx);
            var labels = ClassLabels.Load(ctx.Reader);
            return model switch
            {
                MaximumEntropyModelParameters entropy => new MulticlassPredictionTransformer<MaximumEntropyModelParameters>(env, entropy, name, type, labels),
                _ => throw Check.ExceptDecode($"A {model.GetType().Name} does not choose among classes"),
            };
        }
    }
}
