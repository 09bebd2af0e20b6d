using System.Buffers;
using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Toolchains.DotNet.Testing;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>
/// How a runner is told to run certain tests alone. It may run more than was asked for; whether it ran less is seen in what it reports, see
/// <see cref="TrialRun"/>.
/// </summary>
internal static class TrialFilter
{
    /// <summary>Longest filter in characters; a command line of Windows holds 32,767.</summary>
    private const int Longest = 12_000;

    /// <summary>The tests that the project's run was asked for; cases of one method once, by its name.</summary>
    internal static ImmutableArray<string> AskedOf(ProjectDescription project, ImmutableArray<TestCase> only) =>
        [.. only.Where(test => Concerns(project, test.Run)).Select(test => test.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Arguments for the runner; none where it has to run all.</summary>
    /// <param name="names">Full names of methods; not empty.</param>
    /// <param name="console">For <c>dotnet vstest</c>; else for <c>dotnet test</c>.</param>
    internal static ImmutableArray<string> Arguments(ProjectDescription project, ImmutableArray<string> names, bool console)
    {
        bool xunit = TestRunners.IsXunitV3(project);
        bool own = xunit && TestRunners.Of(project) != TestRunner.VsTest; // takes whole names, with a star for what follows
        Func<IEnumerable<string>, ImmutableArray<string>>? write = (TestRunners.Of(project), xunit) switch
        {
            (TestRunner.VsTest, _) when console => chosen => [$"--TestCaseFilter:{Expression(chosen)}"],
            (TestRunner.VsTest, _) => chosen => ["--filter", Expression(chosen)],
            (TestRunner.XunitOwn, _) => chosen => [.. chosen.SelectMany(name => (string[])["-method", name])],
            (_, true) => chosen => ["--filter-method", .. chosen],
            _ when TestRunners.SpeaksVsTestFilter(project) => chosen => ["--filter", Expression(chosen)],
            _ => null,
        };
        if (write is null || (own && !names.All(IsPlain)))
        {
            return [];
        }

        string[] methods = [.. names.Select(Known).Distinct(StringComparer.Ordinal)];
        if (methods.Contains(""))
        {
            return [];
        }

        ImmutableArray<string> exact = write(methods);
        if (Fits(exact))
        {
            return exact;
        }

        string[] classes = [.. methods.Select(Class).Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> wide = classes.Contains("") ? [] : write(own ? classes.Select(name => name + ".*") : classes);
        return Fits(wide) ? wide : [];
    }

    private static bool Fits(ImmutableArray<string> arguments) => arguments.Sum(argument => argument.Length + 1) <= Longest;

    /// <summary>A run is named by its assembly and target framework; where a case does not say its run, it may be any.</summary>
    private static bool Concerns(ProjectDescription project, string run)
    {
        string assembly = Path.GetFileNameWithoutExtension(project.Target);
        return run.Length == 0 || ((string[])[assembly, $"{assembly} {project.Framework}", project.Run]).Contains(run, StringComparer.OrdinalIgnoreCase);
    }

    private static string Expression(IEnumerable<string> names) => string.Join('|', names.Select(name => $"FullyQualifiedName~{name}"));

    /// <summary>The name up to its class where something other than names stands in it: arguments of a fixture, or a title in place of the method.</summary>
    private static string Known(string name)
    {
        int odd = name.AsSpan().IndexOfAnyExcept(Plain);
        return odd < 0 ? name
            : name[odd] == '(' && name.IndexOf(").", odd, StringComparison.Ordinal) > 0 ? name[..odd]
            : Class(name[..odd]);
    }

    private static string Class(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";

    private static bool IsPlain(string name) => name.AsSpan().IndexOfAnyExcept(Plain) < 0;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+");
}
