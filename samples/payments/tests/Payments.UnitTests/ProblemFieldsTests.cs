using Payments.Problems;

namespace Payments.UnitTests;

public class ProblemFieldsTests
{
    [Theory]
    [InlineData(400, "bad_request")]
    [InlineData(405, "method_not_allowed")]
    [InlineData(500, "internal_server_error")]
    public void GiveAStatusItsOwnCode(int status, string code) => Assert.Equal(code, ProblemFields.CodeOf(status));
}
