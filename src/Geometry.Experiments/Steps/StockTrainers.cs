using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>ML.NET's own trainers, with the parameter names and defaults of its catalogs.</summary>
internal static class StockTrainers
{
    private static readonly Parameter<string> Label = Parameters.Column("labelColumnName", "The column to be predicted.").Or("Label", "Label");
    private static readonly Parameter<string> Features = Parameters.Column("featureColumnName", "The vector column to predict from.").Or("Features", "Features");
    private static readonly Parameter<string> Weight = Parameters.Column("exampleWeightColumnName", "The column of the rows' weights.").Or("", "all 1");
    private static readonly Parameter<double> L1 = Parameters.Number("l1Regularization", "The weight of the sum of absolute weights.", 0).Or(1, "1");
    private static readonly Parameter<double> L2 = Parameters.Number("l2Regularization", "The weight of the sum of squared weights.", 0).Or(1, "1");
    private static readonly Parameter<double> Tolerance = Parameters.Number("optimizationTolerance", "How small a step ends the search.", 0).Or(1e-7, "1E-07");
    private static readonly Parameter<int> History = Parameters.Integer("historySize", "How many earlier steps L-BFGS remembers.", 1).Or(20, "20");
    private static readonly Parameter<bool> NonNegative = Parameters.Boolean("enforceNonNegativity", false, "Whether weights must be at least 0.");
    private static readonly Parameter<double> Rate = Parameters.Number("learningRate", "The learning rate.", 0).Or(1, "1");
    private static readonly Parameter<bool> Decrease = Parameters.Boolean("decreaseLearningRate", false, "Whether the rate falls as training goes on.");
    private static readonly Parameter<double> PerceptronL2 = Parameters.Number("l2Regularization", "The weight of the sum of squared weights.", 0).Or(0, "0");
    private static readonly Parameter<int> PerceptronIterations = Parameters.Integer("numberOfIterations", "How often the rows are gone through.", 1).Or(10, "10");
    private static readonly Parameter<int> SvmIterations = Parameters.Integer("numberOfIterations", "How often the rows are gone through.", 1).Or(1, "1");
    private static readonly Parameter[] Lbfgs = [Label, Features, Weight, L1, L2, Tolerance, History, NonNegative];

    /// <summary>Gets the steps.</summary>
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        Define("LbfgsLogisticRegression", "Trains a logistic regression for two classes.", Lbfgs,
            (ml, a) => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(a.Get(Label), a.Get(Features), WeightOf(a),
                (float)a.Get(L1), (float)a.Get(L2), (float)a.Get(Tolerance), a.Get(History), a.Get(NonNegative))),
        Define("LbfgsMaximumEntropy", "Trains a multinomial logistic regression; the label is a key.", Lbfgs,
            (ml, a) => ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(a.Get(Label), a.Get(Features), WeightOf(a),
                (float)a.Get(L1), (float)a.Get(L2), (float)a.Get(Tolerance), a.Get(History), a.Get(NonNegative))),
        Define("LinearSvm", "Trains a linear support vector machine for two classes.", [Label, Features, Weight, SvmIterations],
            (ml, a) => ml.BinaryClassification.Trainers.LinearSvm(a.Get(Label), a.Get(Features), WeightOf(a), a.Get(SvmIterations))),
        Define("AveragedPerceptron", "Trains an averaged perceptron for two classes.", [Label, Features, Rate, Decrease, PerceptronL2, PerceptronIterations],
            (ml, a) => ml.BinaryClassification.Trainers.AveragedPerceptron(a.Get(Label), a.Get(Features), null, (float)a.Get(Rate),
                a.Get(Decrease), (float)a.Get(PerceptronL2), a.Get(PerceptronIterations))),
    ];

    private static string? WeightOf(Arguments arguments) => arguments.IsGiven(Weight) ? arguments.Get(Weight) : null;

    private static StepDefinition Define(
        string name, string description, IReadOnlyList<Parameter> parameters, Func<MLContext, Arguments, IEstimator<ITransformer>> make) =>
        new(name, StepOrigin.MLNet, description, parameters) { Build = (context, arguments) => [make(context.ML, arguments)], IsRandom = true };
}
