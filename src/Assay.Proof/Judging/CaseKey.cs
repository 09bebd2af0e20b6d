using Assay.Core.Observations;

namespace Assay.Proof.Judging;

/// <summary>What identifies a test case in every phase.</summary>
internal readonly record struct CaseKey(string Run, string Id)
{
    public static CaseKey Of(TestCase test) => new(test.Run, test.Id);
}
