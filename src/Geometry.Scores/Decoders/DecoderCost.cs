namespace Geometry.Scores;

/// <summary>
/// Operations of a run of the decoder engine. Iterative decoders take a few Newton steps, each of which factorises a matrix and updates it by
/// the rows that changed; least squares without weights factorises once a training set.
/// </summary>
internal sealed class DecoderCost
{
    private readonly LinearDecoder _decoder;
    private readonly double _rows;
    private readonly double _order;

    /// <param name="decoder">The decoder.</param>
    /// <param name="rows">The number of rows of all blocks.</param>
    /// <param name="width">The number of units.</param>
    public DecoderCost(LinearDecoder decoder, int rows, int width)
    {
        (_decoder, _rows) = (decoder, rows);
        _order = Math.Min(rows, width) + 1.0;

        // Fewer rows than units are written in a basis of their span first.
        Preparation = (double)rows * width + (rows < width ? (double)rows * rows * width : 0) + Square(rows);
    }

    /// <summary>What is done once: the rows are gathered, and the products of each block summed.</summary>
    public double Preparation { get; }

    /// <summary>The operations of fits and of their tests.</summary>
    /// <param name="fits">The number of fits.</param>
    /// <param name="labellings">The number of divisions of the rows that they are for.</param>
    /// <param name="sets">The number of training sets.</param>
    /// <param name="tested">The number of rows that a fit is tested on.</param>
    public double Of(double fits, double labellings, double sets, double tested)
    {
        var tests = fits * 2 * tested * _order;
        if (_decoder.NeedsOnlyMoments)
        {
            return tests + sets * Factorisation + fits * 2 * _order * _order + labellings * 2 * _rows * _order;
        }

        var once = Square(_rows) + Factorisation;
        var step = Factorisation + 6 * _rows * _order + (_decoder is LogisticDecoder ? Square(_rows) : Square(_rows) / 16);
        var (steps, first) = _decoder switch { LeastSquaresDecoder => (0, 0), LogisticDecoder => (5, 7), _ => (2, 8) };
        return tests + (steps == 0 ? fits * once : fits * steps * step + labellings * first * step);
    }

    private double Factorisation => _order * _order * _order / 3;

    /// <summary>The products of a number of rows with themselves, of which one half is computed.</summary>
    private double Square(double rows) => rows * _order * _order;
}
