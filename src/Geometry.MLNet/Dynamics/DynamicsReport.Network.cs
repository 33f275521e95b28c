using Geometry.Networks;
using Geometry.Scores;

namespace Geometry.MLNet;

/// <content>The comparison with a trained network.</content>
internal sealed partial class DynamicsReport
{
    private void AddNetwork(Representation features, MlpOptions network)
    {
        int columns = _targets.Count;
        float[] values = new float[features.Rows * columns];
        for (int row = 0; row < features.Rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[(row * columns) + column] = _targets[column].IsPositive(_conditions.Codes[row]) ? 1 : 0;
            }
        }

        float[] inputs = new float[features.Rows * features.Width];
        for (int row = 0; row < features.Rows; row++)
        {
            features.Row(row).CopyTo(inputs.AsSpan(row * features.Width));
        }

        var data = new TrainingSet(inputs, features.Width, TrainingTargets.Binary(values, columns));
        AddComparison(data, network);
        AddEffectiveWeights(data, network);
    }

    private void AddComparison(TrainingSet data, MlpOptions network)
    {
        bool isComparable = network.HiddenWidths.Count == 1 && network.LossFor(TargetKind.Binary) == MlpLoss.BinaryCrossEntropy;
        IReadOnlyList<TrainingComparisonRow> rows = isComparable ? TrainingComparison.Run(data, _points, network, _options.Weights) : [];
        foreach (TrainingMatch match in Enum.GetValues<TrainingMatch>())
        {
            string name = match switch { TrainingMatch.WeightGrowth => "growth", TrainingMatch.Loss => "loss", _ => "epoch" };
            TrainingComparisonRow? last = rows.LastOrDefault(row => row.Match == match);
            string reason = !isComparable ? "the simplified dynamics are those of one hidden layer and the binary cross-entropy"
                : last?.Time is null ? match == TrainingMatch.Epoch ? "only plain gradient descent has the time of the dynamics" : $"the dynamics never have the network's {name}"
                : "the changes of weights do not vary, or the classes do not differ in their mean input";
            Add("simplified-training", $"correlation/{name}", _label, OrUndefined(last?.Correlation, reason), null, network.HiddenWidths[0]);
            Add("simplified-training", $"target-alignment-gap/{name}", _label,
                OrUndefined(last?.SimplifiedTargetAlignment - last?.TargetAlignment, reason), null, _points.Count);
            Add("simplified-training", $"input-alignment-gap/{name}", _label,
                OrUndefined(last?.SimplifiedInputAlignment - last?.InputAlignment, reason), null, _points.Count);
        }

        AddTable(
            "comparison",
            [
                "epochs", "match", "time", "weight_growth", "simplified_weight_growth", "loss", "simplified_loss", "target_alignment", "simplified_target_alignment",
                "input_alignment", "simplified_input_alignment", "correlation", "inter_correlation", "intra_correlation",
            ],
            [.. rows.Select(row => ResultTable.Row(
                row.Epoch, row.Match, row.Time, row.WeightGrowth, row.SimplifiedWeightGrowth, row.Loss, row.SimplifiedLoss, row.TargetAlignment,
                row.SimplifiedTargetAlignment, row.InputAlignment, row.SimplifiedInputAlignment, row.Correlation, row.InterCorrelation, row.IntraCorrelation))]);
    }

    // A network with one layer has its weights for effective weights, which trajectories show already.
    private void AddEffectiveWeights(TrainingSet data, MlpOptions network)
    {
        if (network.HiddenWidths.Count == 1)
        {
            return;
        }

        var rows = new List<IReadOnlyList<string>>();
        using MlpTrainingResult training = ReplicaTrainer.Train(data, [network with { CheckpointEpochs = [] }], threads: 1)[0].RequireTraining();
        foreach (EffectiveWeights layer in LocalLinearisation.Of(training.Network, _points.Inputs))
        {
            for (int target = 0; target < _targets.Count; target++)
            {
                foreach (bool isPositive in new[] { true, false })
                {
                    if (SelectivityPlane.TryCreate(_points, isPositive, out SelectivityPlane? plane, out _, target))
                    {
                        AddRows(rows, layer, plane, _targets[target].Name);
                    }
                }
            }
        }

        AddTable("effective-weights", ["layer", "unit", "condition", "target", "preferred", "inter", "intra", "preactivation", "slope"], rows);
    }

    private void AddRows(List<IReadOnlyList<string>> rows, EffectiveWeights layer, SelectivityPlane plane, string target)
    {
        double[] products = new double[_points.Count];
        for (int condition = 0; condition < layer.Conditions; condition++)
        {
            for (int unit = 0; unit < layer.Width; unit++)
            {
                ReadOnlySpan<double> weights = layer.Row(condition, unit);
                for (int i = 0; i < products.Length; i++)
                {
                    ReadOnlySpan<double> input = _points.Inputs.Span.Slice(i * layer.Dimensions, layer.Dimensions);
                    products[i] = 0;
                    for (int d = 0; d < input.Length; d++)
                    {
                        products[i] += weights[d] * input[d];
                    }
                }

                (double inter, double intra) = plane.Project(products);
                int place = (condition * layer.Width) + unit;
                rows.Add(ResultTable.Row(
                    layer.Layer, unit, _conditions.Names[condition], target, plane.IsPositive ? "true" : "false", inter, intra,
                    layer.Preactivations.Span[place], layer.Slopes.Span[place]));
            }
        }
    }
}
