using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Rows of labelled images in IDX files, the format of MNIST.</summary>
internal static class IdxSource
{
    private static readonly Parameter<string> TrainImages = Parameters.Text("trainImages", "The IDX file of the training images, plain or compressed with gzip.");
    private static readonly Parameter<string> TrainLabels = Parameters.Text("trainLabels", "The IDX file of their labels.");
    private static readonly Parameter<string> TestImages = Parameters.Text("testImages", "The IDX file of the test images.");
    private static readonly Parameter<string> TestLabels = Parameters.Text("testLabels", "The IDX file of their labels.");
    private static readonly Parameter<string[]> ClassNames = Parameters.Texts("classNames", "The names of the classes, in the order of their codes.").Or([], "0, 1, 2 and so on");

    /// <summary>Gets the source.</summary>
    public static DataSourceDefinition Definition { get; } = new("idx",
        "Images and labels in IDX files; paths count from the folder of the pipeline file. Columns: Features (pixels from 0 to 1), Condition (the "
            + "class) and the targets.",
        [TrainImages, TrainLabels, TestImages, TestLabels, ClassNames, ImageFields.Targets, ImageFields.TargetsFile, ImageFields.TrainRows, ImageFields.TestRows], Load)
    {
        Check = Check,
        Files = (arguments, directory) => FileCheck.Paths(arguments, [TrainImages, TrainLabels, TestImages, TestLabels, ImageFields.TargetsFile], directory),
    };

    private static void Check(Arguments arguments, string directory, ProblemList problems)
    {
        FileCheck.Require(arguments, [TrainImages, TrainLabels, TestImages, TestLabels], directory, problems);
        if (arguments.IsGiven(ClassNames))
        {
            ImageFields.CheckTargets(arguments, arguments.Get(ClassNames), [], problems);
        }
    }

    private static DataViews Load(DataRequest request, Arguments arguments)
    {
        IDataView Part(Parameter<string> images, Parameter<string> labels, Parameter<int> rows) => request.ML.Geometry.Data.LoadFromIdxFiles(
            request.PathOf(arguments.Get(images)), request.PathOf(arguments.Get(labels)),
            ImageFields.Options(request, arguments, rows, arguments.IsGiven(ClassNames) ? arguments.Get(ClassNames) : null));
        return new DataViews(Part(TrainImages, TrainLabels, ImageFields.TrainRows), Part(TestImages, TestLabels, ImageFields.TestRows));
    }
}
