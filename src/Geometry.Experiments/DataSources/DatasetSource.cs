using Geometry.Tasks;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Rows of a data set that this library knows: where it is found, which files it has, what their checksums are.</summary>
internal static class DatasetSource
{
    private static readonly Parameter<string> Name = Parameters.Choice("name", "The data set.", DatasetManifest.KnownNames.Select(name => (name, name)), "data set");
    private static readonly Parameter<string> Train = Parameters.Text("train", "The part that the chain is fitted on.").Or("train", "train");
    private static readonly Parameter<string> Test = Parameters.Text("test", "The part that is scored.").Or("test", "test");

    /// <summary>Gets the source.</summary>
    public static DataSourceDefinition Definition { get; } = new("dataset",
        "A data set of images with a manifest in datasets/. Columns: Features (pixels from 0 to 1, channels x height x width), Condition (the class), for "
            + "cifar-100 Superclass, and the targets.",
        [Name, Train, Test, ImageFields.Targets, ImageFields.TargetsFile, ImageFields.TrainRows, ImageFields.TestRows], Load)
    {
        Check = (arguments, _, problems) => Check(arguments, problems),
        Files = (arguments, directory) => FileCheck.Paths(arguments, [ImageFields.TargetsFile], directory),
    };

    private static void Check(Arguments arguments, ProblemList problems)
    {
        DatasetManifest manifest = DatasetManifest.Find(arguments.Get(Name));
        foreach (Parameter<string> part in (ReadOnlySpan<Parameter<string>>)[Train, Test])
        {
            if (!manifest.Splits.ContainsKey(arguments.Get(part)))
            {
                problems.Add(arguments.PlaceOf(part),
                    $"the data set '{manifest.Name}' has no part '{arguments.Get(part)}'{Suggestion.For(arguments.Get(part), manifest.Splits.Keys)}");
            }
        }

        ImageFields.CheckTargets(arguments, manifest.Classes, manifest.Superclasses ?? [], problems);
    }

    private static DataViews Load(DataRequest request, Arguments arguments)
    {
        IDataView Part(Parameter<string> part, Parameter<int> rows) =>
            request.ML.Geometry.Data.LoadDataset(arguments.Get(Name), arguments.Get(part), ImageFields.Options(request, arguments, rows, null));
        return new DataViews(Part(Train, ImageFields.TrainRows), Part(Test, ImageFields.TestRows));
    }
}
