namespace Geometry.Experiments;

/// <summary>Checks that the files that a source names are there.</summary>
internal static class FileCheck
{
    /// <summary>Reports each file that is not there.</summary>
    public static void Require(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory, ProblemList problems) =>
        Report(arguments, Given(arguments, files, directory), problems);

    /// <summary>Reports each file of lists that is not there.</summary>
    public static void Require(Arguments arguments, IReadOnlyList<Parameter<string[]>> lists, string directory, ProblemList problems) =>
        Report(arguments, Given(arguments, lists, directory), problems);

    /// <summary>Gives the full path of each file that is named.</summary>
    public static IEnumerable<string> Paths(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory) =>
        Given(arguments, files, directory).Select(given => given.Path);

    /// <summary>Gives the full path of each file that is named in lists.</summary>
    public static IEnumerable<string> Paths(Arguments arguments, IReadOnlyList<Parameter<string[]>> lists, string directory) =>
        Given(arguments, lists, directory).Select(given => given.Path);

    private static IEnumerable<(Parameter File, string Path)> Given(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory) =>
        files.Where(arguments.IsGiven).Select(file => ((Parameter)file, Path.GetFullPath(arguments.Get(file), directory)));

    private static IEnumerable<(Parameter File, string Path)> Given(Arguments arguments, IReadOnlyList<Parameter<string[]>> lists, string directory) =>
        lists.Where(arguments.IsGiven).SelectMany(list => arguments.Get(list).Select(file => ((Parameter)list, Path.GetFullPath(file, directory))));

    private static void Report(Arguments arguments, IEnumerable<(Parameter File, string Path)> files, ProblemList problems)
    {
        foreach ((Parameter file, string path) in files.Where(given => !File.Exists(given.Path)))
        {
            problems.Add(arguments.PlaceOf(file), $"there is no file '{path}' ({file.Name}); relative paths count from the folder of the pipeline file.");
        }
    }
}
