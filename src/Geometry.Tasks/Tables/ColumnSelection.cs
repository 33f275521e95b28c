using System.Globalization;

namespace Geometry.Tasks;

/// <summary>Chooses columns by a short text: names, ranges and prefixes.</summary>
public static class ColumnSelection
{
    private const string RangeMark = "..";

    /// <summary>Chooses columns.</summary>
    /// <param name="selection">
    /// Items separated by commas: a name; a range <c>f0..f99</c>, whose columns must all exist; or a prefix <c>f*</c>, for all columns that
    /// start so, in the order of the table. A column whose name is the whole item is taken before anything else.
    /// </param>
    /// <param name="available">The columns of the table.</param>
    /// <param name="source">Where the table comes from, for messages.</param>
    /// <returns>The names, each once, in the order of the selection.</returns>
    /// <exception cref="ArgumentException">An item matches no column, or the selection is empty; the message says what would do.</exception>
    public static IReadOnlyList<string> Resolve(string selection, IReadOnlyList<string> available, string source)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(available);
        string[] items = selection.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length > 0
            ? [.. items.SelectMany(item => Expand(item, available, source)).Distinct(StringComparer.Ordinal)]
            : throw new ArgumentException("No columns are named. Write names, ranges (f0..f99) or prefixes (f*), separated by commas.");
    }

    internal static ArgumentException Unknown(string name, IEnumerable<string> available, string source) =>
        new($"{source} has no column '{name}'. Did you mean '{NearestName.To(name, available)}'?");

    private static IEnumerable<string> Expand(string item, IReadOnlyList<string> available, string source)
    {
        if (available.Contains(item))
        {
            return [item];
        }

        if (item.EndsWith('*'))
        {
            string[] matches = [.. available.Where(name => name.StartsWith(item[..^1], StringComparison.Ordinal))];
            return matches.Length > 0
                ? matches
                : throw new ArgumentException($"{source} has no column that starts with '{item[..^1]}'. It has: {Listing(available)}.");
        }

        int mark = item.IndexOf(RangeMark, StringComparison.Ordinal);
        return mark > 0
            ? ExpandRange(item, item[..mark], item[(mark + RangeMark.Length)..], available, source)
            : throw Unknown(item, available, source);
    }

    private static List<string> ExpandRange(string item, string from, string to, IReadOnlyList<string> available, string source)
    {
        (string prefix, string first) = SplitNumber(from);
        (string lastPrefix, string last) = SplitNumber(to);
        if (lastPrefix.Length == 0)
        {
            lastPrefix = prefix;
        }

        if (prefix != lastPrefix || !TryParse(first, out int start) || !TryParse(last, out int end) || end < start)
        {
            throw new ArgumentException($"'{item}' is no range of columns. Write it as f0..f99: one name, and a smaller and a greater number.");
        }

        // f000..f099: numbers are written with as many digits as the first one has.
        string format = first.Length > 1 && first[0] == '0' ? $"D{first.Length}" : "D";
        List<string> names = [];
        for (int i = start; i <= end; i++)
        {
            string name = prefix + i.ToString(format, CultureInfo.InvariantCulture);
            if (!available.Contains(name))
            {
                throw new ArgumentException($"The range '{item}' needs a column '{name}', which {source} lacks. It has: {Listing(available)}.");
            }

            names.Add(name);
        }

        return names;
    }

    private static (string Prefix, string Number) SplitNumber(string text)
    {
        int digits = text.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        return (text[..^digits], text[^digits..]);
    }

    private static bool TryParse(string digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static string Listing(IReadOnlyList<string> names)
    {
        const int Shown = 20;
        return names.Count <= Shown ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Shown))}, and {names.Count - Shown} more";
    }
}
