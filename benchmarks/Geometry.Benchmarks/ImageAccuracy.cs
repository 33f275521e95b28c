using System.Diagnostics;
using System.Globalization;
using Geometry.Benchmarks.Scores;
using Geometry.MLNet;
using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.Benchmarks;

/// <summary>What the small convolutional network reaches on 10,000 images of Fashion-MNIST in 3 epochs, and how long that takes, beside the bounds.</summary>
internal static class ImageAccuracy
{
    private const int TrainingImages = 10_000;
    private const double LeastAccuracy = 0.85, MostSeconds = 180;

    /// <summary>Trains with ReLU and with tanh; 2 when a bound was missed.</summary>
    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var ml = new MLContext(seed: 1);
        IDataView train = ml.Geometry.Data.LoadDataset("fashion-mnist", "train", new ImageLoadOptions { MaximumRows = TrainingImages });
        IDataView test = ml.Geometry.Data.LoadDataset("fashion-mnist", "test");
        bool kept = true;
        foreach (Nonlinearity nonlinearity in new[] { Nonlinearity.Relu, Nonlinearity.Tanh })
        {
            long start = Stopwatch.GetTimestamp();
            ConvolutionalTransformer model = ml.Geometry.Networks.Convolutional("Condition", "Features", new ConvNetOptions
            {
                Nonlinearity = nonlinearity, Epochs = 3, BatchSize = 32, LearningRate = 0.002, Schedule = LearningRateSchedule.Cosine(0.02), Seed = 1,
            }).Fit(train);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            double accuracy = ml.MulticlassClassification.Evaluate(model.Transform(test), "Condition").MicroAccuracy;
            kept &= Timing.Report($"accuracy on the test images, {nonlinearity}", accuracy, "", LeastAccuracy, atLeast: true);
            kept &= Timing.Report($"training, {nonlinearity}", seconds, "s", MostSeconds);
            model.Training.Dispose();
        }

        return kept ? 0 : 2;
    }
}
