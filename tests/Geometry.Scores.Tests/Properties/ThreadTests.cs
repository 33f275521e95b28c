namespace Geometry.Scores.Tests.Properties;

public class ThreadTests
{
    [Fact]
    public void Results_are_the_same_bits_at_any_number_of_threads()
    {
        var (representation, conditions) = Samples.Clouds(6, 15, 9, 2, seed: 21);
        var targets = Dichotomy.AllBalanced(6);
        foreach (var decoder in new[] { LinearDecoder.SupportVector, LinearDecoder.LeastSquares, LinearDecoder.Logistic, new SupportVectorDecoder { Weighting = ClassWeighting.Balanced } })
        {
            ScoreEntry[] Run(int threads) =>
            [
                .. Scores.Ccgp.Evaluate(representation, conditions, targets, new CcgpOptions { Decoder = decoder, MaximumThreads = threads }),
                .. Scores.Decodability.Evaluate(representation, conditions, targets, new DecodabilityOptions { Decoder = decoder, MaximumThreads = threads }),
            ];

            var one = Run(1);
            Run(2).ShouldBe(one);
            Run(7).ShouldBe(one);
        }
    }

    [Fact]
    public void Weights_are_the_same_bits_at_any_number_of_threads()
    {
        var (representation, _) = Samples.Clouds(6, 15, 9, 2, seed: 22);
        var data = DecoderData.Of(
            [.. Enumerable.Range(0, 5).Select(block => (representation, Enumerable.Range(block * 18, 18).ToArray()))], centre: false);
        var sides = Enumerable.Range(0, 7).Select(t => Enumerable.Range(0, 90).Select(row => row * (t + 3) % 11 < 5 ? (sbyte)1 : (sbyte)-1).ToArray()).ToArray();
        var sets = Enumerable.Range(0, 5).Select(f => new TrainingSet([.. Enumerable.Range(0, 5).Where(b => b != f)])).ToArray();
        var fits = Enumerable.Range(0, 35).Select(i => new DecoderFit(i % 5, i / 5)).ToArray();
        foreach (var decoder in new[] { LinearDecoder.SupportVector, LinearDecoder.LeastSquares, LinearDecoder.Logistic })
        {
            double[][] Run(int threads)
            {
                var weights = new double[fits.Length][];
                new DecoderEngine(data, decoder, threads).Run(sides, sets, fits, (fit, w) => weights[fit] = w.ToArray());
                return weights;
            }

            var one = Run(1);
            var three = Run(3);
            for (var i = 0; i < fits.Length; i++)
            {
                three[i].ShouldBe(one[i]);
            }
        }
    }
}
