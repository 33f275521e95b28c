using Geometry.MLNet;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Rows of image files in sub-folders, one a class.</summary>
internal static class ImageFolderSource
{
    private static readonly Parameter<string> Train = Parameters.Text("train", "The folder of the training images, with a sub-folder for each class.");
    private static readonly Parameter<string> Test = Parameters.Text("test", "The folder of the test images, with sub-folders of the same names.").Or("", "the folder of train");
    private static readonly Parameter<int> TrainPerClass = Parameters.Integer("trainPerClass", "The most training images of a class: the first ones by name.", 1).Or(0, "all");
    private static readonly Parameter<int> TestPerClass = Parameters.Integer("testPerClass", "The most test images of a class: the first ones by name.", 1).Or(0, "all");

    private static readonly Parameter<bool> Skip = Parameters.Boolean("skipUnreadable", false,
        "Whether files that are damaged, or of another shape than most, are left out and counted instead of refused.");

    private static readonly Parameter<bool> PathsOnly = Parameters.Boolean("pathsOnly", false,
        "Whether there is no column Features, for images of several sizes that the steps LoadImages, ResizeImages and ExtractPixels read.");

    /// <summary>Gets the source.</summary>
    public static DataSourceDefinition Definition { get; } = new("imageFolder",
        "PNG and JPEG files in sub-folders, one a class; paths count from the folder of the pipeline file. Columns: ImagePath, Features (pixels from 0 to 1, "
            + "channels x height x width), Condition (the class) and the targets.",
        [Train, Test, ImageFields.Targets, ImageFields.TargetsFile, TrainPerClass, TestPerClass, Skip, PathsOnly], Load)
    {
        Check = Check,
        Files = (arguments, directory) => FileCheck.Paths(arguments, [ImageFields.TargetsFile], directory),
    };

    private static void Check(Arguments arguments, string directory, ProblemList problems)
    {
        foreach (Parameter<string> folder in (Parameter<string>[])[Train, Test])
        {
            string path = Path.GetFullPath(arguments.Get(folder) is { Length: > 0 } given ? given : ".", Path.GetFullPath(directory));
            if (!Directory.Exists(path))
            {
                problems.Add(arguments.PlaceOf(folder), $"there is no folder '{path}' ({folder.Name}); relative paths count from the folder of the pipeline file.");
            }
        }
    }

    private static DataViews Load(DataRequest request, Arguments arguments)
    {
        IDataView Part(Parameter<string> folder, Parameter<int> perClass) => request.ML.Geometry.Data.LoadFromImageFolder(
            request.PathOf(arguments.Get(folder)), new ImageFolderOptions
            {
                Targets = ImageFields.TargetsOf(request, arguments),
                MaximumPerClass = request.Limit(arguments.IsGiven(perClass) ? arguments.Get(perClass) : null),
                SkipUnreadable = arguments.Get(Skip),
                PathsOnly = arguments.Get(PathsOnly),
            });
        IDataView train = Part(Train, TrainPerClass);
        return new DataViews(train, arguments.IsGiven(Test) || arguments.IsGiven(TestPerClass) ? Part(arguments.IsGiven(Test) ? Test : Train, TestPerClass) : train);
    }
}
