using System.Collections.Immutable;
using System.CommandLine;
using Assay.Core;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Git;
using Assay.Toolchains.Components;

namespace Assay.Cli.Commands;

/// <summary><c>assay init</c>: writes a short commented assay.yaml, with at most three questions.</summary>
internal static class InitCommand
{
    public const string Examples = """
        Examples:
          assay init                     ask, then write ./assay.yaml
          assay init services/payments   write services/payments/assay.yaml
          assay init --yes               take every guess
          assay init threat-model slo    write the starters of these records here, to be filled in
          assay init services/payments requirements decisions
                                         write them there
        """;

    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string[]>("PATH|RECORD")
        {
            Description = $"folder to write into (default: the current one), and records to begin: {string.Join(", ", StarterFiles.Names)}; without a record, assay.yaml is written",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var yes = new Option<bool>("--yes", "-y") { Description = "ask nothing, take every guess" };
        path.CompletionSources.Add([.. StarterFiles.Names]);
        path.Validators.Add(Arguments.RefuseOptions);
        var command = new Command("init", "Write a short assay.yaml that explains its guesses, or the commented starter of a record.") { path, yes };
        command.SetAction(parsed =>
        {
            var words = parsed.GetValue(path) ?? [];
            var records = words.Where(StarterFiles.Names.Contains).ToList();
            var folders = words.Except(records).ToList();
            if (folders.Count > 1)
            {
                throw new AssayException([.. folders.Skip(1).Select(word => new AssayError(UsageErrors.BadUsage, $"There is no record {word}.",
                    NextStep: Nearest.Of(word, StarterFiles.Names, 1) is [var near] ? $"Did you mean {near}?" : $"Records: {string.Join(", ", StarterFiles.Names)}"))]);
            }
            var folder = folders.FirstOrDefault() ?? ".";
            if (records.Count > 0) return StarterFiles.Write(folder, records, surroundings.Out);
            var file = Path.Combine(folder, "assay.yaml");
            if (File.Exists(file)) throw new AssayException(new AssayError(ConfigurationErrors.ConfigurationExists, $"{file} is already there.", file));

            using var repository = GitRepository.Open(folder);
            var tree = repository.ReadWorkTree().Tree;
            ImmutableArray<Component> guesses = [.. ComponentFinder.Find(tree, repository.Scope, repository.Name, Configuration.Default).Select(found => found.Component)];
            // Of several, each is written as it was found: three questions for each of thirty would be none that anybody answers.
            var ask = guesses.Length == 1 && !parsed.GetValue(yes) && !Console.IsInputRedirected;
            ImmutableArray<(Component, Answers)> answers = [.. guesses.Select(guess => (guess, ask ? Answers.Asked(guess, surroundings.Out) : Answers.Guessed(guess)))];
            try
            {
                using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
                using var writer = new StreamWriter(stream) { NewLine = "\n" };
                writer.Write(Text(answers, repository.Scope));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new AssayException(new AssayError(SystemErrors.NotWritable, $"{file} could not be written: {failure.Message}", file));
            }
            surroundings.Out.WriteLine($"wrote {file}");
            // Uncommitted, it would be the change that is judged: one of the rules themselves, and so by the strictest profile.
            surroundings.Out.WriteLine($"next: read it, then git add {file} && git commit -m \"Judged by Assay\", then: assay check");
            return ExitCodes.Passed;
        });
        return command;
    }

    private static string Text(ImmutableArray<(Component Guess, Answers Answers)> components, string scope) =>
        """
        # What Assay judges here. A term: assay explain ID
        # kind: service, library, tool or web. What is asked of other kinds alone is set aside where this word and the sources agree.
        # critical: business logic, every line of which must be covered. It is not guessed; without it, coverage_critical_paths is missing.
        schema: assay/config/v1
        components:

        """ + string.Concat(components.Select(component => Text(component.Guess, component.Answers, scope)));

    private static string Text(Component guess, Answers answers, string scope)
    {
        var tools = guess.Toolchains.Select(root => $"{root.Toolchain} ({root.Entry})").ToList();
        var kind = answers.Kind is not { } said ? "# kind: service   # not guessed: its sources do not tell"
            : said != guess.DetectedKind ? $"kind: {Snake.Case(said)}   # as answered; the sources {(guess.DetectedKind is { } seen ? $"look like a {Snake.Case(seen)}" : "do not tell")}, so nothing is set aside yet"
            : $"kind: {Snake.Case(said)}   # guessed: {KindReasons.Of(guess)}";
        var critical = answers.Critical.Length > 0 ? "    critical:\n" + string.Concat(answers.Critical.Select(glob => $"      - {Quoted(glob)}\n")) : "    # critical: [src/Money/**]\n";
        return $"""
              - id: {answers.Id}
                path: {Local(guess.Path, scope)}   # {(tools.Count > 0 ? $"detected: {string.Join(", ", tools)}" : "no known toolchain; name the reports under evidence:")}
                {kind}

            """ + critical;
    }

    private static string Local(string path, string scope) => path == scope ? "." : scope.Length == 0 ? path : path[(scope.Length + 1)..];

    private static string Quoted(string glob) => glob.StartsWith('*') ? $"\"{glob}\"" : glob;

    private sealed record Answers(string Id, ComponentKind? Kind, string[] Critical)
    {
        public static Answers Guessed(Component guess) => new(guess.Id, guess.DetectedKind, []);

        public static Answers Asked(Component guess, TextWriter output)
        {
            var id = Ask($"Name of the component [{guess.Id}]: ");
            ComponentKind? kind = guess.DetectedKind;
            var kinds = string.Join(", ", Enum.GetValues<ComponentKind>().Select(Snake.Case));
            if (Ask($"What is it: {kinds} [{(kind is null ? "decide later" : Snake.Case(kind.Value))}]: ") is { Length: > 0 } word)
            {
                kind = Snake.Parse<ComponentKind>(word);
                if (kind is null) output.WriteLine($"{word} is none of {kinds}; left open");
            }
            var critical = Ask("Folders of business logic, every line of which must be covered, as globs [decide later]: ");
            return new Answers(id.Length > 0 ? id : guess.Id, kind, [.. critical.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(glob => glob.Contains('*') || glob.Contains('.') ? glob : $"{glob.TrimEnd('/')}/**")]);

            string Ask(string question)
            {
                output.Write(question);
                return Console.ReadLine()?.Trim() ?? "";
            }
        }
    }
}
