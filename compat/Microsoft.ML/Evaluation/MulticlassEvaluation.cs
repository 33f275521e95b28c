using Microsoft.ML.Trainers;

namespace Microsoft.ML.Data;

/// <summary>Reads scored rows of several classes. Rows without a label, or with scores that are not numbers, are left out.</summary>
internal static class MulticlassEvaluation
{
    public static MulticlassClassificationMetrics Evaluate(IDataView data, string labelName, string scoreName, string predictedLabelName, int topK)
    {
        Check.Param(topK >= 0, "topKPredictionCount", "Must be non-negative");
        var schema = data.Schema;
        var label = EvaluationColumns.Find(schema, labelName, "Label");
        var score = EvaluationColumns.Find(schema, scoreName, "Score");
        EvaluationColumns.Find(schema, predictedLabelName, "PredictedLabel");
        if (score.Type is not VectorDataViewType { Size: >= 2 } vector || !vector.ItemType.Equals(NumberDataViewType.Single))
            throw Check.ExceptSchemaMismatch(nameof(schema), "score", score.Name, "vector of two or more items of type Single", score.Type.ToString());

        int classes = vector.Size;
        var predictions = new MulticlassPredictions(classes);
        using (var cursor = data.GetRowCursor([label, score]))
        {
            var getLabel = EvaluationColumns.LabelGetter(cursor, label);
            var getScore = cursor.GetGetter<VBuffer<float>>(score);
            double truth = 0;
            var buffer = default(VBuffer<float>);
            var scores = new float[classes];
            while (cursor.MoveNext())
            {
                getLabel(ref truth);
                getScore(ref buffer);
                buffer.CopyTo(scores);
                if (!double.IsNaN(truth) && !scores.AsSpan().ContainsAnyNaN()) predictions.Add((int)truth, scores);
            }
        }

        return new MulticlassClassificationMetrics(predictions, NamesOf(label, score, classes), Math.Min(topK, classes));
    }

    // The classes by the values of the label's keys, else by the score's slots, else by number.
    private static string[] NamesOf(DataViewSchema.Column label, DataViewSchema.Column score, int classes)
    {
        if (score.HasSlotNames())
        {
            var names = default(VBuffer<ReadOnlyMemory<char>>);
            score.GetSlotNames(ref names);
            return [.. names.DenseValues().Select(name => name.ToString())];
        }

        if (label.Type is KeyDataViewType && label.HasKeyValues() && label.Type.KeyCountOf() == (ulong)classes)
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            ClassLabels.Of(label).AddSlotNames(annotations);
            var names = default(VBuffer<ReadOnlyMemory<char>>);
            annotations.ToAnnotations().GetValue(AnnotationKinds.SlotNames, ref names);
            return [.. names.DenseValues().Select(name => name.ToString())];
        }

        return [.. Enumerable.Range(0, classes).Select(c => c.ToString(CultureInfo.InvariantCulture))];
    }

    private static bool ContainsAnyNaN(this Span<float> values)
    {
        foreach (float value in values)
        {
            if (float.IsNaN(value)) return true;
        }

        return false;
    }
}
