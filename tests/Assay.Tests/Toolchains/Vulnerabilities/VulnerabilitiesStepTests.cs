using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Tests.Evidence.Osv;
using Assay.Toolchains.Commands;

namespace Assay.Tests.Toolchains.Vulnerabilities;

public sealed class VulnerabilitiesStepTests
{
    private const string NpmManifest = """{ "name": "app", "version": "1.0.0", "dependencies": { "lodash": "4.17.11" } }""";

    private const string NpmLock =
        """
        { "name": "app", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
          "packages": {
            "": { "name": "app", "version": "1.0.0", "dependencies": { "lodash": "4.17.11" } },
            "node_modules/lodash": {
              "version": "4.17.11"
            } } }
        """;

    [Fact]
    public async Task Dotnet_is_believed_where_its_feed_names_a_known_vulnerable_package_and_finds_others_by_it()
    {
        using var feed = new LocalFeed(advisories: true);
        using var scanned = await DotNet(feed).RunAsync();

        Assert.Empty(scanned.Sbom.Problems);
        Assert.Empty(scanned.Vulnerabilities.Problems);
        Assert.True(scanned.Vulnerabilities.Probed);
        var finding = scanned.Lab().Of("vulnerabilities_critical");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Equal(("App.csproj", "Example.Json 4.1.0, GHSA-aaaa-bbbb-cccc, no version known that mends it"), (finding.Locations[0].File, finding.Locations[0].Note));
        Assert.Equal(Status.Pass, scanned.Lab().Of("vulnerabilities_high").Status);
        Assert.Equal(Status.Pass, scanned.Lab().Of("sbom").Status);
    }

    /// <summary>Loophole: a scanner with no database. dotnet calls a feed without advisories clean.</summary>
    [Fact]
    public async Task Dotnet_is_not_believed_where_its_feed_has_no_advisories()
    {
        using var feed = new LocalFeed(advisories: false);
        using var scanned = await DotNet(feed).RunAsync();

        var problem = Assert.Single(scanned.Vulnerabilities.Problems);
        Assert.Equal(CollectionErrors.ProbeFailed, problem.Kind);
        Assert.Contains("called Newtonsoft.Json 12.0.1 clean", problem.What, StringComparison.Ordinal);
        Assert.Contains("advisories:", problem.NextStep, StringComparison.Ordinal);
        Assert.False(scanned.Vulnerabilities.Probed);
        Assert.Equal(Status.Error, scanned.Lab().Of("vulnerabilities_critical").Status);
        Assert.Equal(Status.Error, scanned.Lab().Of("vulnerabilities_high").Status);
        Assert.Equal(Status.Pass, scanned.Lab().Of("sbom").Status);
    }

