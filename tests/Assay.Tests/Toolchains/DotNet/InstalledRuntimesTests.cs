using Assay.Toolchains.DotNet;
using Assay.Toolchains.DotNet.Testing;

namespace Assay.Tests.Toolchains.DotNet;

public sealed class InstalledRuntimesTests : IDisposable
{
    private static readonly InstalledRuntimes Runtimes = InstalledRuntimes.Parse(
        ["Microsoft.AspNetCore.App 10.0.12 [/usr/share/dotnet/shared/Microsoft.AspNetCore.App]", "Microsoft.NETCore.App 9.0.3 [/x]", "Microsoft.NETCore.App 10.0.0-rc.1 [/x]", ""]);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Microsoft.NETCore.App", "9.0.0", "", null)]
    [InlineData("Microsoft.NETCore.App", "9.0.4", "", "runtime Microsoft.NETCore.App 9.0 is not installed")]
    [InlineData("Microsoft.NETCore.App", "8.0.0", "", "runtime Microsoft.NETCore.App 8.0 is not installed")]
    [InlineData("Microsoft.NETCore.App", "8.0.0", ",\"rollForward\":\"Major\"", null)]
    [InlineData("Microsoft.AspNetCore.App", "9.0.0", "", "runtime Microsoft.AspNetCore.App 9.0 is not installed")]
    public void A_run_is_possible_where_the_host_would_find_a_runtime(string name, string version, string policy, string? missing)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOTNET_ROLL_FORWARD") is null, "DOTNET_ROLL_FORWARD changes what the host accepts");
        folder.Write("T.runtimeconfig.json", $$$"""{"runtimeOptions":{"framework":{"name":"{{{name}}}","version":"{{{version}}}"}{{{policy}}}}}""");

        Assert.Equal(missing, Runtimes.Missing(Project(".NETCoreApp", new Version(10, 0))));
    }

    [Fact]
    public void A_project_that_could_not_be_built_for_want_of_its_runtime_is_known_by_its_target_framework() =>
        Assert.Equal("runtime Microsoft.NETCore.App 8.0 is not installed", Runtimes.Missing(Project(".NETCoreApp", new Version(8, 0))));

    [Fact]
    public void NET_Framework_runs_on_Windows_only() =>
        Assert.Equal(OperatingSystem.IsWindows(), Runtimes.Missing(Project(".NETFramework", new Version(4, 8))) is null);

    private ProjectDescription Project(string identifier, Version version) =>
        new("T", "/T.csproj", "x", identifier, version, folder.File("T.dll"), IsTest: true, IsPlatform: false, RunsPlatform: false, []);
}
