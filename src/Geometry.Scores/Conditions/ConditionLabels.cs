using System.Globalization;

namespace Geometry.Scores;

/// <summary>The condition of every row: a code per row and a name per code.</summary>
public sealed class ConditionLabels
{
    private readonly int[] _codes;
    private readonly string[] _names;
    private readonly int[] _rowsOf;
    private readonly ConditionVariable[] _variables;

    /// <summary>Makes labels from codes.</summary>
    /// <param name="codes">The condition of each row, from 0 to one less than the number of names.</param>
    /// <param name="names">The name of each condition, all different. A condition may have no rows.</param>
    /// <exception cref="ArgumentException">There is no row or no name, a name repeats, or a code has no name.</exception>
    public ConditionLabels(ReadOnlySpan<int> codes, IReadOnlyList<string> names)
        : this(codes, names, [])
    {
    }

    private ConditionLabels(ReadOnlySpan<int> codes, IReadOnlyList<string> names, ConditionVariable[] variables)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (codes.IsEmpty || names.Count == 0)
        {
            throw new ArgumentException("Condition labels need at least one row and one condition.", nameof(codes));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name ?? throw new ArgumentException("A condition name is null.", nameof(names))))
            {
                throw new ArgumentException($"The condition name '{name}' appears twice; names must differ.", nameof(names));
            }
        }

        _rowsOf = new int[names.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            if ((uint)codes[row] >= (uint)names.Count)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Row {row} has condition code {codes[row]}, but codes go from 0 to {names.Count - 1}. Drop rows whose condition is missing."),
                    nameof(codes));
            }

            _rowsOf[codes[row]]++;
        }

        _codes = codes.ToArray();
        _names = [.. names];
        _variables = variables;
    }

    /// <summary>Gets the number of rows.</summary>
    public int Rows => _codes.Length;

    /// <summary>Gets the number of conditions, those without rows included.</summary>
    public int Count => _names.Length;

    /// <summary>Gets the condition of each row.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Gets the name of each condition.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Gets the number of rows of each condition.</summary>
    public IReadOnlyList<int> RowsOf => _rowsOf;

    /// <summary>Gets the variables whose combinations the conditions are; empty when the labels were not made by <see cref="Combine"/>.</summary>
    public IReadOnlyList<ConditionVariable> Variables => _variables;

    /// <summary>Makes labels from a text per row; conditions are numbered in ordinal order of their text, whatever the order of the rows.</summary>
    /// <param name="values">The condition of each row.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="ArgumentException">There is no row, or a value is null.</exception>
    public static ConditionLabels FromValues(IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var names = values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 0; code < names.Length; code++)
        {
            codeOf.Add(names[code] ?? throw new ArgumentException("A condition value is null; drop rows whose condition is missing.", nameof(values)), code);
        }

        return new ConditionLabels(values.Select(value => codeOf[value]).ToArray(), names);
    }

    /// <summary>
    /// Combines several variables: a condition is one combination of their values that occurs. Conditions are numbered in the order of
    /// the variables' codes (the last variable fastest) and named like <c>colour=red, shape=round</c>.
    /// </summary>
    /// <param name="variables">Name and labels of each variable, all with the same number of rows.</param>
    /// <returns>Labels that also carry the variables.</returns>
    /// <exception cref="ArgumentException">There is no variable, a name repeats, or the numbers of rows differ.</exception>
    public static ConditionLabels Combine(params IReadOnlyList<(string Name, ConditionLabels Labels)> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (variables.Count == 0 || variables.Select(v => v.Name).Distinct(StringComparer.Ordinal).Count() != variables.Count)
        {
            throw new ArgumentException("Conditions are combined from at least one variable, and variable names must differ.", nameof(variables));
        }

        var rows = variables[0].Labels.Rows;
        foreach (var (name, labels) in variables)
        {
            if (labels.Rows != rows)
            {
                throw new ArgumentException($"Variable '{name}' has {labels.Rows} rows, but '{variables[0].Name}' has {rows}.", nameof(variables));
            }
        }

        var levels = new int[rows][];
        for (var row = 0; row < rows; row++)
        {
            levels[row] = new int[variables.Count];
            for (var v = 0; v < variables.Count; v++)
            {
                levels[row][v] = variables[v].Labels.Codes[row];
            }
        }

        var order = Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
        var combinations = new SortedSet<int[]>(levels, order).ToArray();
        var codes = Array.ConvertAll(levels, level => Array.BinarySearch(combinations, level, order));
        var names = Array.ConvertAll(
            combinations,
            combination => string.Join(", ", variables.Select((v, i) => $"{v.Name}={v.Labels.Names[combination[i]]}")));
        var carried = variables.Select((v, i) => new ConditionVariable(v.Name, Array.ConvertAll(combinations, c => c[i]), v.Labels.Names)).ToArray();
        return new ConditionLabels(codes, names, carried);
    }

    /// <summary>Labels other rows with the same conditions, and the variables that they are made of.</summary>
    /// <param name="codes">The condition of each row; conditions may be without rows.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="ArgumentException">There is no row, or a code is out of range.</exception>
    public ConditionLabels WithCodes(ReadOnlySpan<int> codes) => new(codes, _names, _variables);

    /// <summary>Finds a variable by name.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The variable, or null when the conditions are not made of it.</returns>
    public ConditionVariable? FindVariable(string name) => Array.Find(_variables, v => v.Name == name);

    /// <summary>The rows of all conditions but one.</summary>
    internal ConditionLabels Without(int condition) => new(
        _codes.Where(code => code != condition).Select(code => code < condition ? code : code - 1).ToArray(),
        [.. _names.Where((_, code) => code != condition)],
        Array.ConvertAll(_variables, v => new ConditionVariable(v.Name, v.LevelOf.Where((_, code) => code != condition).ToArray(), v.LevelNames)));

    /// <summary>The class of each condition, -1 for a condition without rows; all rows of a condition must be of one class.</summary>
    internal int[] ClassOfEach(string targetName, ConditionLabels classes)
    {
        ArgumentNullException.ThrowIfNull(targetName);
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Rows != Rows)
        {
            throw new ArgumentException($"Target '{targetName}' has {classes.Rows} rows, but there are {Rows} condition labels.", nameof(classes));
        }

        var classOf = new int[Count];
        Array.Fill(classOf, -1);
        for (var row = 0; row < Rows; row++)
        {
            ref var known = ref classOf[_codes[row]];
            if (known >= 0 && known != classes._codes[row])
            {
                throw new ArgumentException(
                    $"Condition '{_names[_codes[row]]}' has rows of the classes '{classes._names[known]}' and '{classes._names[classes._codes[row]]}' of '{targetName}'. "
                    + "Add the column that distinguishes those rows to the condition columns.",
                    nameof(classes));
            }

            known = classes._codes[row];
        }

        return classOf;
    }

    /// <summary>Checks that the labels belong to a matrix.</summary>
    internal void CheckFit(Representation representation)
    {
        ArgumentNullException.ThrowIfNull(representation);
        if (representation.Rows != Rows)
        {
            throw new ArgumentException($"The representation has {representation.Rows} rows, but there are {Rows} condition labels; they must be of the same rows.");
        }
    }
}
