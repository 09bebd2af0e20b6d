using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Toolchains.Configured;

/// <summary>A configured test command in a comparison: it runs all tests, whatever was asked for, and must leave at least one in <c>EVIDENCE_DIR</c>.</summary>
public static class ConfiguredTrial
{
    /// <summary>The step, with reports that are the same in every folder.</summary>
    /// <param name="test">A step of <see cref="ConfiguredStep"/>; any but a test is given back as it is.</param>
    public static Step Of(Step test, string repositoryRoot) => test.Kind != StepKind.Test ? test : test with
    {
        Run = async (run, cancellation) =>
        {
            var result = await test.Run(run, cancellation).ConfigureAwait(false);
            foreach (var file in Directory.EnumerateFiles(run.Folder, "*", SearchOption.AllDirectories)) TrialJunit.Clean(file, repositoryRoot);
            return result.Problems.IsEmpty && TrialCases.In(run.Folder, cancellation).IsEmpty
                ? result with { Problems = [new AssayError(CollectionErrors.ToolProducedNothing, $"{test.Title} left no test case in $EVIDENCE_DIR.", NextStep: "Let it write JUnit XML into the folder that $EVIDENCE_DIR names.")] }
                : result;
        },
    };
}
