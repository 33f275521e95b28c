using System.Globalization;
using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>Training tells the context's log what it does, and the transformer what it did.</summary>
public class TrainingLogTests
{
    private static readonly MlpOptions Options = new() { HiddenWidths = [4], Epochs = 3, Seed = 2 };

    [Fact]
    public void Each_epoch_is_a_line_with_its_loss()
    {
        (string[] lines, MlpTrainingResult result) = Train(Options);
        result.History.Count.ShouldBe(3);
        lines.Where(line => line.Contains("epoch")).ShouldBe(result.History.Select(report =>
            string.Create(CultureInfo.InvariantCulture, $"[Source=MlpEstimator; Training, Kind=Info] epoch {report.Epoch} of 3: loss {report.Loss}")));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            string[] losses = [.. Train(Options).Lines.Where(line => line.Contains("loss")).Select(line => line[line.IndexOf("loss")..])];
            losses.Length.ShouldBe(3);
            losses.ShouldAllBe(loss => loss.Contains('.') && !loss.Contains(','));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_seed_that_the_context_gave_is_in_the_log()
    {
        Train(Options).Lines.ShouldNotContain(line => line.Contains("seed"));
        Train(Options with { Seed = null }).Lines.Count(line => line.Contains("] seed ") && line.EndsWith(", drawn from the context")).ShouldBe(1);
    }

    [Fact]
    public void The_transformer_has_the_history_with_falling_losses()
    {
        MlpTrainingResult result = Train(Options with { Epochs = 30 }).Result;
        result.History.Select(report => report.Epoch).ShouldBe(Enumerable.Range(1, 30));
        result.History[^1].Loss.ShouldBeLessThan(result.History[0].Loss);
    }

    private static (string[] Lines, MlpTrainingResult Result) Train(MlpOptions options)
    {
        var ml = new MLContext(seed: 1);
        IDataView data = Blobs.View(ml);
        var lines = new List<string>();
        ml.Log += (_, message) => lines.Add(message.Message);
        MlpTrainingResult result = ml.Geometry.Networks.Mlp("Flag", "Features", options).Fit(data).Training;
        return ([.. lines], result);
    }
}
