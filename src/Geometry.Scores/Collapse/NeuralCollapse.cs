namespace Geometry.Scores;

/// <summary>
/// Neural collapse (Papyan, Han, Donoho 2020): how far the responses of the classes of a target have shrunk to their means (NC1), how far
/// those means are from a simplex (NC2), how far the readout is from them (NC3), and how often it answers otherwise than the nearest
/// mean (NC4). 0 is full collapse. Variability within classes is split into that between the conditions of a class and the noise
/// within conditions. Classes weigh the same, and so do the conditions of a class.
/// </summary>
public static partial class NeuralCollapse
{
    /// <summary>The name of the score.</summary>
    public const string Name = "collapse";

    private const string Vacuous = "vacuous: the centred means of two classes are always of equal norm and opposite";

    /// <summary>Measures the collapse of the classes of a target.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targetName">The target's name, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="classes">The class of each row, the same within a condition.</param>
    /// <param name="readout">
    /// The layer that reads the representation, with one output a class in the order of the classes, or one output for two classes, the
    /// second of which is positive; null to leave NC3 and NC4 out.
    /// </param>
    /// <returns>
    /// The entries of the catalogue's variants in their order. NC1: <c>pinv</c> is tr(W B^+)/C with W, B the scatter within and between the
    /// C classes, <c>trace-quotient</c> is tr W / tr B, <c>cdnv</c> is the mean over pairs of classes of (var i + var j) / (2 |mean i - mean j|^2);
    /// each in all, between conditions and of noise, which add up. NC2: coefficient of variation of the centred class means' norms, standard
    /// deviation of their cosines, mean |cosine + 1/(C-1)|. NC3: |W/|W| - M/|M|| for readout weights W and centred class means M.
    /// NC4: the fraction of rows where the largest output (the first of equal ones) is not of the nearest class mean.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Rows do not fit together, a condition has rows of two classes, or the readout has another width or number of outputs.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation, ConditionLabels conditions, string targetName, ConditionLabels classes, LinearReadout? readout = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(targetName);
        conditions.CheckFit(representation);
        var classOf = conditions.ClassOfEach(targetName, classes);
        CheckReadout(readout, representation.Width, classes.Count);
        var reason = RowSelection.TooFew(conditions, 1) is { } names ? $"there are no rows of {names}"
            : RowSelection.TooFew(classes, 1) is { } empty ? $"there are no rows of class {empty}"
            : null;
        ClassGeometry Geometry()
        {
            var means = ConditionMeans.Of(representation, conditions);
            return new ClassGeometry(means, new RowNoise(representation, conditions, means), classOf, classes.Count);
        }

        var (table, geometry) = Entries(targetName, classes.Names, representation.Rows, reason, Geometry, readout);
        if (readout is not null)
        {
            table.AddDisagreement(geometry, readout, representation);
        }

        return table.Entries;
    }

    /// <summary>NC1 to NC3.</summary>
    private static (CollapseTable Table, ClassGeometry? Geometry) Entries(
        string targetName, IReadOnlyList<string> classes, long rows, string? reason, Func<ClassGeometry> newGeometry, LinearReadout? readout)
    {
        reason ??= classes.Count < 2 ? $"'{targetName}' has only one class" : null;
        var geometry = reason is null ? newGeometry() : null;
        reason ??= geometry!.Coincide ? "all class means are equal" : null;
        var table = new CollapseTable(targetName, classes, rows, reason);
        table.AddVariability(geometry);
        table.AddSimplex(geometry, classes.Count == 2 ? [Vacuous] : []);
        if (readout is not null)
        {
            table.AddReadout(geometry, readout);
        }

        return (table, geometry);
    }

    private static void CheckReadout(LinearReadout? readout, int width, int classes)
    {
        if (readout is not null && readout.Width != width)
        {
            throw new ArgumentException($"The readout reads {readout.Width} units, but the representation has {width}.", nameof(readout));
        }

        if (readout is not null && readout.Outputs != classes && !(readout.Outputs == 1 && classes == 2))
        {
            throw new ArgumentException($"The readout has {readout.Outputs} outputs, but there are {classes} classes.", nameof(readout));
        }
    }
}
