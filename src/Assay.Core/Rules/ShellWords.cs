namespace Assay.Core.Rules;

/// <summary>What a command or script may name, read without running it: more than it runs rather than less.</summary>
/// <param name="Names">
/// Words that may name a file. One without a dot or slash is a word like any other, unless a line begins with it or an interpreter stands before it on its line.
/// </param>
/// <param name="Entered">Folders that it may go to.</param>
internal sealed record ShellWords(IReadOnlyCollection<string> Names, IReadOnlyCollection<string> Entered)
{
    private static readonly char[] Separators = [' ', '\t', '\r', '\n', '"', '\'', ';', '&', '|', '(', ')', '{', '}', '<', '>', '=', ',', '`', '$', ':', '[', ']', '\\'];

    private static readonly HashSet<string> Interpreters = new(
        ["sh", "bash", "dash", "zsh", "ksh", "source", ".", "exec", "env", "python", "python3", "node", "ruby", "perl", "pwsh", "make", "gmake"], StringComparer.Ordinal);

    private static readonly string[] Makefiles = ["GNUmakefile", "makefile", "Makefile"], Justfiles = ["justfile", "Justfile", ".justfile"];

    public static ShellWords Of(string text)
    {
        HashSet<string> names = new(StringComparer.Ordinal), entered = new(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith('#')))
        {
            var interpreted = false;
            var words = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                if (i == 0 || interpreted || words[i].AsSpan().IndexOfAny('.', '/') >= 0) names.Add(words[i]);
                var command = TreePath.Name(words[i]);
                interpreted |= Interpreters.Contains(command);
                if (command is "make" or "gmake") names.UnionWith(Makefiles);
                else if (command == "just") names.UnionWith(Justfiles);
                else if (command is "cd" or "pushd" or "-C" or "--directory" or "--prefix" or "--cwd" && words.Skip(i + 1).FirstOrDefault(word => !word.StartsWith('-')) is { } folder) entered.Add(folder);
            }
        }
        return new ShellWords(names, entered);
    }
}
