namespace Geometry.Networks;

/// <summary>
/// The parts of a convolutional network between the image and the readout: a named architecture, such as <see cref="Paper"/> and
/// <see cref="ResNet18"/>, or one of the user's own. Immutable.
/// </summary>
public sealed class ConvNetArchitecture : IEquatable<ConvNetArchitecture>
{
    private const string Grammar = "conv(maps,kernel,stride), pool, residual(maps,stride), average and dense(units), with blanks between them";

    private static readonly ConvNetArchitecture[] s_named =
    [
        new("paper", "conv(16,5) pool conv(16,5) pool dense(100) dense(100)", false),
        new("paper-3", "conv(16,5) pool conv(16,5) pool dense(100) dense(100) dense(100)", false),
        new("vgg6", "conv(32) conv(32) pool conv(64) conv(64) pool conv(128) conv(128) pool dense(128)", true),
        new("vgg8", "conv(32) conv(32) pool conv(64) conv(64) pool conv(128) conv(128) pool conv(256) conv(256) pool dense(256)", true),
        new("resnet8", "conv(16) residual(16) residual(32,2) residual(64,2) average", true),
        new("resnet14", "conv(16) residual(16) residual(16) residual(32,2) residual(32) residual(64,2) residual(64) average", true),
        new("resnet18",
            "conv(64) residual(64) residual(64) residual(128,2) residual(128) residual(256,2) residual(256) residual(512,2) residual(512) average", true),
    ];

    private ConvNetArchitecture(string name, string text, bool usesBatchNormalisation)
        : this(name, [.. text.Split(' ').Select(part => ConvNetPart.Parse(part)!)], usesBatchNormalisation)
    {
    }

    /// <summary>Makes an architecture of parts.</summary>
    /// <param name="name">Its name in tables and messages; not empty.</param>
    /// <param name="parts">
    /// The parts from the image on, without the readout: convolutions, pools and residual blocks, then one average at most, then dense layers.
    /// </param>
    /// <param name="usesBatchNormalisation">Whether batch normalisation is on where <see cref="ConvNetOptions.BatchNormalisation"/> leaves it open.</param>
    /// <exception cref="ArgumentException">There is no part, or one follows a part that leaves no maps for it.</exception>
    public ConvNetArchitecture(string name, IReadOnlyList<ConvNetPart> parts, bool usesBatchNormalisation = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new ArgumentException("An architecture needs at least one part.", nameof(parts));
        }

        for (int i = 1; i < parts.Count; i++)
        {
            bool hasMaps = parts[i - 1].Kind is not (ConvNetPartKind.Dense or ConvNetPartKind.Average);
            if (!hasMaps && parts[i].Kind != ConvNetPartKind.Dense)
            {
                throw new ArgumentException(
                    $"The architecture '{name}' has '{parts[i]}' behind '{parts[i - 1]}', which leaves no maps. Only dense layers can follow it.", nameof(parts));
            }
        }

