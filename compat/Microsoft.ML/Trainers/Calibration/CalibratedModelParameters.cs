using Microsoft.ML.Trainers;

namespace Microsoft.ML.Calibrators;

/// <summary>A scoring model and a calibrator, saved as two parts.</summary>
internal sealed class CalibratedModelParameters<TSubModel, TCalibrator>(TSubModel subModel, TCalibrator calibrator)
    : CalibratedModelParametersBase<TSubModel, TCalibrator>(subModel, calibrator), IScalarScorer, ICanSaveModel
    where TSubModel : class, IScalarScorer, ICanSaveModel
    where TCalibrator : class, ICalibrator, ICanSaveModel
{
    float IScalarScorer.Score(in VBuffer<float> features) => SubModel.Score(in features);

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        Check.Value(ctx, nameof(ctx));
        ctx.SetSignature(CalibratedModelFormat.Signature);
        ctx.SaveModel(CalibratedModelFormat.Predictor, SubModel);
        ctx.SaveModel(CalibratedModelFormat.Calibrator, Calibrator);
    }
}
