using Geometry.Scores;

namespace Geometry.Experiments;

/// <summary>The fields that say which linear classifier a score trains.</summary>
internal static class DecoderFields
{
    private static readonly Parameter<LinearDecoder> Decoder = Parameters.Choice<LinearDecoder>("decoder", "The linear classifier.",
        [(nameof(LinearDecoder.SupportVector), LinearDecoder.SupportVector), (nameof(LinearDecoder.LeastSquares), LinearDecoder.LeastSquares), (nameof(LinearDecoder.Logistic), LinearDecoder.Logistic)])
        .Or(LinearDecoder.SupportVector, nameof(LinearDecoder.SupportVector));

    private static readonly Parameter<ClassWeighting> Weighting = Parameters
        .Choice<ClassWeighting>("weighting", "Whether the classifier weighs its two classes by their size.").Or(ClassWeighting.None, nameof(ClassWeighting.None));

    private static readonly Parameter<double> Cost = Parameters.Number("cost", "The cost C of errors, greater than 0; for SupportVector and Logistic.", 0)
        .Or(1, "the decoder's");

    private static readonly Parameter<double> RelativeRidge = Parameters
        .Number("relativeRidge", "The ridge relative to the mean variance, greater than 0; for LeastSquares.", 0)
        .Or(LeastSquaresDecoder.DefaultRelativeRidge, "0.001");

    /// <summary>Gets the fields.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Decoder, Weighting, Cost, RelativeRidge];

    /// <summary>Gives the classifier.</summary>
    /// <exception cref="ArgumentException">A field does not go with the classifier.</exception>
    public static LinearDecoder Of(Arguments a)
    {
        LinearDecoder decoder = a.Get(Decoder);
        RequireFor(a, Cost, decoder, decoder is SupportVectorDecoder or LogisticDecoder);
        RequireFor(a, RelativeRidge, decoder, decoder is LeastSquaresDecoder);
        decoder = decoder switch
        {
            SupportVectorDecoder support => support with { Cost = a.GetOr(Cost, support.Cost) },
            LogisticDecoder logistic => logistic with { Cost = a.GetOr(Cost, logistic.Cost) },
            LeastSquaresDecoder squares => squares with { RelativeRidge = a.GetOr(RelativeRidge, squares.RelativeRidge) },
            _ => decoder,
        };
        return decoder with { Weighting = a.Get(Weighting) };
    }

    private static void RequireFor(Arguments a, Parameter parameter, LinearDecoder decoder, bool fits)
    {
        if (a.IsGiven(parameter) && !fits)
        {
            throw new ArgumentException($"'{parameter.Name}' does not go with the decoder {decoder.Name}; remove it.");
        }
    }
}
