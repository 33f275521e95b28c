namespace Microsoft.ML.Trainers;

/// <summary>The score of the current row, computed once however many columns ask for it.</summary>
internal sealed class RowScore(DataViewRow row, DataViewSchema.Column features, IScalarScorer scorer)
{
    private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(features);
    private VBuffer<float> _features;
    private long _position = -1;
    private float _score;

    public float Current
    {
        get
        {
            if (row.Position != _position)
            {
                _getter(ref _features);
                _score = scorer.Score(in _features);
                _position = row.Position;
            }

            return _score;
        }
    }
}
