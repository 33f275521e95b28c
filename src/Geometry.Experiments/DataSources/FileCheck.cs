namespace Geometry.Experiments;

/// <summary>Checks that the files that a source names are there.</summary>
internal static class FileCheck
{
    /// <summary>Reports each file that is not there.</summary>
    public static void Require(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory, ProblemList problems)
    {
        foreach (Parameter<string> file in files.Where(arguments.IsGiven))
        {
            Require(arguments, file, [arguments.Get(file)], directory, problems);
        }
    }

    /// <summary>Reports each file of a list that is not there.</summary>
    public static void Require(Arguments arguments, IReadOnlyList<Parameter<string[]>> lists, string directory, ProblemList problems)
    {
        foreach (Parameter<string[]> list in lists.Where(arguments.IsGiven))
        {
            Require(arguments, list, arguments.Get(list), directory, problems);
        }
    }

    private static void Require(Arguments arguments, Parameter parameter, string[] files, string directory, ProblemList problems)
    {
        foreach (string path in files.Select(file => Path.GetFullPath(file, directory)).Where(path => !File.Exists(path)))
        {
            problems.Add(arguments.PlaceOf(parameter),
                $"there is no file '{path}' ({parameter.Name}); relative paths count from the folder of the pipeline file.");
        }
    }
}