    [Fact]
    public async Task A_local_database_suffices_where_a_feed_has_no_advisories()
    {
        using var feed = new LocalFeed(advisories: false);
        using var scanned = DotNet(feed).Untracked("db");
        Advisories.Zip(scanned.OnDisk("db/NuGet/all.zip"), Advisories.Newtonsoft, Advisories.Example);
        await scanned.RunAsync("db");

        Assert.Empty(scanned.Vulnerabilities.Problems);
        var finding = scanned.Lab().Of("vulnerabilities_high");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Equal("Example.Json 4.1.0, GHSA-aaaa-bbbb-cccc, fixed in 4.1.2", finding.Locations[0].Note);
        Assert.Equal("Upgrade Example.Json to 4.1.2.", finding.Remedy);
        Assert.Contains("\"advisories\": \"2026-11-20T04:11:00Z\"", scanned.Left("vulnerabilities", "scans.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, Status.Fail)]
    [InlineData(false, Status.Error)]
    public async Task Npm_is_believed_where_its_registry_names_a_known_vulnerable_package(bool advisories, Status expected)
    {
        NeedsNpm();
        using var feed = new LocalFeed(advisories);
        using var scanned = await Node().With(".npmrc", $"registry={feed.Address}\nfetch-retries=0\n").RunAsync();

        Assert.Equal(expected, scanned.Lab().Of("vulnerabilities_critical").Status);
        if (advisories)
        {
            var place = Assert.Single(scanned.Lab().Of("vulnerabilities_critical").Locations);
            Assert.Equal(("package-lock.json", 4, "lodash 4.17.11, GHSA-jf85-cpcp-j695, fixed in 4.17.12"), (place.File, place.Line, place.Note));
        }
        else
        {
            Assert.Contains("has no advisories, or cannot be reached", Assert.Single(scanned.Vulnerabilities.Problems).What, StringComparison.Ordinal);
        }
    }

    /// <summary>Loophole: a scanner with no database, by the feeds that this machine happens to have. A known-vulnerable package is never called clean.</summary>
    [Fact]
    public async Task Whatever_the_feeds_of_this_machine_know_a_known_vulnerable_package_is_never_called_clean()
    {
        NeedsNpm();
        using var scanned = await Node().With("App.csproj", Project("Newtonsoft.Json", "12.0.1")).RunAsync();

        var finding = scanned.Lab().Of("vulnerabilities_high");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', scanned.Vulnerabilities.Problems.Select(problem => problem.What).DefaultIfEmpty("the feeds of this machine have advisories")));
        Assert.Empty(scanned.Sbom.Problems);
        Assert.Equal(scanned.Vulnerabilities.Problems.IsEmpty ? Status.Fail : Status.Error, finding.Status);
        Assert.All(scanned.Vulnerabilities.Problems, problem => Assert.Equal(CollectionErrors.ProbeFailed, problem.Kind));
    }

    [Fact]
    public async Task A_database_proves_itself_for_each_ecosystem_apart()
    {
        using var scanned = Python().With("db/1.json", Advisories.Newtonsoft).Untracked("db");
        await scanned.RunAsync("db");
        Assert.Contains("called urllib3 1.24 clean", Assert.Single(scanned.Vulnerabilities.Problems).What, StringComparison.Ordinal);

        scanned.With("db/2.json", Advisories.Urllib);
        await scanned.RunAsync("db");
        Assert.Empty(scanned.Vulnerabilities.Problems);
        Assert.Equal(Status.Pass, scanned.Lab().Of("vulnerabilities_high").Status);
    }

    [Theory]
    [InlineData("2026-10-01T00:00:00Z", "advisories of 2026-10-01 are too old")]
    [InlineData("2027-01-01T00:00:00Z", "advisories of 2027-01-01 are of the future")]
    public async Task Advisories_have_to_be_of_these_days(string modified, string what)
    {
        using var scanned = Python().With("db/1.json", Advisories.Urllib.Replace(Advisories.Modified, modified, StringComparison.Ordinal)).Untracked("db");
        await scanned.RunAsync("db");
        Assert.Contains(what, Assert.Single(scanned.Vulnerabilities.Problems).What, StringComparison.Ordinal);
        Assert.Equal(Status.Error, scanned.Lab().Of("vulnerabilities_high").Status);
    }

    [Fact]
    public async Task A_database_that_git_tracks_is_not_believed()
    {
        using var scanned = await Python().With("db/1.json", Advisories.Urllib).RunAsync("db");
        Assert.Contains("git tracks db", Assert.Single(scanned.Vulnerabilities.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_named_and_not_there_is_a_problem()
    {
        using var scanned = await Python().RunAsync("nowhere");
        Assert.Contains("no such file or folder", Assert.Single(scanned.Vulnerabilities.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_that_no_lock_file_names_leave_both_bill_and_vulnerabilities_open()
    {
        using var scanned = await new Scanned().With("requirements.txt", "urllib3>=1\n").RunAsync();
        Assert.Equal(Status.Error, scanned.Lab().Of("vulnerabilities_high").Status);
        Assert.Equal(Status.Error, scanned.Lab().Of("sbom").Status);
    }

    [Fact]
    public async Task A_project_without_packages_has_nothing_to_ask_about()
    {
        using var scanned = await new Scanned().With("package.json", """{ "name": "app" }""").RunAsync();
        Assert.Empty(scanned.Vulnerabilities.Problems);
        Assert.Equal(Status.NotApplicable, scanned.Lab().Of("vulnerabilities_high").Status);
        Assert.Equal(Status.NotApplicable, scanned.Lab().Of("sbom").Status);
    }

    [Fact]
    public async Task A_project_that_was_not_restored_is_a_problem()
    {
        using var scanned = await new Scanned().With("App.csproj", Project("Example.Json", "4.1.0")).RunAsync(restore: false);
        Assert.Contains("Restore left no project.assets.json for App.csproj", Assert.Single(scanned.Sbom.Problems).What, StringComparison.Ordinal);
        Assert.NotEmpty(scanned.Vulnerabilities.Problems);
    }

    private static string Project(string package, string version) =>
        $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="{package}" Version="{version}" /></ItemGroup></Project>""";

    private static Scanned DotNet(LocalFeed feed) => new Scanned().With("App.csproj", Project("Example.Json", "4.1.0")).With("nuget.config", feed.NuGetConfig);

    private static Scanned Node() => new Scanned().With("package.json", NpmManifest).With("package-lock.json", NpmLock);

    private static Scanned Python() => new Scanned().With("requirements.txt", "urllib3==2.5.0\n");

    private static void NeedsNpm() => Assert.SkipUnless(ProgramFinder.Find("npm", Environment.CurrentDirectory) is not null, "npm is not installed here");
}
