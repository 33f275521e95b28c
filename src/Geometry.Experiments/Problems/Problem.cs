using System.Globalization;

namespace Geometry.Experiments;

/// <summary>One thing that is wrong with a pipeline file.</summary>
/// <param name="File">The file, as it was named by the caller.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Message">What is wrong and what to change.</param>
public sealed record Problem(string File, Place Place, string Message)
{
    /// <summary>Gives <c>file(line,column) path: message</c>, which editors and terminals can jump to.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}({Place.Line},{Place.Column}) {Place.Path}: {Message}");
}
