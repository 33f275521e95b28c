using Contracts.Cases;
using Contracts.Probes;
using Geometry.MLNet;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;

namespace Contracts.Contract;

/// <summary>Whatever the type of a column and the role that it is given, promise and fitting agree on whether it will do.</summary>
public class RoleContract
{
    private static readonly MlpOptions Short = new() { HiddenWidths = [2], Epochs = 1 };

    private static readonly ConvNetOptions Tiny = new() { Architecture = ConvNetArchitecture.Parse("conv(2) average"), Epochs = 1 };

    private static readonly Dictionary<string, Func<MLContext, string, IEstimator<ITransformer>>> Roles = new()
    {
        ["features"] = (ml, column) => ml.Geometry.Networks.Mlp("Flag", column, Short),
        ["label"] = (ml, column) => ml.Geometry.Networks.Mlp(column, "Features", Short),
        ["real label"] = (ml, column) => ml.Geometry.Networks.Mlp(column, "Features", Short with { Loss = MlpLoss.MeanSquaredError }),
        ["images"] = (ml, column) => ml.Geometry.Networks.Convolutional("Flag", column, Tiny),
        ["label of images"] = (ml, column) => ml.Geometry.Networks.Convolutional(column, "Image", Tiny),
        ["input of a module"] = (ml, column) => ml.Geometry.Networks.Module(torch.nn.Identity(), column, new ModuleOutput("Same")),
        ["embedding"] = (ml, column) => ml.Geometry.Scores.Ccgp(column, ["Shape"]),
        ["condition"] = (ml, column) => ml.Geometry.Scores.Ccgp("Features", [column]),
        ["target"] = (ml, column) => ml.Geometry.Scores.Ccgp("Features", ["Row"], column),
        ["target to align with"] = (ml, column) => ml.Geometry.Scores.Alignment("Features", ["Row"], target: column),
        ["input to align with"] = (ml, column) => ml.Geometry.Scores.Alignment("Features", ["Shape"], input: column),
    };

    public static TheoryData<string> Names => [.. Roles.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Promise_and_fit_agree_on_every_column(string role)
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ContractData.View(ml);
        SchemaShape shape = Shapes.Of(data.Schema);
        var accepted = new List<string>();
        foreach (DataViewSchema.Column column in data.Schema)
        {
            IEstimator<ITransformer> estimator = Roles[role](ml, column.Name);
            bool promised = Accepts(() => estimator.GetOutputSchema(shape));
            Accepts(() => estimator.Fit(data)).ShouldBe(promised, $"{column.Name} ({column.Type}) as {role}");
            if (promised)
            {
                accepted.Add(column.Name);
            }
        }

        accepted.Count.ShouldBeInRange(3, data.Schema.Count - 5);
    }

    // The type of a column is a matter of the schema; what its values are is not.
    private static bool Accepts(Action use)
    {
        try
        {
            use();
            return true;
        }
        catch (ArgumentOutOfRangeException refusal) when (refusal.Message.StartsWith("Schema mismatch for "))
        {
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
