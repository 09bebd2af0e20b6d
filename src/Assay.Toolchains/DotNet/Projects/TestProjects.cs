namespace Assay.Toolchains.DotNet.Projects;

/// <summary>Which projects are tests.</summary>
internal static class TestProjects
{
    private static readonly string[] Frameworks = ["Microsoft.NET.Test.Sdk", "xunit", "NUnit", "MSTest", "TUnit"];

    private static readonly string[] Runners = ["Microsoft.NET.Test.Sdk", "xunit.v3", "MSTest", "TUnit"];

    /// <summary>It references a test framework or says that it is one, by itself or by a file above it.</summary>
    internal static bool IsTest(ProjectFile project) => Says(project, true) || IsTestSdk(project) || project.Packages.Any(IsOfTests);

    /// <summary>It can be run: besides a framework it references what runs tests, and does not say that it is none.</summary>
    internal static bool IsRunnable(ProjectFile project) =>
        !Says(project, false) && (Says(project, true) || IsTestSdk(project) || project.Packages.Any(package => Runners.Contains(package, StringComparer.OrdinalIgnoreCase)));

    private static bool Says(ProjectFile project, bool value) => bool.TryParse(project.Property("IsTestProject"), out bool said) && said == value;

    private static bool IsTestSdk(ProjectFile project) => project.Sdks.Contains("MSTest.Sdk", StringComparer.OrdinalIgnoreCase);

    /// <summary>A package of a test framework, or what runs one.</summary>
    internal static bool IsOfTests(string package) => Frameworks.Any(name => package.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
