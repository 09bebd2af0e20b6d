using System.Diagnostics;
using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Commands;

/// <summary>Completion as the shells themselves ask for it.</summary>
public sealed class CompletionTests
{
    public static TheoryData<string, string> Lines => new()
    {
        { "assay ch", "check" },
        { "assay check --prof", "--profile" },
        { "assay check --profile ", "enterprise lightweight standard" },
        { "assay check --format j", "json junit" },
        { "assay check --phase d", "deployment" },
        { "assay init slo thr", "threat-model" },
        { "assay evidence ins", "inspect" },
        { "assay explain tdd_", "tdd_compliance" },
        { "assay explain ASY1304", "ASY1304" },
        { "assay completion z", "zsh" },
    };

    /// <summary>Catches a script that bash cannot read, and words that it does not offer.</summary>
    [Theory]
    [MemberData(nameof(Lines))]
    public void Bash_completes(string line, string expected)
    {
        Needs("bash");
        Assert.Equal(expected, In("bash", """
            source <(assay completion bash)
            read -ra COMP_WORDS <<<"$LINE"; [[ $LINE == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _assay; printf '%s\n' "${COMPREPLY[@]}"
            """, line));
    }

    /// <summary>Catches <c>--format=j</c>, which bash hands over in three words.</summary>
    [Fact]
    public void Bash_completes_a_value_behind_an_equals_sign()
    {
        Needs("bash");
        Assert.Equal("json junit", In("bash", "source <(assay completion bash); COMP_WORDS=(assay check --format = j); COMP_CWORD=4; _assay; printf '%s\\n' \"${COMPREPLY[@]}\"", ""));
    }

    /// <summary>Catches a script that zsh cannot read, and words that it does not offer; what zsh would do with them is replaced by printing them.</summary>
    [Theory]
    [MemberData(nameof(Lines))]
    public void Zsh_completes(string line, string expected)
    {
        Needs("zsh");
        Assert.Equal(expected, In("zsh", """
            autoload -U compinit && compinit -u -D
            source <(assay completion zsh)
            words=("${(@s: :)LINE}"); CURRENT=$#words
            compadd() { for each in ${(P)@[-1]}; do [[ $each == ${words[CURRENT]}* ]] && print -r -- $each; done }
            _files() { : }
            _assay
            """, line));
    }

    /// <summary>Catches a script that fish cannot read, and words that it does not offer.</summary>
    [Theory]
    [MemberData(nameof(Lines))]
    public void Fish_completes(string line, string expected)
    {
        Needs("fish");
        Assert.Equal(expected, In("fish", "assay completion fish | source; complete -C $LINE", line));
    }

    /// <summary>Catches a completion that makes a person wait: it does little more than start, where the best of several runs are compared, since others use the machine too.</summary>
    [Fact]
    public void It_answers_at_once()
    {
        Assert.SkipWhen(File.Exists(Path.Combine(Path.GetDirectoryName(AssayProcess.Executable)!, "assay.dll")), "this is not the native executable");
        Assert.Contains("coverage_lines", AssayProcess.Run(Path.GetTempPath(), "[suggest:17]", "assay explain cov").Out, StringComparison.Ordinal);

        var start = Best("--version");
        Assert.InRange(Best("[suggest:17]", "assay explain cov"), 0, 6 * start);

        static double Best(params string[] arguments) => Enumerable.Range(0, 10).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            AssayProcess.Run(Path.GetTempPath(), arguments);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
    }

    private static void Needs(string shell) => Assert.SkipWhen(Shell.Run(shell, "--version") == -1, $"{shell} is not installed");

    /// <summary>What a script prints, in order, apart by blanks.</summary>
    private static string In(string shell, string script, string line)
    {
        var home = Directory.CreateTempSubdirectory("assay-e2e-shell-");
        try
        {
            var start = new ProcessStartInfo(shell, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = home.FullName };
            start.Environment["PATH"] = $"{Path.GetDirectoryName(AssayProcess.Executable)}{Path.PathSeparator}{start.Environment["PATH"]}";
            start.Environment["HOME"] = home.FullName;
            start.Environment["XDG_CONFIG_HOME"] = home.FullName;
            start.Environment["XDG_DATA_HOME"] = home.FullName;
            start.Environment["LINE"] = line;
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var words = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('\t')[0]).Order(StringComparer.Ordinal);
            process.WaitForExit();
            Assert.DoesNotContain("error", error.GetAwaiter().GetResult(), StringComparison.OrdinalIgnoreCase);
            return string.Join(' ', words);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
