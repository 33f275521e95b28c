using System.Globalization;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// The function that a hidden layer applies to each of its preactivations: a named one, such as <see cref="Tanh"/> and
/// <see cref="ReluCeiling"/>, or a function of a tensor of the user's own (<see cref="FromFunction"/>). Immutable, and safe on any thread.
/// </summary>
public sealed partial class Nonlinearity : IEquatable<Nonlinearity>
{
    private readonly Func<Tensor, Tensor> _function;

    private Nonlinearity(
        string name, double[] parameters, string text, string formula, bool isNamed, Func<Tensor, Tensor> function, NonlinearityKernel? kernel,
        ScalarFunction? scalar)
    {
        Name = name;
        Parameters = parameters;
        Text = text;
        Formula = formula;
        IsNamed = isNamed;
        _function = function;
        Kernel = kernel;
        Scalar = scalar;
    }

    /// <summary>The name without its parameters, such as <c>relu-ceiling</c>.</summary>
    public string Name { get; }

    /// <summary>The values of the parameters, in the order of the text; none for a user's own function. A bound that is absent is infinite.</summary>
    public IReadOnlyList<double> Parameters { get; }

    /// <summary>The name with its parameters, such as <c>relu-ceiling(1.5)</c>; <see cref="Parse"/> reads it back.</summary>
    public string Text { get; }

    /// <summary>The exact formula, with the values of the parameters.</summary>
    public string Formula { get; }

    /// <summary>True for a function of the catalogue, which is known by its text; false for one made by <see cref="FromFunction"/>.</summary>
    public bool IsNamed { get; }

    /// <summary>The function and its derivative over arrays; null for a user's own function.</summary>
    internal NonlinearityKernel? Kernel { get; }

    /// <summary>The function and its derivative in double precision; null for a user's own function.</summary>
    internal ScalarFunction? Scalar { get; }

    /// <summary>The names that <see cref="Parse"/> knows, with their parameters, in alphabetical order.</summary>
    public static IReadOnlyList<string> KnownNames { get; } =
        [.. NonlinearityFamilies.All.Values.Select(Signature).Order(StringComparer.Ordinal)];

    /// <summary>Computes the quadrature that <c>smoothed-tanh</c> is defined by.</summary>
    /// <returns>Points, for a standard deviation of 1, and their weights, which add up to 1.</returns>
    public static (double[] Points, double[] Weights) SmoothingRule() => GaussHermite.Rule(NonlinearityFamilies.SmoothingNodes);

    /// <summary>Applies the function to every element.</summary>
    /// <param name="x">A floating-point tensor of any shape.</param>
    /// <returns>A tensor of the same shape, differentiable by autograd. For <see cref="Linear"/> it is <paramref name="x"/> itself.</returns>
    /// <exception cref="InvalidOperationException">A user's function gave a tensor of another shape.</exception>
    public Tensor Apply(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor result = _function(x);
        if (!IsNamed && (result is null || !result.shape.AsSpan().SequenceEqual(x.shape)))
        {
            string shape = result is null ? "null" : $"shape [{string.Join(", ", result.shape)}]";
            throw new InvalidOperationException(
                $"The nonlinearity '{Text}' was given a tensor of shape [{string.Join(", ", x.shape)}] and returned {shape}. "
                + "Its function must act on each element and keep the shape.");
        }

        return result;
    }

    /// <summary>Computes values and derivatives in double precision.</summary>
    /// <param name="x">The preactivations.</param>
    /// <param name="values">Receives the values; as long as <paramref name="x"/>.</param>
    /// <param name="slopes">Receives the derivatives as autograd gives them; as long as <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values, Span<double> slopes)
    {
        if (values.Length != x.Length || slopes.Length != x.Length)
        {
            throw new ArgumentException($"There are {x.Length} preactivations, but room for {values.Length} values and {slopes.Length} derivatives.");
        }

        if (Scalar is not { } scalar)
        {
            Differentiate(x, values, slopes);
            return;
        }

        for (int i = 0; i < x.Length; i++)
        {
            values[i] = scalar.Value(x[i]);
            slopes[i] = scalar.Slope(x[i]);
        }
    }

    /// <summary>Makes a nonlinearity of a function of the user's own.</summary>
    /// <param name="name">A name for tables and messages; not one of <see cref="KnownNames"/>.</param>
    /// <param name="function">
    /// An elementwise function, made of tensor operations so that autograd can differentiate it, without random numbers, and safe
    /// for use by several threads at once.
    /// </param>
    /// <returns>The nonlinearity. A network that uses it is saved with the name only, and needs the function again to be loaded.</returns>
    /// <exception cref="ArgumentException">The name is empty, or taken by a named function.</exception>
    public static Nonlinearity FromFunction(string name, Func<Tensor, Tensor> function)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(function);
        string plain = Normalise(name.Split('(')[0]);
        if (NonlinearityFamilies.All.ContainsKey(plain) || NonlinearityFamilies.Aliases.ContainsKey(plain))
        {
            throw new ArgumentException($"'{name}' is the name of a function of the catalogue. Choose another name for the function.", nameof(name));
        }

