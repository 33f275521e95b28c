namespace Microsoft.ML.Trainers;

/// <summary>The scores of the current row, computed once however many columns ask for them.</summary>
internal sealed class RowScores(DataViewRow row, DataViewSchema.Column features, IVectorScorer scorer)
{
    private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(features);
    private VBuffer<float> _features;
    private VBuffer<float> _scores;
    private long _position = -1;

    public ref readonly VBuffer<float> Current
    {
        get
        {
            if (row.Position != _position)
            {
                _getter(ref _features);
                scorer.Score(in _features, ref _scores);
                _position = row.Position;
            }

            return ref _scores;
        }
    }
}
