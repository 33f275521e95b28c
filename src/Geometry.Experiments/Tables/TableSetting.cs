namespace Geometry.Experiments;

/// <summary>A setting of scores, as the fields of their steps are named.</summary>
/// <param name="Score">The score, or null for every chosen score that has the field.</param>
/// <param name="Field">The field, such as <c>folds</c> or <c>nulls.draws</c>.</param>
/// <param name="Value">Its value, as it would stand in a pipeline file without quotes.</param>
public sealed record TableSetting(string? Score, string Field, string Value)
{
    /// <summary>Reads <c>field=value</c> or <c>score.field=value</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The setting.</returns>
    /// <exception cref="BadInputException">There is no name or no equals sign.</exception>
    public static TableSetting Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int mark = text.IndexOf('=', StringComparison.Ordinal);
        if (mark < 1)
        {
            throw new BadInputException($"'{text}' is no setting; write field=value or score.field=value, such as folds=5 or ccgp.split=HalfHalf.");
        }

        string name = text[..mark].Trim(), value = text[(mark + 1)..].Trim();
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && TableScoring.Scores.Contains(name[..dot]) ? new TableSetting(name[..dot], name[(dot + 1)..], value) : new TableSetting(null, name, value);
    }
}