        return new Nonlinearity(name, [], name, $"user-defined function '{name}'", isNamed: false, function, kernel: null, scalar: null);
    }

    /// <summary>Reads a nonlinearity from text: a name, and in brackets the parameters where they differ from the defaults.</summary>
    /// <param name="text">For example <c>tanh</c>, <c>relu-ceiling(1.5)</c> or <c>shifted-relu(-0.5)</c>; case does not matter.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">The name is unknown, or a parameter is no number or out of range; the message says what is known.</exception>
    public static Nonlinearity Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string trimmed = text.Trim();
        int bracket = trimmed.IndexOf('(', StringComparison.Ordinal);
        string name = Normalise(bracket < 0 ? trimmed : trimmed[..bracket]);
        if (NonlinearityFamilies.Aliases.TryGetValue(name, out string? canonical))
        {
            name = canonical;
        }

        if (!NonlinearityFamilies.All.TryGetValue(name, out NonlinearityFamily? family))
        {
            throw UnknownName(name);
        }

        if (bracket < 0)
        {
            return Create(family, []);
        }

        if (!trimmed.EndsWith(')'))
        {
            throw new ArgumentException($"The nonlinearity '{trimmed}' lacks the closing bracket: write {Signature(family)}.", nameof(text));
        }

        string[] items = trimmed[(bracket + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
        return Create(family, items is [""] ? [] : [.. items.Select(item => ReadNumber(item, trimmed, family))]);
    }

    /// <summary>Finds the nonlinearity of something that was saved with the text alone.</summary>
    /// <param name="text">The text, see <see cref="Text"/>.</param>
    /// <param name="isNamed">Whether it is a function of the catalogue, see <see cref="IsNamed"/>.</param>
    /// <param name="functions">The user's own functions, of which one is looked for where it is not.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="InvalidOperationException">It is a user's own one that is not among those given.</exception>
    /// <exception cref="InvalidDataException">The catalogue does not have it.</exception>
    public static Nonlinearity Restore(string text, bool isNamed, IEnumerable<Nonlinearity> functions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(functions);
        if (!isNamed)
        {
            return functions.FirstOrDefault(function => !function.IsNamed && function.Text == text)
                ?? throw new InvalidOperationException(
                    $"The saved network uses the user-defined nonlinearity '{text}', whose function is not saved with it. "
                    + $"Pass Nonlinearity.FromFunction(\"{text}\", ...) to Load.");
        }

        try
        {
            return Parse(text);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"The saved network cannot be used by this release. {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Nonlinearity? other) =>
        other is not null && Text == other.Text && IsNamed == other.IsNamed && (IsNamed || _function == other._function);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Nonlinearity);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Gives <see cref="Text"/>.</summary>
    /// <returns>The name with its parameters.</returns>
    public override string ToString() => Text;

    private void Differentiate(ReadOnlySpan<double> x, Span<double> values, Span<double> slopes)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor input = tensor(x.ToArray(), requires_grad: true), output = Apply(input);
        using TorchSharp.Utils.TensorAccessor<double> results = output.detach().contiguous().data<double>();
        results.CopyTo(values);

        // A function that ignores its argument has no gradient.
        Tensor? gradient = output.requires_grad ? autograd.grad([output.sum()], [input])[0] : null;
        if (gradient is null)
        {
            slopes.Clear();
            return;
        }

        using TorchSharp.Utils.TensorAccessor<double> elements = gradient.contiguous().data<double>();
        elements.CopyTo(slopes);
    }

    private static Nonlinearity Create(string name, params double[] values) => Create(NonlinearityFamilies.All[name], values);

    private static Nonlinearity Create(NonlinearityFamily family, double[] given)
    {
        if (given.Length > family.Parameters.Count)
        {
            throw new ArgumentException(
                $"The nonlinearity '{family.Name}' was given {given.Length} parameters and takes {family.Parameters.Count}: write {Signature(family)}.");
        }

        double[] values = [.. family.Parameters.Select((parameter, i) => i < given.Length ? given[i] : parameter.Default)];
        for (int i = 0; i < values.Length; i++)
        {
            NonlinearityParameter parameter = family.Parameters[i];
            if (!parameter.Allows(values[i]))
            {
                throw new ArgumentException($"The nonlinearity '{family.Name}' has {parameter.Name} = {Format(values[i])}; it must be {parameter.Range}.");
            }
        }

        string[] texts = [.. values.Select(Format)];
        string text = texts.Length == 0 ? family.Name : $"{family.Name}({string.Join(", ", texts)})";
        return new Nonlinearity(
            family.Name, values, text, family.Formula(texts), isNamed: true, family.Build(values), family.Kernel(values), ScalarFunctions.Of(family.Name, values));
    }

    private static double ReadNumber(string item, string text, NonlinearityFamily family) =>
        string.Equals(item, "inf", StringComparison.OrdinalIgnoreCase) ? double.PositiveInfinity
            : double.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
            : throw new ArgumentException($"In the nonlinearity '{text}', '{item}' is not a number: write {Signature(family)}.");

    private static ArgumentException UnknownName(string name)
    {
        IEnumerable<string> names = NonlinearityFamilies.All.Keys.Concat(NonlinearityFamilies.Aliases.Keys);
        string nearest = NearestName.To(name, names)!;
        return new ArgumentException($"The nonlinearity '{name}' is unknown. Did you mean '{nearest}'? Known: {string.Join(", ", KnownNames)}.");
    }

    private static string Signature(NonlinearityFamily family) => family.Parameters.Count == 0
        ? family.Name
        : $"{family.Name}({string.Join(", ", family.Parameters.Select(parameter => parameter.Name))})";

    private static string Normalise(string name) => name.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    internal static string Format(double value) => double.IsPositiveInfinity(value) ? "inf" : value.ToString(CultureInfo.InvariantCulture);
}
