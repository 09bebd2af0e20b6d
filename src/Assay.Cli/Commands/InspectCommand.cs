using System.CommandLine;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Measuring;
using Assay.Core.Observations;
using Assay.Core.Standards;
using Assay.Evidence;
using Assay.Evidence.Store;
using Assay.Git;

namespace Assay.Cli.Commands;

/// <summary><c>assay evidence inspect FILE</c>: format, version, facts, binding of one file.</summary>
internal static class InspectCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "a report or record" };
        var command = new Command("inspect", $"Tell what a file is and shows. Formats: {string.Join(", ", EvidenceReaders.All.Select(reader => reader.Format))}.") { file };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var content = EvidenceFile.Read(path, cancellation);
            if (content.Error is { } error) throw new AssayException([error, .. content.OtherErrors]);
            var output = surroundings.Out;
            output.WriteLine($"format    {content.Format}{(content.Version is null ? "" : $" {content.Version}")}");
            output.WriteLine($"producer  {content.Producer ?? "not named"}");
            output.WriteLine($"digest    {content.Digest}");
            output.WriteLine($"binding   {Binding(path, content.Digest)}");
            foreach (var line in Shows(content)) output.WriteLine(line);
            return Task.FromResult(ExitCodes.Passed);
        });
        return command;
    }

    /// <summary>Tests that are named by their ids, those that did not pass first.</summary>
    private const int MostTests = 1000;

    private static IEnumerable<string> Shows(EvidenceContent content)
    {
        var item = new EvidenceItem("", content.Format!, content.Version, content.Digest, "", Trust.Asserted, Probed: true);
        var nothing = new NoFiles();
        var input = new MeasureInput("/", new Component("", "", null, null, [], ""), ComponentConfiguration.Detected("", ""),
            new Change(Judged.State, "", null, null, "", false, [], []), [],
            new SourceOutlines(nothing), nothing, null, BuiltInStandards.Load("production")!.Targets, DateTimeOffset.UtcNow,
            [new EvidenceReading(item, content.Observations)], [], [], null);
        foreach (var fact in Measure.Facts(input).Where(fact => fact.State == FactState.Measured && fact.Name != FactNames.EvidenceProblems))
            yield return $"fact      {fact.Name} = {fact.Value}{(fact.Detail is null ? "" : $" {fact.Detail}")}";

        var tests = content.Observations.OfType<TestCase>().OrderBy(test => test.Outcome == TestOutcome.Passed).ThenBy(test => test.Id, StringComparer.Ordinal).ToList();
        foreach (var test in tests.Take(MostTests)) yield return $"test      {test.Outcome.ToString().ToLowerInvariant(),-7} {test.Id}";
        if (tests.Count > MostTests) yield return $"          and {tests.Count - MostTests} more";

        var files = content.Observations.OfType<FileCoverage>().ToList();
        if (files.Count == 0) yield break;
        var lines = files.SelectMany(file => file.Lines).ToList();
        yield return $"covers    {(files.Count == 1 ? "1 file" : $"{files.Count} files")}, {(lines.Count == 1 ? "1 line" : $"{lines.Count} lines")}, {lines.Count(line => line.Covered)} of them covered; " +
            "what counts is decided with the sources at hand, by assay check";
    }

    private static string Binding(string path, string digest)
    {
        const string asserted = "asserted: nothing binds it to any content";
        try
        {
            using var repository = GitRepository.Open(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var folder = Path.Combine(repository.Root, ".assay", "evidence");
            var parts = Path.GetRelativePath(folder, Path.GetFullPath(path)).Split(Path.DirectorySeparatorChar);
            if (parts.Length < 3 || parts[0] == "..") return asserted;
            var step = new EvidenceStore(repository.Root).Load(parts[0]).Steps
                .FirstOrDefault(step => step.Record.Step == parts[1] && step.Files.Any(file => file.Digest == digest && file.Problem is null));
            return step is null ? asserted : $"recorded: {step.Record.Component}, subject {step.Record.Subject}, {step.Record.EndedAt:u}, by {step.Record.Command}";
        }
        catch (AssayException)
        {
            // Outside any repository there is nothing that could bind it.
            return asserted;
        }
    }

    private sealed class NoFiles : IFileTree
    {
        public System.Collections.Immutable.ImmutableArray<TreeFile> Files => [];

        public byte[]? Read(string path) => null;
    }
}
