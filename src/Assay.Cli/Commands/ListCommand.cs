using System.CommandLine;
using Assay.Core.Evidence;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Toolchains.Components;

namespace Assay.Cli.Commands;

/// <summary><c>assay evidence list [PATH]</c>: the evidence that a check without collecting would judge.</summary>
internal static class ListCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "folder whose evidence to list", DefaultValueFactory = _ => "." };
        path.Validators.Add(Arguments.RefuseOptions);
        var command = new Command("list", "List the evidence that is there, and what it is bound to.") { path };
        command.SetAction((parsed, cancellation) =>
        {
            using var repository = GitRepository.Open(parsed.GetValue(path)!, cancellation);
            var selection = ChangeReader.Select(repository, new ChangeRequest(null, null));
            var (policy, _) = Policies.Load(repository, selection, null, surroundings.Pinned(cancellation));
            var components = ComponentFinder.Find(selection.Head, repository.Scope, selection.Change.Repository, policy.Configuration);
            var evidence = EvidenceGathering.Gather(repository, new EvidenceStore(repository.Root), selection, components, [], [], cancellation);
            foreach (var found in components)
            {
                surroundings.Out.WriteLine($"{found.Component.Id}  {found.Component.Subject}");
                foreach (var item in evidence.Readings.Select(reading => reading.Item).Where(item => item.Component == found.Component.Id))
                    surroundings.Out.WriteLine($"  {item.Format,-16} {Bound(item, found.Component.BoundTo(item.Step)),-15} {item.ProducedAt,20:u}  {item.Path}");
            }
            foreach (var problem in evidence.Problems)
                surroundings.Out.WriteLine($"  {problem.Error.Kind.Code}  {problem.Error.What}{(problem.Error.Where is { } where ? $"  {where}" : "")}");
            if (evidence.Readings.IsEmpty) surroundings.Out.WriteLine("  nothing; run: assay check");
            return Task.FromResult(ExitCodes.Passed);
        });
        return command;
    }

    private static string Bound(EvidenceItem item, string subject) =>
        item.Subject is null ? "asserted" : item.Subject == subject ? "this content" : "other content";
}
