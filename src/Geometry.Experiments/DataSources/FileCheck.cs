namespace Geometry.Experiments;

/// <summary>Checks that the files that a source names are there.</summary>
internal static class FileCheck
{
    /// <summary>Reports each file that is not there.</summary>
    public static void Require(Arguments arguments, IReadOnlyList<Parameter<string>> files, string directory, ProblemList problems)
    {
        foreach (Parameter<string> file in files.Where(arguments.IsGiven))
        {
            string path = Path.GetFullPath(arguments.Get(file), directory);
            if (!File.Exists(path))
            {
                problems.Add(arguments.PlaceOf(file), $"there is no file '{path}' ({file.Name}); relative paths count from the folder of the pipeline file.");
            }
        }
    }
}
