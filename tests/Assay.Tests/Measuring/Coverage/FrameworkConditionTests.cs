using Assay.Core.Measuring.Coverage;

namespace Assay.Tests.Measuring.Coverage;

public sealed class FrameworkConditionTests
{
    /// <summary>Catches code for another framework that no test here can reach, held against a refactoring.</summary>
    [Theory]
    [InlineData("!NET7_0_OR_GREATER")]
    [InlineData("NETSTANDARD2_0 || NETFRAMEWORK")]
    [InlineData("NET48_OR_GREATER && !NET")]
    [InlineData("(NET8_0)")]
    [InlineData("NET11_0_OR_GREATER")]
    public void A_framework_that_did_not_run_leaves_the_code_out(string condition) => Assert.True(new FrameworkCondition("net10.0").LeavesOut(condition));

    /// <summary>Catches new code that hides from its tests: what may be compiled for the framework that ran, or depends on anything else, counts.</summary>
    [Theory]
    [InlineData("NET8_0_OR_GREATER")]
    [InlineData("NET10_0")]
    [InlineData("!DEBUG")]
    [InlineData("!NET7_0_OR_GREATER && FEATURE")]
    [InlineData("FEATURE && !NET7_0_OR_GREATER")]
    [InlineData("!NET7_0_OR_GREATER || FEATURE")]
    [InlineData("!NET7_0_OR_GREATER // || true")]
    [InlineData("!(NET7_0_OR_GREATER")]
    [InlineData("false")]
    [InlineData("")]
    public void What_may_have_been_compiled_is_not_left_out(string condition) => Assert.False(new FrameworkCondition("net10.0").LeavesOut(condition));

    [Fact]
    public void Of_older_frameworks_nothing_is_told() => Assert.False(new FrameworkCondition("netstandard2.0").LeavesOut("NET8_0"));
}
