using Geometry.Tasks;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Rows of labelled images in binary files of the CIFAR family.</summary>
internal static class CifarSource
{
    private static readonly Parameter<CifarFormat> Format = Parameters.Choice<CifarFormat>("format", "The layout of the records.");
    private static readonly Parameter<string[]> TrainFiles = Parameters.Texts("trainFiles", "The binary files of the training images, plain or compressed with gzip.");
    private static readonly Parameter<string[]> TestFiles = Parameters.Texts("testFiles", "The binary files of the test images.");
    private static readonly Parameter<string[]> ClassNames = Parameters.Texts("classNames", "The names of the classes, in the order of their codes.").Or([], "0, 1, 2 and so on");

    private static readonly Parameter<string[]> SuperclassNames = Parameters
        .Texts("superclassNames", "The names of the 20 groups of classes of Cifar100, in the order of their codes.").Or([], "superclass 0, superclass 1 and so on");

    /// <summary>Gets the source.</summary>
    public static DataSourceDefinition Definition { get; } = new("cifar",
        "Colour images of 32 x 32 pixels in binary files of CIFAR-10 or CIFAR-100; paths count from the folder of the pipeline file. Columns: Features "
            + "(pixels from 0 to 1, 3 x 32 x 32), Condition (the class), for Cifar100 Superclass, and the targets.",
        [Format, TrainFiles, TestFiles, ClassNames, SuperclassNames, ImageFields.Targets, ImageFields.TargetsFile, ImageFields.TrainRows, ImageFields.TestRows], Load)
    {
        Check = Check,
        Files = (arguments, directory) => FileCheck.Paths(arguments, [TrainFiles, TestFiles], directory).Concat(FileCheck.Paths(arguments, [ImageFields.TargetsFile], directory)),
    };

    private static void Check(Arguments arguments, string directory, ProblemList problems)
    {
        FileCheck.Require(arguments, [TrainFiles, TestFiles], directory, problems);
        if (arguments.IsGiven(ClassNames))
        {
            ImageFields.CheckTargets(arguments, arguments.Get(ClassNames), arguments.Get(SuperclassNames), problems);
        }
    }

    private static DataViews Load(DataRequest request, Arguments arguments)
    {
        IDataView Part(Parameter<string[]> files, Parameter<int> rows) => request.ML.Geometry.Data.LoadFromCifarFiles(
            [.. arguments.Get(files).Select(request.PathOf)], arguments.Get(Format),
            ImageFields.Options(request, arguments, rows, arguments.IsGiven(ClassNames) ? arguments.Get(ClassNames) : null) with
            {
                SuperclassNames = arguments.IsGiven(SuperclassNames) ? arguments.Get(SuperclassNames) : null,
            });
        return new DataViews(Part(TrainFiles, ImageFields.TrainRows), Part(TestFiles, ImageFields.TestRows));
    }
}
