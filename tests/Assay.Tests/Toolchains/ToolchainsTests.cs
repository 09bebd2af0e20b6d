using Assay.Toolchains;
using Registry = Assay.Toolchains.Toolchains;

namespace Assay.Tests.Toolchains;

public class ToolchainsTests
{
    [Fact]
    public void No_toolchain_is_left_out_of_the_registry()
    {
        var written = typeof(IToolchain).Assembly.GetTypes().Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IToolchain)));

        Assert.Equal(written.OrderBy(type => type.Name), Registry.All.Select(toolchain => toolchain.GetType()).OrderBy(type => type.Name));
    }

    [Fact]
    public void Each_is_found_by_its_own_name() => Assert.All(Registry.All, toolchain => Assert.Same(toolchain, Registry.Named(toolchain.Name)));
}
