using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Toolchains.Node.Testing;

/// <summary>What a runner is told to run; both empty for all.</summary>
/// <param name="Files">Relative to the package.</param>
/// <param name="Titles">These alone; where empty, all of the files.</param>
internal sealed record TestFilter(ImmutableArray<string> Files, ImmutableArray<TestCase> Titles)
{
    /// <summary>Longest list of files; beyond it, all are run.</summary>
    private const int MostFiles = 200;

    internal static TestFilter All { get; } = new([], []);

    /// <summary>From the narrowest to all: the next is taken where one showed less than was asked for.</summary>
    internal static IEnumerable<TestFilter> Of(ImmutableArray<TestCase> only, NodePackage package, Func<string, bool> exists)
    {
        if (!only.IsEmpty)
        {
            ImmutableArray<string> files = [.. only.Select(test => test.File ?? "").Distinct()];
            bool known = files.Length <= MostFiles && files.All(file => TreePaths.IsBelow(file, package.Path) && exists(file));
            ImmutableArray<string> local = known ? [.. files.Select(file => package.Path.Length == 0 ? file : file[(package.Path.Length + 1)..])] : [];
            if (!only.Any(TitlePattern.IsFile)) yield return new(local, only);
            if (!local.IsEmpty) yield return new(local, []);
        }

        yield return All;
    }
}
