using System.Collections.Immutable;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Releases;

namespace Assay.Toolchains.Configured;

/// <summary>
/// Commands that run for a deployment only: load, stress, scan and drills. The variable <c>ARTIFACT</c> names what is to be released, where
/// <c>--artifact</c> does; it must be the same when the command ends as when it began.
/// </summary>
internal static class DeploymentStep
{
    /// <summary>Variable with the path of the artifact.</summary>
    internal const string ArtifactVariable = "ARTIFACT";

    private static readonly ImmutableArray<(string Name, StepKind Kind)> Known =
    [
        ("load", StepKind.Load), ("stress", StepKind.Stress), ("scan", StepKind.Scan),
        .. new[] { "backup", "shutdown", "rollback", "health" }.Select(drill => (ComponentConfiguration.Drill + drill, StepKind.Drill)),
    ];

    /// <summary>Whether a step of this name is one of these.</summary>
    internal static bool IsOne(string step) => Known.Any(known => known.Name == step);

    /// <summary>Those that are configured.</summary>
    internal static IEnumerable<Step> All(StepContext context, Release? release) =>
        from known in Known
        where context.Commands.ContainsKey(known.Name)
        let text = context.Commands[known.Name]
        let folder = TreePaths.OnDisk(context.RepositoryRoot, context.Component.Path)
        select new Step(known.Name, known.Kind, $"{known.Name}: {text}", (run, cancellation) => RunAsync(text, folder, release, run, cancellation));

    private static async Task<StepResult> RunAsync(string text, string folder, Release? release, StepRun run, CancellationToken cancellation)
    {
        if (release is { Path: null })
            return Refused(text, release, "only the digest of the release is known, so that no command can be run with it", "Name the file: --artifact FILE; or judge what was left before: --no-collect");
        if (release?.Stands() is false) return Refused(text, release, $"{release.Artifact.Name} is no longer what --artifact named", "Let nothing write to the release while it is tried.");
        var variables = release is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(ArtifactVariable, release.Path!);
        var result = await ConfiguredStep.RunAsync(text, CommandLine.Parse(text) with { Variables = variables }, folder, run, cancellation).ConfigureAwait(false);
        if (release?.Stands() is false)
            result = result with { Problems = result.Problems.Add(new AssayError(CollectionErrors.ChangedArtifact, $"{text} changed {release.Artifact.Name}, which it was to try.")) };
        return result with { Artifact = release?.Artifact.Digest };
    }

    private static StepResult Refused(string text, Release release, string what, string nextStep) =>
        new(text, null, [new AssayError(CollectionErrors.ChangedArtifact, $"{text} was not run: {what}.", NextStep: nextStep)]) { Artifact = release.Artifact.Digest };
}
