using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Finds files of claims by name: where the command is called, then where the program is.</summary>
internal static class ClaimsFiles
{
    private static readonly string s_folder = Path.Combine("pipelines", "claims");

    /// <summary>Gets the names that the program brings along and those where the command is called.</summary>
    public static IReadOnlyList<string> Known() =>
    [
        .. new[] { Path.Combine(AppContext.BaseDirectory, s_folder), s_folder }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json")).Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Gives the path of a file of claims.</summary>
    /// <param name="name">Its name, or null.</param>
    /// <param name="file">Its path in place of a name, or null.</param>
    /// <exception cref="BadInputException">Both are given or none, or there is no such name.</exception>
    public static string Find(string? name, string? file)
    {
        if ((name is null) == (file is null))
        {
            throw new BadInputException("name the claims, such as 'geometry reproduce alleman2024', or give their file with --claims; not both.");
        }

        string relative = Path.Combine(s_folder, $"{name}.json"), installed = Path.Combine(AppContext.BaseDirectory, relative);
        return file ?? (File.Exists(relative) ? relative
            : File.Exists(installed) ? installed
            : throw new BadInputException($"there are no claims '{name}'{Suggestion.For(name!, Known())} Another file is given with --claims."));
    }

    /// <summary>Gives the figures that claims are about; none where the claims cannot be read.</summary>
    /// <param name="name">Their name; null, with no file, for those that the program brings along.</param>
    /// <param name="file">Their file in place of a name, or null.</param>
    public static IReadOnlyList<string> FiguresOf(string? name, string? file)
    {
        try
        {
            return [.. ClaimSet.Load(Find(name ?? (file is null ? Known()[0] : null), file)).Claims.Select(claim => claim.Figure).Distinct()];
        }
        catch (BadInputException)
        {
            return [];
        }
    }
}
