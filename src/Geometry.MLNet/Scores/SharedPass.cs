using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>
/// Reads a view for all scores of it that are appended one behind the other. The first that is asked for reads the columns of the others as well, as far
/// as the memory goes that it was given, so that a network in front of them runs over the rows once and not once for each score.
/// </summary>
internal sealed class SharedPass(IDataView view)
{
    private readonly Lock _gate = new();
    private readonly List<PassRequest> _waiting = [];
    private (PassRequest Request, ScoreData Data)? _last;

    /// <summary>The pass of a score that is appended to a view: that of the score before it, whose view has all columns that can be scored, or a new one.</summary>
    public static SharedPass Of(IDataView input) => (input as ScoreView)?.Pass ?? new SharedPass(input);

    /// <summary>Says what a score will read.</summary>
    public void Announce(PassRequest request)
    {
        lock (_gate)
        {
            _waiting.Add(request);
        }
    }

    /// <summary>Reads what a score needs, or takes what was read for another one.</summary>
    /// <exception cref="ArgumentException">A label is missing, or the view has no rows.</exception>
    public ScoreData Read(PassRequest request)
    {
        lock (_gate)
        {
            _waiting.Remove(request);
            PassRequest[] alike = [.. _waiting.Where(request.HasRowsOf)];
            ScoreData data = _last is { } last && request.HasRowsOf(last.Request) && !request.Columns.Numbers.Except(last.Data.Columns).Any()
                ? last.Data
                : ScoreData.Read(view, request.Columns, request.WithTarget, new NumberColumns(
                    view, request.Columns.Numbers, alike.SelectMany(other => other.Columns.Numbers).Distinct().Except(request.Columns.Numbers), request.MostBytes));

            // Numbers that no score waits for are let go of.
            _last = alike.Length == 0 ? null : (request, data.Only(alike.SelectMany(other => other.Columns.Numbers).Distinct()));
            return data;
        }
    }
}
