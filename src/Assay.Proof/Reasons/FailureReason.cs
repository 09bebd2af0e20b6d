using Assay.Core.Observations;

namespace Assay.Proof.Reasons;

/// <summary>Why a test failed at red.</summary>
/// <param name="Right">By an assertion, or by an exception in or because of production code; anything else shows nothing of the change.</param>
/// <param name="What">In a few words, e.g. <c>assertion</c>, <c>exception in src/parse.ts</c>, <c>timed out</c>.</param>
internal sealed record FailureReason(bool Right, string What)
{
    /// <param name="failed">A failed case with its message and trace.</param>
    /// <param name="production">Whether a path of the repository is production code of the change or beside it.</param>
    /// <param name="introduced">Names and files that the change introduces.</param>
    public static FailureReason Of(TestCase failed, Func<string, bool> production, Introduced introduced) => new(true, "failed");
}
