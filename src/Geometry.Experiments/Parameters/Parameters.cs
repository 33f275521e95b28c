using System.Globalization;

namespace Geometry.Experiments;

/// <summary>Makes parameters of the usual types.</summary>
internal static partial class Parameters
{
    /// <summary>Any text.</summary>
    public static Parameter<string> Text(string name, string description) => new(name, "text", description, TryText);

    /// <summary>A column name that must exist.</summary>
    public static Parameter<string> Column(string name, string description) => new Parameter<string>(name, "column", description, TryText).ReadsColumn();

    /// <summary>One or more column names that must exist.</summary>
    public static Parameter<string[]> Columns(string name, string description) =>
        new Parameter<string[]>(name, "list of columns", description, TryTexts).ReadsColumn();

    /// <summary>The name of a column that the step makes.</summary>
    public static Parameter<string> NewColumn(string name, string description) => new Parameter<string>(name, "new column", description, TryText).MakesColumn();

    /// <summary>True or false, false where absent unless <paramref name="whenAbsent"/> says otherwise.</summary>
    public static Parameter<bool> Boolean(string name, bool whenAbsent, string description) =>
        new Parameter<bool>(name, "true or false", description, TryBoolean).Or(whenAbsent, whenAbsent ? "true" : "false");

    /// <summary>A whole number from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public static Parameter<int> Integer(string name, string description, int minimum = int.MinValue, int maximum = int.MaxValue)
    {
        string range = (minimum, maximum) switch
        {
            (int.MinValue, int.MaxValue) => "whole number",
            (_, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"whole number of at least {minimum}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"whole number from {minimum} to {maximum}"),
        };
        return new(name, range, description, (JsonValue json, ProblemList problems, out int value) =>
        {
            bool whole = int.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && json.Kind == JsonKind.Number;
            return (whole && value >= minimum && value <= maximum) || Refuse(json, problems, range);
        });
    }

    /// <summary>Any whole number.</summary>
    public static Parameter<long> Long(string name, string description) =>
        new(name, "whole number", description, (JsonValue json, ProblemList problems, out long value) =>
            (long.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && json.Kind == JsonKind.Number)
            || Refuse(json, problems, "whole number"));

    /// <summary>A finite number from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public static Parameter<double> Number(
        string name, string description, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity)
    {
        string range = (double.IsFinite(minimum), double.IsFinite(maximum)) switch
        {
            (false, false) => "number",
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"number of at least {minimum:R}"),
            (false, true) => string.Create(CultureInfo.InvariantCulture, $"number of at most {maximum:R}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"number from {minimum:R} to {maximum:R}"),
        };
        return new(name, range, description, (JsonValue json, ProblemList problems, out double value) =>
        {
            bool number = double.TryParse(json.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && json.Kind == JsonKind.Number;
            return (number && double.IsFinite(value) && value >= minimum && value <= maximum) || Refuse(json, problems, range);
        });
    }

    /// <summary>A list of whole numbers, each of at least <paramref name="minimum"/>.</summary>
    public static Parameter<int[]> Integers(string name, string description, int minimum, bool canBeEmpty = false)
    {
        Parameter<int> item = Integer(name, description, minimum);
        string type = $"list of {item.Type.Replace("number", "numbers", StringComparison.Ordinal)}";
        return new(name, type, description, (JsonValue json, ProblemList problems, out int[] value) =>
            TryList(json, problems, type, (JsonValue i, ProblemList p, out int v) => Unbox(item, i, p, out v), canBeEmpty, out value));
    }

    /// <summary>A list of texts, or one text.</summary>
    public static Parameter<string[]> Texts(string name, string description) => new(name, "list of texts", description, TryTexts);

    /// <summary>One of the names of an enumeration, whatever the case of its letters.</summary>
    public static Parameter<T> Choice<T>(string name, string description)
        where T : struct, Enum => Choice(name, description, Enum.GetNames<T>().Select(n => (n, Enum.Parse<T>(n))));

    /// <summary>One of several names, whatever the case of their letters.</summary>
    public static Parameter<T> Choice<T>(string name, string description, IEnumerable<(string Name, T Value)> choices, string? kind = null)
    {
        (string Name, T Value)[] known = [.. choices];
        return new(name, $"one of {string.Join(", ", known.Select(c => c.Name))}", description, (JsonValue json, ProblemList problems, out T value) =>
        {
            value = default!;
            if (!TryText(json, problems, out string text))
            {
                return false;
            }

            int index = Array.FindIndex(known, c => string.Equals(c.Name, text, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                problems.Add(json.Place, $"unknown {kind ?? name} '{text}'{Suggestion.For(text, known.Select(c => c.Name))}");
                return false;
            }

            value = known[index].Value;
            return true;
        });
    }

    /// <summary>An object with fields of its own.</summary>
    public static Parameter<T> Group<T>(string name, string description, IReadOnlyList<Parameter> fields, Func<Arguments, T> build) =>
        new(name, "object", description, (JsonValue json, ProblemList problems, out T value) =>
        {
            bool read = Arguments.TryRead(json, $"the object '{name}'", fields, [], problems, out Arguments arguments);
            value = read ? build(arguments) : default!;
            return read;
        }, fields);
}
