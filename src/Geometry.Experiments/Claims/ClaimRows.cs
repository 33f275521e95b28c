using System.Globalization;

namespace Geometry.Experiments;

/// <summary>Selects the rows of a term of a claim.</summary>
internal sealed class ClaimRows(Claim claim, ClaimTerm term)
{
    private const string First = "first", Last = "last", Epoch = "epoch", Layer = "layer", Seed = "seed", Hidden = "Hidden";

    /// <summary>Gives one number a seed; seeds without a defined value are left out. Where rows have no seed, the only number is under the empty text.</summary>
    /// <exception cref="BadInputException">A column is missing, or a seed has several rows.</exception>
    public Dictionary<string, double> ValuesOf(ClaimTable table)
    {
        IEnumerable<IReadOnlyDictionary<string, string>> rows = table.Rows.Where(Matches);
        rows = Extreme(rows, Epoch, term.Rows.GetValueOrDefault(Epoch, Last), row => Number(row, Epoch));
        rows = Extreme(rows, Layer, term.Rows.GetValueOrDefault(Layer, ""), row =>
            int.TryParse(row[Layer].Replace(Hidden, "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0);
        return rows.Where(row => Text(row, claim.Column).Length > 0).GroupBy(row => row.GetValueOrDefault(Seed, "")).ToDictionary(group => group.Key, group => ValueOf([.. group]));
    }

    private bool Matches(IReadOnlyDictionary<string, string> row) => term.Rows.All(wanted =>
        (wanted.Key is Epoch or Layer && wanted.Value is First or Last) || Same(Text(row, wanted.Key), wanted.Value));

    // 0.5 and 0.50 are the same.
    private static bool Same(string value, string wanted) => value == wanted
        || (double.TryParse(value, CultureInfo.InvariantCulture, out double a) && double.TryParse(wanted, CultureInfo.InvariantCulture, out double b) && a == b);

    // The first or last epoch or layer of each cell; networks may stop early, and have different numbers of layers.
    private static IEnumerable<IReadOnlyDictionary<string, string>> Extreme(
        IEnumerable<IReadOnlyDictionary<string, string>> rows, string column, string which, Func<IReadOnlyDictionary<string, string>, double> order) =>
        which is not (First or Last)
            ? rows
            : rows.GroupBy(row => row.GetValueOrDefault("cell", "")).SelectMany(cell =>
            {
                IReadOnlyDictionary<string, string>[] known = [.. cell.Where(row => row.GetValueOrDefault(column, "").Length > 0)];
                if (known.Length == 0)
                {
                    return cell;
                }

                double end = which == First ? known.Min(order) : known.Max(order);
                return known.Where(row => order(row) == end);
            });

    private double ValueOf(IReadOnlyDictionary<string, string>[] rows)
    {
        if (term.Slope is { } over)
        {
            double[] x = [.. rows.Select(row => Number(row, over))], y = [.. rows.Select(row => Number(row, claim.Column))];
            double centre = x.Average(), spread = x.Sum(v => (v - centre) * (v - centre));
            return spread > 0
                ? x.Zip(y, (a, b) => (a - centre) * b).Sum() / spread
                : throw new BadInputException($"claim {claim.Id}: a slope over '{over}' needs several values of it.");
        }

        return rows.Length == 1
            ? Number(rows[0], claim.Column)
            : throw new BadInputException(string.Create(CultureInfo.InvariantCulture,
                $"claim {claim.Id}: {rows.Length} rows of the table of '{claim.Pipeline}' fit one term and seed, for example {Describe(rows[0])} and {Describe(rows[1])}; name more columns."));
    }

    private static string Describe(IReadOnlyDictionary<string, string> row) => $"({string.Join(", ", row.Select(field => $"{field.Key} {field.Value}"))})";

    private string Text(IReadOnlyDictionary<string, string> row, string column) => row.TryGetValue(column, out string? text)
        ? text
        : throw new BadInputException($"claim {claim.Id}: the table of '{claim.Pipeline}' has no column or variable '{column}'{Suggestion.For(column, row.Keys)}");

    private double Number(IReadOnlyDictionary<string, string> row, string column) =>
        double.TryParse(Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new BadInputException($"claim {claim.Id}: '{Text(row, column)}' in the column '{column}' is no number.");
}
