using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Tests.Support;
using Assay.Toolchains.Components;

namespace Assay.Tests.Toolchains.Components;

/// <summary>What <c>tests:</c> says of a file that production takes in counts for nothing.</summary>
public sealed class SaidTestsTests
{
    [Theory]
    [InlineData("node", "package.json", "{}", "src/index.js", "import './pricing.js';\n", "src/pricing.js")]
    [InlineData("python", "pyproject.toml", "", "shop/main.py", "from .pricing import fee\n", "shop/pricing.py")]
    [InlineData("dotnet", "Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"/>", "Index.cs", "class A;\n", "Pricing.cs")]
    public void A_file_that_production_takes_in_stays_production(string toolchain, string entry, string project, string user, string text, string used)
    {
        var tree = new FakeTree((entry, project), (user, text), (used, "x = 1\n"));
        Assert.Equal(FileRole.Production, RoleOf(tree, toolchain, entry, used, used));
    }

    [Theory]
    [InlineData("node", "package.json", "{}", "src/index.js", "checks/a.js")]
    [InlineData("python", "pyproject.toml", "", "shop/main.py", "checks/a.py")]
    public void What_nothing_takes_in_is_a_test_where_it_is_called_one(string toolchain, string entry, string project, string user, string used)
    {
        var tree = new FakeTree((entry, project), (user, "x = 1\n"), (used, "x = 1\n"));
        Assert.Equal(FileRole.Test, RoleOf(tree, toolchain, entry, used, "checks/**"));
    }

    private static FileRole RoleOf(FakeTree tree, string toolchain, string entry, string path, string glob)
    {
        var component = new Component("app", "", null, null, [new ToolchainRoot(toolchain, "", entry)], "");
        return Inventory.Of(tree, component, ComponentConfiguration.Detected("app", "") with { Tests = [glob] }).Single(file => file.Path == path).Role;
    }
}
