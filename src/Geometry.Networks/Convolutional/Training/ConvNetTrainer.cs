using Geometry.Seeding;

namespace Geometry.Networks;

/// <summary>Trains a convolutional network.</summary>
/// <remarks>
/// The result depends on the data and the options alone, to the bit: weights, order, validation rows and augmentation come from the seed by
/// named streams, and operators use one thread (<see cref="SingleThreadedOperators"/>). Several calls may run at the same time on several threads,
/// which is the way to use several cores. Another release of libtorch, or another kind of processor, may round differently.
/// </remarks>
public static class ConvNetTrainer
{
    /// <summary>Trains a network.</summary>
    /// <param name="data">The images and their targets; the memory is read batch by batch and not copied as a whole.</param>
    /// <param name="options">Architecture and training, with <see cref="ConvNetOptions.ImageShape"/>.</param>
    /// <param name="progress">Called after each epoch, on the thread that trains, after its checkpoint was written.</param>
    /// <returns>The network and its history.</returns>
    /// <exception cref="ArgumentException">
    /// The options are out of range, the loss does not go with the targets, the shape of the images is not that of the data, or the images are too
    /// small for the architecture.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled before the first epoch was done.</exception>
    /// <exception cref="InvalidOperationException">The checkpoint folder holds the state of another training.</exception>
    /// <exception cref="InvalidDataException">The state in the checkpoint folder is damaged.</exception>
    public static ConvNetTrainingResult Train(TrainingSet data, ConvNetOptions options, Action<ConvNetEpochReport>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        MlpTrainer.RequireOptions(data, new MlpOptions { Loss = options.Loss });
        ConvNetBlueprint blueprint = BlueprintFor(data, options);
        (long[] training, long[] validation) = Split(data.Rows, options);
        return SingleThreadedOperators.Run(() =>
        {
            using ConvNetRun run = new(data, training, validation, blueprint, options, progress);
            return run.Execute();
        });
    }

    private static ConvNetBlueprint BlueprintFor(TrainingSet data, ConvNetOptions options)
    {
        if (options.ImageShape is not { } shape)
        {
            throw new ArgumentException(
                $"ConvNetOptions.ImageShape is null. Set it to the channels, height and width of the images, whose product is {data.Width}.", nameof(options));
        }

        ConvNetBlueprint blueprint = ConvNetBlueprint.Of(shape, data.Targets.Columns, options);
        return blueprint.ImageSize == data.Width ? blueprint : throw new ArgumentException(
            $"Images of shape [{string.Join(", ", shape)}] have {blueprint.ImageSize} values, but the rows have {data.Width}. "
            + "Set ConvNetOptions.ImageShape to the channels, height and width of the images.", nameof(options));
    }

    private static (long[] Training, long[] Validation) Split(int rows, ConvNetOptions options)
    {
        int held = (int)Math.Round(options.ValidationFraction * rows, MidpointRounding.AwayFromZero);
        if (rows - held < 2 || (options.ValidationFraction > 0 && held == 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Of {rows} rows, a ConvNetOptions.ValidationFraction of {options.ValidationFraction} leaves {rows - held} to train on and {held} to validate with. ")
                + "Give more rows, or another fraction (0 for no validation).");
        }

        if (held == 0)
        {
            return ([.. Enumerable.Range(0, rows).Select(row => (long)row)], []);
        }

        int[] drawn = new RandomStream(options.EffectiveSeed, StreamNames.Split).Permutation(rows);
        return ([.. drawn.Skip(held).Order().Select(row => (long)row)], [.. drawn.Take(held).Order().Select(row => (long)row)]);
    }
}
