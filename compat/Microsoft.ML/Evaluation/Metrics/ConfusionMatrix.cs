using System.Text;

namespace Microsoft.ML.Data;

/// <summary>How often each class was taken for each: rows are true classes, columns predicted ones.</summary>
public sealed class ConfusionMatrix
{
    private const int HeaderWidth = 9;
    private const int SmallestCell = 5;

    private readonly string[] _names;
    private readonly bool _isBinary;

    internal ConfusionMatrix(double[][] counts, string[] names, bool isBinary)
    {
        _names = names;
        _isBinary = isBinary;
        Counts = counts;
        NumberOfClasses = counts.Length;
        PerClassRecall = [.. counts.Select((row, i) => Share(row[i], row.Sum()))];
        PerClassPrecision = [.. counts.Select((row, i) => Share(row[i], counts.Sum(r => r[i])))];
    }

    public IReadOnlyList<double> PerClassPrecision { get; }

    public IReadOnlyList<double> PerClassRecall { get; }

    public IReadOnlyList<IReadOnlyList<double>> Counts { get; }

    public int NumberOfClasses { get; }

    public string GetFormattedConfusionTable()
    {
        int width = Math.Max(SmallestCell, Math.Max(_names.Max(n => n.Length), Counts.Max(row => row.Max(c => Text(c).Length))));
        int header = Math.Max(HeaderWidth, _names.Max(n => n.Length));
        string line = "||" + new string('=', NumberOfClasses * (width + 3));
        var table = new StringBuilder();
        if (_isBinary)
        {
            double positive = Counts[0].Sum(), negative = Counts[1].Sum();
            table.AppendLine(CultureInfo.InvariantCulture,
                $"TEST POSITIVE RATIO:\t{positive / (positive + negative):F4} ({positive:F1}/({positive:F1}+{negative:F1}))");
        }

        table.AppendLine("Confusion table");
        table.AppendLine($"{new string(' ', header)} {line}");
        table.Append($"{"PREDICTED".PadRight(header)} ||");
        foreach (string name in _names) table.Append($" {name.PadLeft(width)} |");
        table.AppendLine(" Recall");
        table.AppendLine($"{"TRUTH".PadRight(header)} {line}");
        for (int i = 0; i < NumberOfClasses; i++)
        {
            table.Append($"{_names[i].PadLeft(header)} ||");
            foreach (double count in Counts[i]) table.Append($" {Text(count).PadLeft(width)} |");
            table.AppendLine(CultureInfo.InvariantCulture, $" {PerClassRecall[i]:F4}");
        }

        table.AppendLine($"{new string(' ', header)} {line}");
        table.Append($"{"Precision".PadRight(header)} ||");
        foreach (double precision in PerClassPrecision)
            table.Append(precision.ToString("F4", CultureInfo.InvariantCulture).PadLeft(width + 1)).Append(" |");
        return table.AppendLine().ToString();
    }

    public double GetCountForClassPair(int predictedClassIndicatorIndex, int actualClassIndicatorIndex)
    {
        Check.Param(predictedClassIndicatorIndex >= 0 && predictedClassIndicatorIndex < NumberOfClasses,
            nameof(predictedClassIndicatorIndex), "Invalid predicted class indicator index");
        Check.Param(actualClassIndicatorIndex >= 0 && actualClassIndicatorIndex < NumberOfClasses,
            nameof(actualClassIndicatorIndex), "Invalid actual class indicator index");
        return Counts[actualClassIndicatorIndex][predictedClassIndicatorIndex];
    }

    private static double Share(double part, double total) => total > 0 ? part / total : 0;

    private static string Text(double count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
