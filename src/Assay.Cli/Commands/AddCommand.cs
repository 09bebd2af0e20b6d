using System.CommandLine;
using Assay.Core;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Toolchains.Collecting;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Components;
using Assay.Toolchains.Configured;

namespace Assay.Cli.Commands;

/// <summary><c>assay evidence add -- COMMAND</c>: runs a command and records what it wrote, bound to the content it ran over.</summary>
internal static class AddCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var path = new Option<string>("--path") { Description = "folder of the component (default: here)", HelpName = "PATH", DefaultValueFactory = _ => "." };
        var step = new Option<string>("--step") { Description = "name to keep it under; another report needs another name", HelpName = "NAME", DefaultValueFactory = _ => "report" };
        var kind = new Option<string>("--kind") { Description = "what the command does", DefaultValueFactory = _ => Snake.Case(StepKind.Test) };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<StepKind>().Select(Snake.Case)]);
        var line = new Argument<string[]>("COMMAND") { Description = "the command; it writes its reports into the folder that $EVIDENCE_DIR names", Arity = ArgumentArity.OneOrMore };
        var command = new Command("add", "Run a command and record the reports that it writes into $EVIDENCE_DIR.") { path, step, kind, line };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = Path.GetFullPath(parsed.GetValue(path)!);
            using var repository = GitRepository.Open(Top(asked), cancellation);
            var selection = ChangeReader.Select(repository, new ChangeRequest(null, null));
            var (policy, _) = Policies.Load(repository, selection, null, surroundings.Pinned(cancellation));
            // All components are looked at: what one is bound to follows from those that it uses.
            var components = ComponentFinder.Find(selection.Head, repository.Scope, selection.Change.Repository, policy.Configuration);
            var place = Path.GetRelativePath(repository.Root, asked).Replace('\\', '/');
            var owner = Territory.Owner(place == "." ? "" : place + "/", folder => components.Any(found => found.Component.Path == folder));
            var component = components.Length == 1 ? components[0] : components.FirstOrDefault(found => found.Component.Path == owner)
                ?? throw new AssayException(new AssayError(UsageErrors.BadUsage, "Several components lie here.", NextStep: $"Name one with --path: {string.Join(", ", components.Select(found => found.Component.Path))}"));

            var store = new EvidenceStore(repository.Root, surroundings.Time);
            using var only = store.Lock();
            var progress = new Progress(surroundings.Error, Surroundings.ColourError, quiet: false, verbose: true, surroundings.Time);
            var collector = new Collector(repository.Root, store, surroundings.Time, Surroundings.Version, progress,
                () => Pipeline.Joined(repository.Origins()));
            var words = parsed.GetValue(line)!;
            var run = ConfiguredStep.Of(parsed.GetValue(step)!, Snake.Parse<StepKind>(parsed.GetValue(kind)!)!.Value, string.Join(' ', words),
                new CommandLine(words[0], [.. words.Skip(1)]), Environment.CurrentDirectory);
            var record = await collector.AddAsync(component, run, Path.GetRelativePath(repository.Root, Environment.CurrentDirectory).Replace('\\', '/') is var here and not "." ? here : "", selection.Head, () => repository.ReadWorkTree().Tree, cancellation);
            foreach (var output in record.Outputs) surroundings.Out.WriteLine($"recorded  {output.Path}  {output.Digest}");
            foreach (var problem in record.Problems) surroundings.Out.WriteLine($"{problem.Code}  {problem.What}");
            if (record.Outputs.IsEmpty) surroundings.Out.WriteLine("nothing was recorded: the command wrote no file into $EVIDENCE_DIR");
            return record.Problems.IsEmpty && !record.Outputs.IsEmpty ? ExitCodes.Passed : ExitCodes.Blocked;
        });
        return command;
    }

    /// <summary>The nearest folder from there upward that holds an assay.yaml, else the repository's: what a check would judge.</summary>
    private static string Top(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "assay.yaml")) || Path.Exists(Path.Combine(at.FullName, ".git"))) return at.FullName;
        return folder;
    }
}
