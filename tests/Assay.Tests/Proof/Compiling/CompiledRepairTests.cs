using System.Diagnostics;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Observations;
using Assay.Proof.Compiling;
using Assay.Proof.Reasons;
using Assay.Proof.Running;
using Assay.Tests.Support;
using Assay.Tests.Toolchains;

namespace Assay.Tests.Proof.Compiling;

/// <summary>Red with the real compiler: what does not compile is taken out round by round until the rest runs.</summary>
public sealed partial class CompiledRepairTests
{
    private const string Tests = """
        using Shop;
        using Shop.Sales;
        using Xunit;

        namespace Shop.Tests;

        /// <summary>Some tests.</summary>
        public class CartTests
        {
            private static readonly Refund Whole = new(100);

            [Fact]
            public void Refunds_what_was_paid() => Assert.Equal(100, new Cart().Refund(100));

            [Theory]
            [InlineData(1)]
            [InlineData(2)]
            public void Refunds_a_part(int cents)
            {
        #if DEBUG
                Assert.Equal(cents, Paid(cents));
        #endif
            }

            [Fact]
            public void Refunds_the_whole() => Assert.NotNull(Whole);

            [Fact]
            public void Always_holds() => Assert.True(true);

            private static int Paid(int cents) => new Cart().Refund(cents);
        }
        """;

    private const string Before = "namespace Shop; public class Cart { }";
    private const string After = "namespace Shop { public class Cart { public int Refund(int cents) => cents; } }\nnamespace Shop.Sales { public record Refund(int Cents); }";

    [Fact]
    public void What_compiles_runs_and_passes_and_what_does_not_is_named()
    {
        using var folder = new TempFolder();
        var head = new FakeTree(("src/Cart.cs", After), ("tests/CartTests.cs", Tests));
        var introduced = Introduced.By([new ChangedFile("src/Cart.cs", null, ChangeKind.Modified, [new Hunk(1, [Before], 1, [.. After.Split('\n')])])]);
        Write(folder.Path, "red.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally><IsPackable>false</IsPackable></PropertyGroup>
            <ItemGroup><PackageReference Include="xunit.v3.mtp-v2" Version="4.0.2" /></ItemGroup></Project>
            """);
        Write(folder.Path, "Directory.Build.props", "<Project />");
        Write(folder.Path, "src/Cart.cs", Before);
        Write(folder.Path, "tests/CartTests.cs", Tests);
        var notCompiled = new SortedSet<string>(StringComparer.Ordinal);

        for (var round = 0; round < 6; round++)
        {
            var errors = Errors(DotNet(folder.Path, "build", "-v", "q", "-nodeReuse:false"), folder.Path);
            if (errors.Length == 0) break;
            var tree = new FakeTree(("src/Cart.cs", Before), ("tests/CartTests.cs", File.ReadAllText(Path.Combine(folder.Path, "tests/CartTests.cs"))));
            var repair = RedRepair.Of(new PhaseRun([], [.. errors], null, [], []), tree, ["tests/CartTests.cs"], introduced, head)!;
            Assert.Null(repair.Refused);
            notCompiled.UnionWith(repair.NotCompiled);
            foreach (var (path, content) in repair.Edits) File.WriteAllBytes(Path.Combine(folder.Path, path), content);
        }

        var said = DotNet(folder.Path, "run", "--no-build");
        Assert.Matches(@"Total: 1, Errors: 0, Failed: 0, Skipped: 0\b", said);
        Assert.Equal(["Shop.Tests.CartTests.Refunds_a_part", "Shop.Tests.CartTests.Refunds_the_whole", "Shop.Tests.CartTests.Refunds_what_was_paid"], notCompiled);
    }

    private static ToolFinding[] Errors(string log, string folder) => [.. Line().Matches(log).Select(match => new ToolFinding(
        FindingCategory.Compiler, "csc", match.Groups["code"].Value, Severity.Error, match.Groups["message"].Value,
        Path.GetRelativePath(folder, match.Groups["file"].Value), int.Parse(match.Groups["line"].Value))).Distinct()];

    private static void Write(string folder, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllText(Path.Combine(folder, path), text);
    }

    private static string DotNet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }

    [GeneratedRegex(@"^\s*(?<file>\S.*?)\((?<line>\d+),\d+\): error (?<code>[A-Z]+\d+): (?<message>.*?) \[", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
