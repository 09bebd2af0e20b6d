using System.CommandLine;

namespace Assay.Cli.Commands;

/// <summary>
/// <c>assay completion SHELL</c>: a script that completes commands, options and their values. It holds none of them: at each completion it asks this executable,
/// whose own definition of the command line answers (the <c>[suggest]</c> directive of System.CommandLine), so that it is never out of date.
/// </summary>
internal static class CompletionCommand
{
    public const string Examples = """
        Examples:
          source <(assay completion bash)             bash, for this session; in ~/.bashrc for all
          source <(assay completion zsh)              zsh; in ~/.zshrc for all
          assay completion fish > ~/.config/fish/completions/assay.fish
        """;

    private const string Bash = """
        # Completion of assay for bash. For all sessions, in ~/.bashrc: source <(assay completion bash)
        _assay() {
          local IFS=$'\n' line="assay" word=${COMP_WORDS[COMP_CWORD]} at
          # bash takes --format=json for three words.
          for ((at = 1; at <= COMP_CWORD; at++)); do [[ ${COMP_WORDS[at]} == "=" ]] || line+=" ${COMP_WORDS[at]}"; done
          if [[ $word == "=" ]]; then word="" line+=" "; fi
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)" -- "$word"))
        }
        complete -o bashdefault -o default -F _assay assay
        """;

    private const string Zsh = """
        #compdef assay
        # Completion of assay for zsh. For all sessions, in ~/.zshrc after compinit: source <(assay completion zsh)
        _assay() {
          local line="assay ${(j: :)words[2,CURRENT]}"
          local -a found
          found=(${(f)"$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"})
          if (( $#found )); then compadd -a found; fi
          if [[ ${words[CURRENT]} != -* ]]; then _files; fi
        }
        if [[ $funcstack[1] == _assay ]]; then _assay "$@"; else compdef _assay assay; fi
        """;

    private const string Fish = """
        # Completion of assay for fish: assay completion fish > ~/.config/fish/completions/assay.fish
        function __assay_complete
          set -l words (commandline -opc)
          set -l line (string join ' ' -- assay $words[2..] (commandline -ct | string collect --allow-empty))
          set -l found ($words[1] "[suggest:"(string length -- $line)"]" $line 2>/dev/null)
          if count $found >/dev/null; printf '%s\n' $found; else; __fish_complete_path (commandline -ct); end
        end
        complete -c assay -f -a '(__assay_complete)'
        """;

    private static readonly (string Shell, string Script)[] Scripts = [("bash", Bash), ("zsh", Zsh), ("fish", Fish)];

    public static Command Create(Surroundings surroundings)
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", Scripts.Select(script => script.Shell)) };
        shell.AcceptOnlyFromAmong([.. Scripts.Select(script => script.Shell)]);
        var command = new Command("completion", "Print a script that completes assay's commands, options and ids in a shell.") { shell };
        command.SetAction(parsed =>
        {
            surroundings.Out.Write(Array.Find(Scripts, script => script.Shell == parsed.GetValue(shell)).Script + "\n");
            return ExitCodes.Passed;
        });
        return command;
    }
}
