namespace Microsoft.ML.Trainers;

/// <summary>A linear model that changes as it sees one row after another.</summary>
internal abstract class OnlineLearner(double[] weights, double bias)
{
    protected double[] Weights { get; } = weights;

    protected double Bias { get; set; } = bias;

    public abstract void See(RowBlock block, int row);

    /// <summary>Called after each pass over the rows.</summary>
    public virtual void EndPass()
    {
    }

    public virtual LinearBinaryModelParameters ToModel() => new([.. Weights.Select(w => (float)w)], (float)Bias);

    protected double Score(RowBlock block, int row) => Bias + block.Dot(row, Weights);
}
