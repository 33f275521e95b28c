namespace Geometry.Experiments;

internal static partial class Parameters
{
    /// <summary>Adds the problem of a value that is not of its type.</summary>
    public static bool Refuse(JsonValue json, ProblemList problems, string expected)
    {
        problems.Add(json.Place, $"expected {WithArticle(expected)}, got {json.Describe()}.");
        return false;
    }

    /// <summary>Reads a text that is not empty.</summary>
    public static bool TryText(JsonValue json, ProblemList problems, out string value)
    {
        value = json.Text;
        if (json.Kind == JsonKind.Text && value.Length == 0)
        {
            problems.Add(json.Place, "the text is empty.");
            return false;
        }

        return json.Kind == JsonKind.Text || Refuse(json, problems, "text");
    }

    /// <summary>Reads a list of texts that is not empty; one text stands for a list of one.</summary>
    public static bool TryTexts(JsonValue json, ProblemList problems, out string[] value)
    {
        if (json.Kind == JsonKind.Text)
        {
            bool read = TryText(json, problems, out string text);
            value = [text];
            return read;
        }

        return TryList(json, problems, "list of texts", TryText, false, out value);
    }

    /// <summary>Reads true or false.</summary>
    public static bool TryBoolean(JsonValue json, ProblemList problems, out bool value)
    {
        value = json.Text == "true";
        return json.Kind == JsonKind.Boolean || Refuse(json, problems, "true or false");
    }

    /// <summary>Reads a list, every item of it, so that all problems are found.</summary>
    public static bool TryList<T>(JsonValue json, ProblemList problems, string type, ValueReader<T> reader, bool canBeEmpty, out T[] value)
    {
        value = [];
        if (json.Kind != JsonKind.Array)
        {
            return Refuse(json, problems, type);
        }

        if (json.Items.Count == 0 && !canBeEmpty)
        {
            problems.Add(json.Place, "the list is empty.");
            return false;
        }

        bool good = true;
        value = new T[json.Items.Count];
        for (int i = 0; i < value.Length; i++)
        {
            good &= reader(json.Items[i], problems, out value[i]);
        }

        return good;
    }

    private static bool Unbox<T>(Parameter<T> parameter, JsonValue json, ProblemList problems, out T value)
    {
        bool read = parameter.TryRead(json, problems, out object? boxed);
        value = read ? (T)boxed! : default!;
        return read;
    }

    private static string WithArticle(string type) =>
        type is "true or false" || type.StartsWith("one of", StringComparison.Ordinal) || type.StartsWith("the ", StringComparison.Ordinal)
            ? type
            : type is "text" ? "a text" : "aeiou".Contains(type[0], StringComparison.Ordinal) ? $"an {type}" : $"a {type}";
}
