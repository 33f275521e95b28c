using System.CommandLine.Completions;

namespace Geometry.Cli;

/// <summary>Completes the last name of a list with commas between its names, which may stand behind a name and an equals sign.</summary>
internal static class ListCompletions
{
    /// <summary>Gives the list with each name that it lacks.</summary>
    /// <param name="word">The list so far.</param>
    /// <param name="known">The names.</param>
    public static IEnumerable<CompletionItem> Of(string word, IEnumerable<string> known)
    {
        string given = word[..(word.LastIndexOfAny([',', '=']) + 1)];
        string[] there = given.Split(',', '=');
        return known.Where(name => !there.Contains(name)).Select(name => new CompletionItem(given + name));
    }
}
