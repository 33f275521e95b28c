using System.Globalization;
using Geometry.Networks;
using Microsoft.ML.Runtime;

namespace Geometry.MLNet;

/// <summary>Trains networks on rows that were read, and tells the log and the progress channel about it.</summary>
internal sealed class MlpTraining(IHost host, TrainingRows rows)
{
    /// <summary>Trains a network for each of the options.</summary>
    /// <param name="options">The networks.</param>
    /// <param name="threads">How many to train at a time; null for one a processor.</param>
    /// <param name="cancellation">Stops training between two steps.</param>
    /// <returns>One transformer a network, in their order.</returns>
    /// <exception cref="TrainingDivergedException">The loss of a network became NaN or infinite.</exception>
    public IReadOnlyList<MlpTransformer> Run(IReadOnlyList<MlpOptions> options, int? threads, CancellationToken cancellation)
    {
        using IChannel channel = host.Start("Training");
        using IProgressChannel progress = host.StartProgressChannel("Training");
        MlpOptions[] seeded = [.. options.Select(one => one.Seed is null ? one with { Seed = ContextSeed.Draw(host, channel) } : one)];
        (int Epoch, double Loss) last = (0, double.NaN);
        progress.SetHeader(new ProgressHeader(["Loss"], ["epochs"]), entry =>
        {
            entry.SetProgress(0, last.Epoch, seeded.Max(one => one.Epochs));
            entry.SetMetric(0, last.Loss);
        });
        IReadOnlyList<ReplicaResult> results = ReplicaTrainer.Train(rows.Data, seeded, default, threads, (network, report) =>
        {
            last = (report.Epoch, report.Loss);
            int epochs = seeded[network].Epochs;
            if (!IsReported(report.Epoch, epochs))
            {
                return;
            }

            string prefix = seeded.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"network {network + 1}, ");
            channel.Info(
                MessageSensitivity.None, "{0}epoch {1} of {2}: loss {3}", prefix, report.Epoch, epochs, report.Loss.ToString(CultureInfo.InvariantCulture));
            progress.Checkpoint(report.Loss, report.Epoch);
        }, cancellation);
        if (results.Any(result => result.Divergence is not null))
        {
            foreach (ReplicaResult result in results)
            {
                result.Dispose();
            }
        }

        return [.. results.Select(result => new MlpTransformer(
            rows.FeatureColumnName, NetworkLabel.Of(rows, result.Options.LossFor(rows.Form.Kind)), result.RequireTraining()))];
    }

    // Steps on small data take microseconds, so that a line for each of many epochs would take longer than training.
    private static bool IsReported(int epoch, int epochs)
    {
        int interval = 1;
        while (interval < 1000 && epoch > 10 * interval)
        {
            interval *= 10;
        }

        return epoch % interval == 0 || epoch == epochs;
    }
}
