using System.Globalization;
using Geometry.MLNet;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>The scores of a table as steps of a pipeline, so that both have the same settings.</summary>
internal sealed class TableSteps(TableColumns columns, TableScoringOptions options)
{
    private static readonly string[] s_fixed = ["embeddings", "conditions", "target", "input"];
    private static readonly string[] s_crossValidated = [Decodability.Name, Shattering.Name];

    /// <summary>Gets the step of a score.</summary>
    public static StepDefinition StepOf(string score) => StepRegistry.All.Single(step => string.Equals(step.Name, score, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes the estimators, by score, embedding and target.</summary>
    /// <exception cref="BadInputException">A setting is of no score, or cannot be used.</exception>
    public IReadOnlyList<ScoreEstimator> Build(MLContext ml, IReadOnlyList<string> scores)
    {
        foreach (TableSetting setting in options.Settings)
        {
            Check(setting, scores);
        }

        var context = new StepContext(ml, options.Seed, options.Seed, options.Threads);
        return [.. scores.SelectMany(score => columns.Embeddings.SelectMany(embedding => ArgumentsOf(score, embedding)
            .SelectMany(arguments => StepOf(score).Build!(context, arguments)).Cast<ScoreEstimator>()))];
    }

    private IEnumerable<Arguments> ArgumentsOf(string score, string embedding)
    {
        StepDefinition step = StepOf(score);
        string?[] targets = columns.Targets.Count > 0 && step.Parameters.Any(parameter => parameter.Name == "target") ? [.. columns.Targets] : [null];
        for (int i = 0; i < targets.Length; i++)
        {
            List<JsonField> fields = [Field("embeddings", Text(embedding)), Field("conditions", List(columns.Conditions))];
            if (targets[i] is { } target)
            {
                fields.Add(Field("target", Text(target)));
            }

            // The input is aligned with once, whatever the number of targets.
            if (i == 0 && columns.Input is { } input && step.Parameters.Any(parameter => parameter.Name == "input"))
            {
                fields.Add(Field("input", Text(input)));
            }

            var problems = new ProblemList("");
            JsonValue json = Object(score, [.. fields, .. SettingsOf(score, step)]);
            yield return Arguments.TryRead(json, $"the score '{score}'", step.Parameters, [], problems, out Arguments arguments)
                ? arguments
                : throw new BadInputException($"{problems.First.Place.Path}: {problems.First.Message}");
        }
    }

    private IEnumerable<JsonField> SettingsOf(string score, StepDefinition step) =>
        from setting in options.Settings
        where setting.Score is null ? IsFor(setting, score, step) : setting.Score == score
        group setting by setting.Field.Split('.')[0] into field
        let parameter = step.Parameters.FirstOrDefault(parameter => parameter.Name == field.Key)
        select Field(field.Key, parameter is { Fields.Count: > 0 }
            ? Object($"{score}.{field.Key}", [.. field.Where(setting => setting.Field.Contains('.', StringComparison.Ordinal)).Select(setting => Field(setting.Field[(field.Key.Length + 1)..], Value($"{score}.{setting.Field}", setting.Value, null)))])
            : Value($"{score}.{field.Key}", field.Last().Value, parameter));

    // A bootstrap of rows that is asked of all scores is for those that allow it.
    private bool IsFor(TableSetting setting, string score, StepDefinition step)
    {
        string field = setting.Field.Split('.')[0];
        bool rows = field == "interval" && s_crossValidated.Contains(score)
            && !options.Settings.Any(s => s.Field == "interval.unit" && string.Equals(s.Value, nameof(ResamplingUnit.Conditions), StringComparison.OrdinalIgnoreCase));
        return !rows && step.Parameters.Any(parameter => parameter.Name == field);
    }

    private static void Check(TableSetting setting, IReadOnlyList<string> scores)
    {
        if (setting.Score is { } score && !scores.Contains(score))
        {
            throw new BadInputException($"the setting '{setting.Score}.{setting.Field}' is of the score '{score}', which is not among {string.Join(", ", scores)}; name it with --scores.");
        }

        string field = setting.Field.Split('.')[0];
        string[] known = [.. scores.Where(name => setting.Score is null || setting.Score == name).SelectMany(name => StepOf(name).Parameters).Select(parameter => parameter.Name)
            .Except(s_fixed).Distinct()];
        if (!known.Contains(field))
        {
            throw new BadInputException($"no score has the setting '{field}'{Suggestion.For(field, known)}");
        }
    }

    private static JsonField Field(string name, JsonValue value) => new(name, default, value);

    private static JsonValue Text(string text) => new() { Kind = JsonKind.Text, Place = default, Text = text };

    private static JsonValue List(IEnumerable<string> texts) => new() { Kind = JsonKind.Array, Place = default, Items = [.. texts.Select(Text)] };

    private static JsonValue Object(string path, IReadOnlyList<JsonField> fields) => new() { Kind = JsonKind.Object, Place = new Place(0, 0, path), Fields = fields };

    private static JsonValue Value(string path, string text, Parameter? parameter)
    {
        JsonKind kind = text is "true" or "false" ? JsonKind.Boolean
            : parameter is not Parameter<string> && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? JsonKind.Number
            : JsonKind.Text;
        var place = new Place(0, 0, path);
        return parameter is Parameter<string[]>
            ? new() { Kind = JsonKind.Array, Place = place, Items = [.. text.Split(',').Select(Text)] }
            : new() { Kind = kind, Place = place, Text = text };
    }
}
