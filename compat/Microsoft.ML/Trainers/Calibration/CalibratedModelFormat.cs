using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;

[assembly: LoadableComponent(CalibratedModelFormat.Signature, typeof(CalibratedModelFormat))]

namespace Microsoft.ML.Calibrators;

/// <summary>How calibrated models are saved.</summary>
internal static class CalibratedModelFormat
{
    public const string Signature = "CalibratedModel";
    public const string Predictor = "Predictor";
    public const string Calibrator = "Calibrator";

    private static CalibratedModelParametersBase Load(IHostEnvironment env, ModelLoadContext ctx) =>
        new CalibratedModelParameters<LinearBinaryModelParameters, PlattCalibrator>(
            ctx.LoadModel<LinearBinaryModelParameters>(env, Predictor),
            ctx.LoadModel<PlattCalibrator>(env, Calibrator));
}
