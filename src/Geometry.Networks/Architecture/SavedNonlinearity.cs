namespace Geometry.Networks;

/// <summary>Finds the function that a saved network names.</summary>
internal static class SavedNonlinearity
{
    /// <summary>Finds the function.</summary>
    /// <param name="text">The text that was saved.</param>
    /// <param name="isNamed">Whether the function is of the catalogue.</param>
    /// <param name="functions">The user's own ones.</param>
    /// <exception cref="InvalidOperationException">It is a user's own one that is not among those given.</exception>
    /// <exception cref="InvalidDataException">The catalogue does not have it.</exception>
    public static Nonlinearity Find(string text, bool isNamed, IEnumerable<Nonlinearity> functions)
    {
        if (!isNamed)
        {
            return functions.FirstOrDefault(function => !function.IsNamed && function.Text == text)
                ?? throw new InvalidOperationException(
                    $"The saved network uses the user-defined nonlinearity '{text}', whose function is not saved with it. "
                    + $"Pass Nonlinearity.FromFunction(\"{text}\", ...) to Load.");
        }

        try
        {
            return Nonlinearity.Parse(text);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"The saved network cannot be used by this release. {exception.Message}", exception);
        }
    }
}
