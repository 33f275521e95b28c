using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>The fields that all sources of labelled images have.</summary>
internal static class ImageFields
{
    /// <summary>The targets.</summary>
    public static Parameter<TargetClasses[]> Targets { get; } = new Parameter<TargetClasses[]>("targets", "object of lists of class names",
        "Columns of true and false to make: for each its name and the classes, or groups of classes, for which it is true.", TryTargets).Or([], "none");

    /// <summary>A file of targets.</summary>
    public static Parameter<string> TargetsFile { get; } = Parameters.Text("targetsFile",
        "A JSON file with an object like that of targets, whose columns are made as well.").Or("", "none");

    /// <summary>The most training rows.</summary>
    public static Parameter<int> TrainRows { get; } = Parameters.Integer("trainRows", "The most training rows: the first ones.", 1).Or(0, "all");

    /// <summary>The most test rows.</summary>
    public static Parameter<int> TestRows { get; } = Parameters.Integer("testRows", "The most test rows: the first ones.", 1).Or(0, "all");

    /// <summary>Gives the options to load a part of the images with.</summary>
    public static ImageLoadOptions Options(DataRequest request, Arguments arguments, Parameter<int> rows, IReadOnlyList<string>? classNames) => new()
    {
        ClassNames = classNames,
        Targets = TargetsOf(request, arguments),
        MaximumRows = request.Limit(arguments.IsGiven(rows) ? arguments.Get(rows) : null),
    };

    /// <summary>Gives the targets of the pipeline file and of the file that it names.</summary>
    /// <exception cref="InvalidDataException">That file is no object of lists of class names, or names a target twice.</exception>
    public static Dictionary<string, IReadOnlyList<string>> TargetsOf(DataRequest request, Arguments arguments)
    {
        TargetClasses[] more = arguments.IsGiven(TargetsFile) ? ReadTargets(request.PathOf(arguments.Get(TargetsFile))) : [];
        Dictionary<string, IReadOnlyList<string>> targets = [];
        foreach (TargetClasses target in arguments.Get(Targets).Concat(more))
        {
            if (!targets.TryAdd(target.Name, [.. target.Classes.Select(c => c.Name)]))
            {
                throw new InvalidDataException($"the target '{target.Name}' is in the pipeline file and in {request.PathOf(arguments.Get(TargetsFile))}; remove one.");
            }
        }

        return targets;
    }

    /// <summary>Reports classes that there are not, and targets that are the same for all classes.</summary>
    public static void CheckTargets(Arguments arguments, IReadOnlyList<string> classNames, IReadOnlyList<string> superclassNames, ProblemList problems)
    {
        string[] known = [.. classNames, .. superclassNames];
        foreach (TargetClasses target in arguments.Get(Targets))
        {
            foreach ((string name, Place place) in target.Classes.Where(c => !known.Contains(c.Name)))
            {
                problems.Add(place, $"unknown class '{name}' in the target '{target.Name}'{Suggestion.For(name, known)}");
            }

            bool Covers(IReadOnlyList<string> names) => names.Count > 0 && names.All(name => target.Classes.Any(c => c.Name == name));
            if (Covers(classNames) || Covers(superclassNames))
            {
                problems.Add(target.Place, $"the target '{target.Name}' is true for every class, so there is one class only; remove some.");
            }
        }
    }

    private static TargetClasses[] ReadTargets(string path)
    {
        var problems = new ProblemList(path);
        try
        {
            TargetClasses[] targets = [];
            if (JsonFileReader.Read(File.ReadAllBytes(path), problems) is { } json)
            {
                TryTargets(json, problems, out targets);
            }

            problems.ThrowIfAny();
            return targets;
        }
        catch (PipelineFileException exception)
        {
            throw new InvalidDataException(string.Join(' ', exception.Problems), exception);
        }
    }

    private static bool TryTargets(JsonValue json, ProblemList problems, out TargetClasses[] value)
    {
        value = [];
        if (json.Kind != JsonKind.Object)
        {
            return Parameters.Refuse(json, problems, "object of lists of class names");
        }

        bool good = true;
        foreach (JsonField field in json.Fields)
        {
            good &= Parameters.TryTexts(field.Value, problems, out _);
        }

        value = [.. json.Fields.Select(field => new TargetClasses(field.Name, field.Place,
            field.Value.Kind == JsonKind.Text ? [(field.Value.Text, field.Value.Place)] : [.. field.Value.Items.Select(item => (item.Text, item.Place))]))];
        return good;
    }
}
