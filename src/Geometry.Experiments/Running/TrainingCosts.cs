using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>Reckons what the training of a perceptron will cost from its sizes.</summary>
internal static class TrainingCosts
{
    // What training side by side reaches on a core with AVX2, and what a step takes besides its arithmetic.
    private const double OperationsPerSecond = 6e10;
    private const double SecondsPerStep = 8e-6;

    // Steps around the training: drawing the rows, the forward pass over the test rows, the scores that train no decoders.
    private const double SecondsPerCell = 5e-3;

    /// <summary>The time on one thread.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">The training rows.</param>
    /// <param name="inputs">The width of the features.</param>
    public static TimeSpan Of(MlpOptions network, int rows, int inputs)
    {
        double batch = Math.Min(network.BatchSize, rows);
        double steps = Math.Ceiling(rows / batch) * network.Epochs;

        // Two operations an entry of a matrix and row forwards, two for the gradient of the weights, and two for that of the inputs behind the first layer.
        double products = 4.0 * inputs * network.HiddenWidths[0];
        for (int layer = 1; layer < network.HiddenWidths.Count; layer++)
        {
            products += 6.0 * network.HiddenWidths[layer - 1] * network.HiddenWidths[layer];
        }

        return TimeSpan.FromSeconds(Math.Min(1e9, (steps * ((batch * products / OperationsPerSecond) + SecondsPerStep)) + SecondsPerCell));
    }

    /// <summary>The time of a cell on one thread; null where it is not known.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="schema">The columns of its rows; null where they are not known.</param>
    public static TimeSpan? Of(Cell cell, DataViewSchema? schema)
    {
        if (schema is null || cell.Source.Definition.TrainingRows?.Invoke(cell.Source.Arguments) is not { } rows)
        {
            return null;
        }

        TimeSpan sum = TimeSpan.Zero;
        foreach (BoundStep step in cell.Steps.Where(step => step.Definition.Network is not null))
        {
            if (step.Definition.Perceptron?.Invoke(step.Arguments, cell.CellSeed) is not var (network, features)
                || schema.GetColumnOrNull(features)?.Type is not VectorDataViewType { IsKnownSize: true } vector)
            {
                return null;
            }

            sum += Of(network, rows, vector.Size);
        }

        return sum;
    }
}
