namespace Geometry.MLNet;

/// <summary>How labelled images are loaded.</summary>
public sealed record ImageLoadOptions
{
    /// <summary>Gets the names of the classes, in the order of their codes.</summary>
    /// <value>Default: null, for the data set's own names, or the numbers 0, 1, ... where it has none.</value>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Gets the names of the 20 groups of classes of CIFAR-100, in the order of their codes; other formats have none.</summary>
    /// <value>Default: null, for the data set's own names, or <c>superclass 0</c>, <c>superclass 1</c>, ... where it has none.</value>
    public IReadOnlyList<string>? SuperclassNames { get; init; }

    /// <summary>Gets Boolean columns to make: for each its name and the names of the classes, or groups of classes, for which it is true.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Targets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the most images to load: the first ones of the file.</summary>
    /// <value>At least 1. Default: null, all.</value>
    public int? MaximumRows { get; init; }

    /// <summary>Gets the most images to load, as a number that all readers take; <see cref="Validate"/> refuses wrong ones.</summary>
    internal int Limit => Math.Max(1, MaximumRows ?? int.MaxValue);

    /// <summary>Checks the options against the names that targets can use: of classes, and of their groups where there are any.</summary>
    internal void Validate(IReadOnlyList<string> classNames, IReadOnlyList<string> superclassNames)
    {
        if (MaximumRows < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumRows), MaximumRows, "Load at least one image, or leave MaximumRows null for all.");
        }

        foreach ((string target, IReadOnlyList<string> members) in Targets)
        {
            string[] known = [.. classNames, .. superclassNames], unknown = [.. members.Except(known)];
            if (unknown.Length > 0)
            {
                throw new ArgumentException(
                    $"Target '{target}' names classes that the images do not have: {string.Join(", ", unknown)}. They have: {string.Join(", ", known)}.");
            }

            bool Covers(IReadOnlyList<string> names) => names.Count > 0 && names.All(members.Contains);
            if (members.Count == 0 || Covers(classNames) || Covers(superclassNames))
            {
                throw new ArgumentException(
                    $"Target '{target}' is {(members.Count == 0 ? "false" : "true")} for every class, so there is one class only and nothing to learn. Name some of: {string.Join(", ", known)}.");
            }
        }
    }
}
