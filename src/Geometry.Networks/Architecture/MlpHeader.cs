namespace Geometry.Networks;

/// <summary>The header of a saved network.</summary>
internal sealed record MlpHeader(int Inputs, int[] Hidden, int Outputs, string Nonlinearity, bool IsNamed, ReadoutMode Readout)
{
    /// <summary>Describes an architecture.</summary>
    public static MlpHeader Of(MlpArchitecture architecture) => new(
        architecture.InputWidth,
        [.. architecture.HiddenWidths],
        architecture.OutputWidth,
        architecture.Nonlinearity.Text,
        architecture.Nonlinearity.IsNamed,
        architecture.Readout);

    /// <summary>Gives the architecture back, with a user's own nonlinearity looked up among the given ones.</summary>
    public MlpArchitecture ToArchitecture(IEnumerable<Nonlinearity> functions)
    {
        const int MaxWidth = 1 << 24;
        if (Hidden is not { Length: > 0 } || !Hidden.Append(Inputs).Append(Outputs).All(width => width is >= 1 and <= MaxWidth)
            || string.IsNullOrEmpty(Nonlinearity) || !Enum.IsDefined(Readout))
        {
            throw new InvalidDataException("The saved network is damaged: its header describes no network.");
        }

        return new MlpArchitecture(Inputs, Hidden, Outputs, SavedNonlinearity.Find(Nonlinearity, IsNamed, functions), Readout);
    }
}