        (Name, Parts, UsesBatchNormalisation) = (name, [.. parts], usesBatchNormalisation);
        Text = string.Join(' ', Parts);
        LayerNames = [.. Named(Parts)];
    }

    /// <summary>Gets two blocks of a 5 x 5 convolution with 16 maps and a pool, then two dense layers of 100.</summary>
    public static ConvNetArchitecture Paper => s_named[0];

    /// <summary>Gets <see cref="Paper"/> with three dense layers.</summary>
    public static ConvNetArchitecture Paper3 => s_named[1];

    /// <summary>Gets a plain network of 6 convolutions in pairs of 32, 64 and 128 maps, and a dense layer of 128.</summary>
    public static ConvNetArchitecture Vgg6 => s_named[2];

    /// <summary>Gets a plain network of 8 convolutions in pairs of 32, 64, 128 and 256 maps, and a dense layer of 256.</summary>
    public static ConvNetArchitecture Vgg8 => s_named[3];

    /// <summary>Gets a residual network of one block each with 16, 32 and 64 maps.</summary>
    public static ConvNetArchitecture ResNet8 => s_named[4];

    /// <summary>Gets a residual network of two blocks each with 16, 32 and 64 maps.</summary>
    public static ConvNetArchitecture ResNet14 => s_named[5];

    /// <summary>Gets a residual network of two blocks each with 64, 128, 256 and 512 maps, with the 3 x 3 stem that small images have.</summary>
    public static ConvNetArchitecture ResNet18 => s_named[6];

    /// <summary>Gets the architectures that have a name.</summary>
    public static IReadOnlyList<ConvNetArchitecture> Known => s_named;

    /// <summary>Gets the name; of an architecture that <see cref="Parse"/> read from parts, their text.</summary>
    public string Name { get; }

    /// <summary>Gets the parts from the image on, without the readout.</summary>
    public IReadOnlyList<ConvNetPart> Parts { get; }

    /// <summary>Gets whether batch normalisation is on where the options leave it open.</summary>
    public bool UsesBatchNormalisation { get; }

    /// <summary>Gets the parts as a text that <see cref="Parse"/> reads.</summary>
    public string Text { get; }

    /// <summary>
    /// Gets the names of the layers, from the image on: <c>Conv1</c>, <c>Pool1</c>, ..., <c>Block1Inner</c> (the activation within a residual block) and
    /// <c>Block1</c>, <c>Average</c>, <c>Hidden1</c>, ... (dense). Convolutions and dense layers are given after their nonlinearity.
    /// </summary>
    public IReadOnlyList<string> LayerNames { get; }

    /// <summary>Reads an architecture: a name, or parts.</summary>
    /// <param name="text">For example <c>resnet8</c>, or <c>conv(8,5) pool dense(50)</c>; case does not matter.</param>
    /// <returns>The architecture; one of parts is without batch normalisation unless the options ask for it.</returns>
    /// <exception cref="ArgumentException">The text is neither; the message says what is known.</exception>
    public static ConvNetArchitecture Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string plain = text.Trim().ToLowerInvariant();
        if (Array.Find(s_named, one => one.Name == plain) is { } named)
        {
            return named;
        }

        string[] pieces = plain.Replace(", ", ",", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 1 && !plain.Contains('(', StringComparison.Ordinal) && ConvNetPart.Parse(plain) is null)
        {
            throw new ArgumentException(
                $"The architecture '{text}' is unknown. Did you mean '{NearestName.To(plain, s_named.Select(one => one.Name))}'? "
                + $"Known: {string.Join(", ", s_named.Select(one => one.Name))}; or write its parts: {Grammar}.", nameof(text));
        }

        ConvNetPart[] parts = [.. pieces.Select(piece => ConvNetPart.Parse(piece) ?? throw new ArgumentException(
            $"In the architecture '{text}', '{piece}' is no part. Write {Grammar}.", nameof(text)))];
        return new ConvNetArchitecture(string.Join<ConvNetPart>(' ', parts), parts);
    }

    /// <inheritdoc/>
    public bool Equals(ConvNetArchitecture? other) =>
        other is not null && Name == other.Name && Text == other.Text && UsesBatchNormalisation == other.UsesBatchNormalisation;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConvNetArchitecture);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Gives <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static IEnumerable<string> Named(IReadOnlyList<ConvNetPart> parts)
    {
        Dictionary<ConvNetPartKind, int> counts = [];
        foreach (ConvNetPart part in parts)
        {
            int number = counts[part.Kind] = counts.GetValueOrDefault(part.Kind) + 1;
            string name = part.Kind switch
            {
                ConvNetPartKind.Convolution => $"Conv{number}",
                ConvNetPartKind.MaxPool => $"Pool{number}",
                ConvNetPartKind.Residual => $"Block{number}",
                ConvNetPartKind.Average => "Average",
                _ => Mlp.HiddenName(number),
            };
            if (part.Kind == ConvNetPartKind.Residual)
            {
                yield return name + ConvNetBlock.InnerSuffix;
            }

            yield return name;
        }
    }
}
