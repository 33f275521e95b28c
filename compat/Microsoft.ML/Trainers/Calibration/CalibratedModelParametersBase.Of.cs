namespace Microsoft.ML.Calibrators;

/// <summary>A model with the calibrator of its scores.</summary>
public abstract class CalibratedModelParametersBase<TSubModel, TCalibrator> : CalibratedModelParametersBase
    where TSubModel : class
    where TCalibrator : class, ICalibrator
{
    private protected CalibratedModelParametersBase(TSubModel subModel, TCalibrator calibrator)
        : base(subModel, calibrator)
    {
        SubModel = subModel;
        Calibrator = calibrator;
    }

    public new TSubModel SubModel { get; }

    public new TCalibrator Calibrator { get; }
}
