using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Measuring;
using Assay.Toolchains.Analysis.Python;
using Assay.Toolchains.Analysis.Scripts;

namespace Assay.Toolchains.Analysis;

/// <summary>Security analyses that read a component's production sources as they are, whatever toolchain it has; nothing of it has to be built for them.</summary>
public static class SourceAnalysis
{
    /// <summary>Those that have something to look at and can be run.</summary>
    /// <param name="files">The component's sources with their roles.</param>
    public static IEnumerable<Step> Of(string repositoryRoot, IFileTree tree, ImmutableArray<ComponentFile> files)
    {
        ImmutableArray<string> production = [.. files.Where(file => file.Role == FileRole.Production).Select(file => file.Path)];
        if (production.Where(ScriptAnalysisStep.Reads).ToImmutableArray() is { IsEmpty: false } scripts)
        {
            yield return ScriptAnalysisStep.Create(repositoryRoot, scripts);
        }

        if (production.Where(BanditStep.Reads).ToImmutableArray() is { IsEmpty: false } python && BanditStep.IsThere(repositoryRoot))
        {
            yield return BanditStep.Create(repositoryRoot, tree, python);
        }
    }

    /// <summary>Whether a step is one of these, which no broken build keeps from running.</summary>
    public static bool Is(Step step) => step.Name is ScriptAnalysisStep.Name or BanditStep.Name;
}
