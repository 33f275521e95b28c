namespace Geometry.Cli;

/// <summary>
/// Scripts that hand the line under the cursor to the directive <c>[suggest]</c> of System.CommandLine, for the command <c>geometry</c> and for <c>run.sh</c>,
/// whose words are the same. Where the program knows nothing to suggest, the shell completes the names of files.
/// </summary>
internal static class CompletionScripts
{
    // Assemblies that are started by 'dotnet' have no program of their own beside them.
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "geometry.exe" : "geometry");

    /// <summary>Gets the shells.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Gives the script of a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string For(string shell) => (shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => PowerShell,
    }).Replace("PROGRAM", File.Exists(s_program) ? $"'{s_program}'" : $"dotnet '{Path.Combine(AppContext.BaseDirectory, "geometry.dll")}'", StringComparison.Ordinal) + "\n";

    private const string Bash = """
        _geometry() {
            local line="${COMP_LINE:0:COMP_POINT}"
            line="geometry${line:${#COMP_WORDS[0]}}"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(PROGRAM "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=] ]] && compopt -o nospace
            return 0
        }
        complete -o default -F _geometry geometry run.sh
        """;

    private const string Zsh = """
        _geometry() {
            local line="geometry ${(j: :)words[2,CURRENT]}"
            local -a found
            found=("${(@f)$(PROGRAM "[suggest:${#line}]" "$line" 2>/dev/null)}")
            found=(${found:#})
            if (( ${#found} )); then
                compadd -S '' -- ${(M)found:#*[/=]}
                compadd -- ${found:#*[/=]}
            else
                _files
            fi
        }
        compdef _geometry geometry run.sh
        """;

    private const string Fish = """
        function __geometry
            set -l words (commandline -opc)
            set -l line "geometry"(string sub -s (math (string length -- $words[1]) + 1) -- (commandline -cp | string collect))
            PROGRAM "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
        end
        complete -c geometry -f -a '(__geometry)'
        complete -c run.sh -f -a '(__geometry)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName geometry, run.sh -ScriptBlock {
            param($word, $tree, $position)
            $name = $tree.CommandElements[0].Extent.Text
            $line = 'geometry' + $tree.ToString().PadRight($position).Substring($name.Length, $position - $name.Length)
            & PROGRAM "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;
}
