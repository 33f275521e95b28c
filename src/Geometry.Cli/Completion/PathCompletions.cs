using System.CommandLine.Completions;

namespace Geometry.Cli;

/// <summary>Completes paths, folder by folder.</summary>
internal static class PathCompletions
{
    /// <summary>Gives the folders in the folder that the word leads to.</summary>
    public static IEnumerable<CompletionItem> Folders(CompletionContext context) => Of(context.WordToComplete, []);

    /// <summary>Makes what gives the files with one of the extensions, and the folders, in the folder that the word leads to.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Files(params string[] extensions) => context => Of(context.WordToComplete, extensions);

    private static IEnumerable<CompletionItem> Of(string word, string[] extensions)
    {
        string prefix = word[..(word.LastIndexOf('/') + 1)];
        string folder = prefix.Length > 0 ? prefix : ".";
        if (!Directory.Exists(folder))
        {
            return [];
        }

        IEnumerable<string> folders = Directory.EnumerateDirectories(folder).Select(path => $"{Path.GetFileName(path)}/");
        IEnumerable<string> files = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!)
            .Where(name => extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));
        return folders.Concat(files).Where(name => name[0] != '.').Select(name => new CompletionItem(prefix + name));
    }
}
