namespace Microsoft.ML.Data;

/// <summary>The scored rows that a binary evaluation has read.</summary>
internal sealed class BinaryPredictions
{
    private readonly List<bool> _truths = [];
    private readonly List<bool> _decisions = [];
    private readonly List<float> _scores = [];
    private double _logLoss;

    public void Add(bool truth, bool decision, float score, float probability)
    {
        _truths.Add(truth);
        _decisions.Add(decision);
        _scores.Add(score);
        _logLoss -= Math.Log2(truth ? probability : 1 - probability);
    }

    public BinaryCounts Count()
    {
        double truePositive = 0, falseNegative = 0, falsePositive = 0, trueNegative = 0;
        for (int i = 0; i < _truths.Count; i++)
        {
            switch (_truths[i], _decisions[i])
            {
                case (true, true): truePositive++; break;
                case (true, false): falseNegative++; break;
                case (false, true): falsePositive++; break;
                default: trueNegative++; break;
            }
        }

        return new(truePositive, falseNegative, falsePositive, trueNegative);
    }

    public double AreaUnderRocCurve()
    {
        RequireBothClasses("AUC");
        return RankingCurves.AreaUnderRoc([.. _scores], [.. _truths]);
    }

    public double AreaUnderPrecisionRecallCurve()
    {
        RequireBothClasses("AUPRC");
        return RankingCurves.AreaUnderPrecisionRecall([.. _scores], [.. _truths]);
    }

    public double LogLoss() => _logLoss / _truths.Count;

    /// <summary>The log loss of the best constant probability.</summary>
    public double Entropy()
    {
        double share = _truths.Count(truth => truth) / (double)_truths.Count;
        return Part(share) + Part(1 - share);

        static double Part(double p) => p > 0 ? -p * Math.Log2(p) : 0;
    }

    private void RequireBothClasses(string measure)
    {
        Check.Param(_truths.Contains(true), "PosSample", $"{measure} is not defined when there is no positive class in the data");
        Check.Param(_truths.Contains(false), "NegSample", $"{measure} is not defined when there is no negative class in the data");
    }
}
