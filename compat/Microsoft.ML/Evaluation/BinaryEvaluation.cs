namespace Microsoft.ML.Data;

/// <summary>Reads scored rows of two classes. Rows whose label or score is not a number are left out.</summary>
internal static class BinaryEvaluation
{
    public static BinaryPredictions Read(IDataView data, string labelName, string scoreName, string probabilityName, string predictedLabelName)
    {
        var schema = data.Schema;
        var label = EvaluationColumns.Find(schema, labelName, "Label");
        var score = EvaluationColumns.Find(schema, scoreName, "Score");
        var predicted = EvaluationColumns.Find(schema, predictedLabelName, "PredictedLabel");
        DataViewSchema.Column? probability = probabilityName is null ? null : EvaluationColumns.Find(schema, probabilityName, "Probability");
        EvaluationColumns.CheckType(score, NumberDataViewType.Single, "score");
        EvaluationColumns.CheckType(predicted, BooleanDataViewType.Instance, "predictedLabel");
        if (probability is { } column) EvaluationColumns.CheckType(column, NumberDataViewType.Single, "probability");

        var predictions = new BinaryPredictions();
        using var cursor = data.GetRowCursor(probability is { } p ? [label, score, predicted, p] : [label, score, predicted]);
        var getLabel = EvaluationColumns.LabelGetter(cursor, label);
        var getScore = cursor.GetGetter<float>(score);
        var getDecision = cursor.GetGetter<bool>(predicted);
        ValueGetter<float> getProbability = probability is { } q ? cursor.GetGetter<float>(q) : null;
        double truth = 0;
        float value = 0, chance = 0.5f;
        bool decision = false;
        while (cursor.MoveNext())
        {
            getLabel(ref truth);
            getScore(ref value);
            getDecision(ref decision);
            getProbability?.Invoke(ref chance);
            if (!double.IsNaN(truth) && !float.IsNaN(value)) predictions.Add(truth > 0, decision, value, chance);
        }

        return predictions;
    }
}
