using System.Collections.Immutable;

namespace Assay.Toolchains.DotNet.Testing;

/// <summary>What runs a test project, and how it is told where to write its report and its coverage.</summary>
internal enum TestRunner { VsTest, Platform, XunitOwn }

/// <summary>Chooses the runner by what stands beside the built project.</summary>
internal static class TestRunners
{
    private const string PlatformTrx = "Microsoft.Testing.Extensions.TrxReport.dll";
    private const string PlatformCoverage = "Microsoft.Testing.Extensions.CodeCoverage.dll";

    internal static TestRunner Of(ProjectDescription project) =>
        !project.IsPlatform ? RunsItself(project) ? TestRunner.XunitOwn : TestRunner.VsTest
        : !IsXunitV3(project) || project.RunsPlatform ? TestRunner.Platform
        : project.References("xunit.runner.visualstudio") ? TestRunner.VsTest
        : TestRunner.XunitOwn;

    /// <summary>A program of xunit v3 that MSBuild does not know as a test, because neither VSTest nor Microsoft.Testing.Platform was asked for.</summary>
    internal static bool RunsItself(ProjectDescription project) => project is { IsTest: false, IsPlatform: false, IsProgram: true } && IsXunitV3(project);

    internal static bool IsXunitV3(ProjectDescription project) => Has(project, "xunit.v3.core.dll");

    /// <summary>Its tests on Microsoft.Testing.Platform are chosen by VSTest's expressions.</summary>
    internal static bool SpeaksVsTestFilter(ProjectDescription project) =>
        Has(project, "nunit.framework.dll") || Has(project, "MSTest.TestFramework.dll") || Has(project, "Microsoft.VisualStudio.TestPlatform.TestFramework.dll");

    /// <summary>Whether coverage can be had by options alone; for VSTest a collector is brought.</summary>
    internal static bool MeasuresCoverage(ProjectDescription project) => Of(project) switch
    {
        TestRunner.VsTest => true,
        TestRunner.Platform => Has(project, PlatformCoverage),
        _ => false,
    };

    /// <summary>Arguments of <c>dotnet</c>.</summary>
    /// <param name="results">Folder for everything that the run writes.</param>
    /// <param name="collector">Folder of the coverage collector that is brought; null where there is none.</param>
    /// <param name="coverage">Measure coverage too.</param>
    internal static ImmutableArray<string> Arguments(ProjectDescription project, string results, string? collector, bool coverage = true) => Of(project) switch
    {
        TestRunner.VsTest when !coverage && !project.SaysHowToRun =>
        [
            "vstest", project.Target, "--logger:trx;LogFileName=results.trx", $"--ResultsDirectory:{results}",
            .. project.Settings is { } settings ? [$"--Settings:{settings}"] : ImmutableArray<string>.Empty,
        ],
        TestRunner.VsTest =>
        [
            "test", project.Project, "-f", project.Framework, "--no-build", "--no-restore", "--logger", "trx;LogFileName=results.trx", "--results-directory", results,
            .. coverage ? Collect(project, collector) : [],
        ],
        TestRunner.Platform =>
        [
            "exec", project.Target, "--results-directory", results,
            .. Has(project, PlatformTrx) ? ["--report-trx", "--report-trx-filename", "results.trx"]
                : IsXunitV3(project) ? ["--report-xunit-trx", "--report-xunit-trx-filename", "results.trx"] : ImmutableArray<string>.Empty,
            .. coverage && Has(project, PlatformCoverage) ? ["--coverage", "--coverage-output-format", "cobertura", "--coverage-output", "coverage.cobertura.xml"] : ImmutableArray<string>.Empty,
        ],
        _ => ["exec", project.Target, "-trx", Path.Combine(results, "results.trx")],
    };

    /// <summary>Settings stand in the argument, so that run settings of the project keep their say in everything else.</summary>
    private static ImmutableArray<string> Collect(ProjectDescription project, string? collector) =>
        project.References(CoverletCollector.Package) ? ["--collect", Collector]
        : collector is not null ? ["--collect", Collector, "--test-adapter-path", collector]
        : [];

    private const string Collector = "XPlat Code Coverage;Format=cobertura;IncludeTestAssembly=false;SkipAutoProps=false";

    private static bool Has(ProjectDescription project, string file) => File.Exists(Path.Combine(Path.GetDirectoryName(project.Target)!, file));
}
