using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Tests.Toolchains.DotNet.Trials;

public class TreesTests
{
    private const string Tests = """
        using Xunit;
        public class Tests
        {
            [Fact] public void Quick() { }
            [Fact] public void Slow() => System.Threading.Thread.Sleep(System.TimeSpan.FromSeconds(PAUSE));
        }
        """;

    [Fact]
    public async Task Trees_that_do_not_build_or_do_not_end_show_nothing_of_an_earlier_one()
    {
        using var folder = new TriedFolder();
        folder.Write("T/T.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup><PackageReference Include="xunit.v3.mtp-v2" Version="4.0.2" /></ItemGroup>
            </Project>
            """);
        folder.Write("T/Tests.cs", Tests.Replace("PAUSE", "0", StringComparison.Ordinal));
        var sound = await folder.TryAsync();
        Assert.Empty(sound.Problems);
        Assert.Equal(["T net10.0: Tests.Quick Passed", "T net10.0: Tests.Slow Passed"], sound.Ids);

        var gone = await folder.TryAsync(only: [new TestCase("Tests.Quick", "Tests.Quick", TestOutcome.Passed, "T net10.0"), new TestCase("Tests.Gone", "Tests.Gone", TestOutcome.Passed, "T net10.0")]);
        Assert.Empty(gone.Problems);
        Assert.Equal(sound.Ids, gone.Ids); // what was asked for is not in this tree: all ran, and that tells it

        Assert.Contains("build.log", gone.Logs);
        var again = await folder.TryAsync(asLeft: true);
        Assert.Equal(sound.Ids, again.Ids);
        Assert.DoesNotContain("build.log", again.Logs); // nothing else was shown meanwhile
        File.WriteAllText(Path.Combine(folder.Root, "T/bin/Debug/net10.0/left.txt"), "by a test");
        Assert.Contains("build.log", (await folder.TryAsync(asLeft: true)).Logs);

        var elsewhere = await folder.TryAsync(only: [new TestCase("A.B", "A.B", TestOutcome.Passed, "Other net10.0")]);
        Assert.Equal(CollectionErrors.ToolProducedNothing, Assert.Single(elsewhere.Steps[StepKind.Test].Problems).Kind);
        Assert.Empty(elsewhere.Tests);

        folder.Write("T/Tests.cs", Tests.Replace("PAUSE", "Brought.In", StringComparison.Ordinal));
        var broken = await folder.TryAsync();
        var error = Assert.Single(broken.Seen.OfType<ToolFinding>(), finding => finding is { Category: FindingCategory.Compiler or FindingCategory.Types, Severity: Severity.Error });
        Assert.Equal(("CS0103", 5), (error.Rule, error.Line));
        Assert.EndsWith("T/Tests.cs", error.File);
        Assert.Empty(broken.Steps[StepKind.Build].Problems);
        Assert.Equal("No test was run: the build did not end well.", Assert.Single(broken.Steps[StepKind.Test].Problems).What);
        Assert.Empty(broken.Tests);
        Assert.Empty((await folder.TryAsync(asLeft: true)).Tests); // what did not build is not what stood before

        folder.Write("T/Tests.cs", Tests.Replace("PAUSE", "600", StringComparison.Ordinal));
        var hung = await folder.TryAsync(limit: TimeSpan.FromSeconds(8));
        Assert.Equal(CollectionErrors.ToolTimedOut, Assert.Single(hung.Steps[StepKind.Test].Problems).Kind);
        Assert.Empty(hung.Tests);
    }
}
