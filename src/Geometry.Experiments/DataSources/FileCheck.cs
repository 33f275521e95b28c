namespace Geometry.Experiments;

/// <summary>Checks that the files that a source names are there.</summary>
internal static class FileCheck
{
    /// <summary>Reports each file that is not there.</summary>
    public static void Require(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory, ProblemList problems)
    {
        foreach ((Parameter<string> file, string path) in Given(arguments, files, directory).Where(given => !File.Exists(given.Path)))
        {
            problems.Add(arguments.PlaceOf(file), $"there is no file '{path}' ({file.Name}); relative paths count from the folder of the pipeline file.");
        }
    }

    /// <summary>Gives the full path of each file that is named.</summary>
    public static IEnumerable<string> Paths(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory) =>
        Given(arguments, files, directory).Select(given => given.Path);

    private static IEnumerable<(Parameter<string> File, string Path)> Given(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory) =>
        files.Where(arguments.IsGiven).Select(file => (file, Path.GetFullPath(arguments.Get(file), directory)));
}
