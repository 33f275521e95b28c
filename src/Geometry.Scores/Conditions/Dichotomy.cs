namespace Geometry.Scores;

/// <summary>A division of the conditions in two sides.</summary>
public sealed class Dichotomy
{
    private readonly bool[] _positive;

    /// <summary>Makes a dichotomy.</summary>
    /// <param name="name">Its name, as it appears in <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="positive">For each condition whether it is on the positive side.</param>
    /// <exception cref="ArgumentException">The name is blank or there is no condition.</exception>
    public Dichotomy(string name, ReadOnlySpan<bool> positive)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (positive.IsEmpty)
        {
            throw new ArgumentException($"Dichotomy '{name}' has no conditions.", nameof(positive));
        }

        Name = name;
        _positive = positive.ToArray();
        PositiveCount = positive.Count(true);
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the number of conditions.</summary>
    public int Count => _positive.Length;

    /// <summary>Gets the number of conditions on the positive side.</summary>
    public int PositiveCount { get; }

    /// <summary>Gets the number of conditions on the negative side.</summary>
    public int NegativeCount => Count - PositiveCount;

    /// <summary>Gets whether both sides have the same number of conditions.</summary>
    public bool IsBalanced => PositiveCount == NegativeCount;

    /// <summary>Gets for each condition whether it is on the positive side.</summary>
    public ReadOnlySpan<bool> Positive => _positive;

    /// <summary>Gets whether a condition is on the positive side.</summary>
    /// <param name="condition">The condition's code.</param>
    /// <returns>True for the positive side.</returns>
    public bool IsPositive(int condition) => _positive[condition];

    /// <summary>Gets whether two dichotomies divide the conditions alike, whichever side is called positive.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>True when they are the same division.</returns>
    public bool IsSameDivision(Dichotomy other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count != Count)
        {
            return false;
        }

        var flip = _positive[0] != other._positive[0];
        for (var i = 1; i < Count; i++)
        {
            if ((_positive[i] != other._positive[i]) != flip)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes the dichotomy that this one draws between some of its conditions.</summary>
    /// <param name="from">The conditions that this dichotomy divides.</param>
    /// <param name="to">Labels with some of those conditions, found by name.</param>
    /// <returns>A dichotomy of the same name.</returns>
    /// <exception cref="ArgumentException">This dichotomy is of another number of conditions, or a condition is not one of them.</exception>
    public Dichotomy Restrict(ConditionLabels from, ConditionLabels to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        CheckFit([this], from);
        var codeOf = from.Names.Select((name, code) => (name, code)).ToDictionary(p => p.name, p => p.code, StringComparer.Ordinal);
        return new Dichotomy(Name, to.Names.Select(name => codeOf.TryGetValue(name, out var code)
            ? _positive[code]
            : throw new ArgumentException($"Condition '{name}' is not one of those that '{Name}' divides.", nameof(to))).ToArray());
    }

    /// <summary>Makes the dichotomy that a two-valued target draws between the conditions.</summary>
    /// <param name="targetName">The target's name, which the dichotomy takes.</param>
    /// <param name="target">The target's value in each row.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <returns>The dichotomy. Conditions without rows are on the negative side.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the target changes within a condition (the message names both).</exception>
    public static Dichotomy FromTarget(string targetName, ReadOnlySpan<bool> target, ConditionLabels conditions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(targetName);
        ArgumentNullException.ThrowIfNull(conditions);
        if (target.Length != conditions.Rows)
        {
            throw new ArgumentException($"Target '{targetName}' has {target.Length} rows, but there are {conditions.Rows} condition labels.", nameof(target));
        }

        var side = new bool[conditions.Count];
        var known = new bool[conditions.Count];
        for (var row = 0; row < target.Length; row++)
        {
            var condition = conditions.Codes[row];
            if (known[condition] && side[condition] != target[row])
            {
                throw new ArgumentException(
                    $"Target '{targetName}' is both true and false within condition '{conditions.Names[condition]}', so it does not divide the conditions. "
                    + "Add the column that distinguishes those rows to the condition columns, or choose another target.",
                    nameof(target));
            }

            known[condition] = true;
            side[condition] = target[row];
        }

        return new Dichotomy(targetName, side);
    }

    /// <summary>
    /// Makes the dichotomies that a target of several classes draws between the conditions: for two classes one, named as the target,
    /// with the second class positive; for more, one for each class against the rest, named like <c>target=class</c>.
    /// </summary>
    /// <param name="targetName">The target's name.</param>
    /// <param name="classes">The class of each row.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <returns>One dichotomy, or one a class that has rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, the class changes within a condition, or there is only one class.</exception>
    public static IReadOnlyList<Dichotomy> FromClasses(string targetName, ConditionLabels classes, ConditionLabels conditions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(targetName);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(conditions);
        var present = Enumerable.Range(0, classes.Count).Where(c => classes.RowsOf[c] > 0).ToArray();
        if (present.Length < 2)
        {
            throw new ArgumentException($"Target '{targetName}' has only the class '{classes.Names[present[0]]}', so there is nothing to tell apart.", nameof(classes));
        }

        Dichotomy Against(string name, int code)
        {
            var target = new bool[classes.Rows];
            for (var row = 0; row < target.Length; row++)
            {
                target[row] = classes.Codes[row] == code;
            }

            return FromTarget(name, target, conditions);
        }

        return present.Length == 2
            ? [Against(targetName, present[1])]
            : [.. present.Select(code => Against($"{targetName}={classes.Names[code]}", code))];
    }

    /// <summary>
    /// Lists the balanced dichotomies of m conditions in a fixed order. m even: C(m, m/2)/2 of them, the last condition always on the
    /// negative side. m odd: C(m, (m-1)/2), with the smaller side positive. Named by the positive conditions, such as <c>{0,3}</c>.
    /// </summary>
    /// <param name="conditions">Number of conditions m, at least 2.</param>
    /// <param name="maximum">
    /// The most to list; when there are more, that many are drawn without replacement, and listed in the fixed order. Default 10,000.
    /// </param>
    /// <param name="seed">The seed of the draw; not used when all are listed.</param>
    /// <returns>The dichotomies, which know how many there are in all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">m is below 2 or above 60, or <paramref name="maximum"/> below 1.</exception>
    public static DichotomySet AllBalanced(int conditions, int maximum = 10_000, long seed = 0) =>
        DichotomySet.Balanced(conditions, maximum, seed);

    /// <summary>Checks that there are dichotomies and that they are of the labels' conditions.</summary>
    internal static void CheckFit(IReadOnlyList<Dichotomy> dichotomies, ConditionLabels conditions)
    {
        ArgumentNullException.ThrowIfNull(dichotomies);
        if (dichotomies.Count == 0)
        {
            throw new ArgumentException("There is no dichotomy to score; give at least one target.", nameof(dichotomies));
        }

        foreach (var dichotomy in dichotomies)
        {
            if (dichotomy.Count != conditions.Count)
            {
                throw new ArgumentException(
                    $"Dichotomy '{dichotomy.Name}' divides {dichotomy.Count} conditions, but the data has {conditions.Count}.", nameof(dichotomies));
            }
        }
    }
}
