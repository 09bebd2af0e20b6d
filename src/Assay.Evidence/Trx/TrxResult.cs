using Assay.Core.Observations;

namespace Assay.Evidence.Trx;

/// <summary>A result as it stands in the report, before its definition is known.</summary>
internal sealed class TrxResult(string testId, string testName, TestOutcome outcome, bool isInner)
{
    public string TestId => testId;
    public string TestName => testName;
    public TestOutcome Outcome => outcome;
    /// <summary>It is one case of a data-driven test.</summary>
    public bool IsInner => isInner;

    public string? Message { get; set; }

    /// <summary>Type of what was thrown, where the message tells it.</summary>
    public string? Thrown { get; set; }

    public string? Stack { get; set; }

    /// <summary>It is data-driven: its inner results are the cases, and it only sums them up.</summary>
    public bool HasInner { get; set; }
}

/// <summary>What the report says of a test apart from its results.</summary>
/// <param name="ClassName">Full name of the class, without its assembly.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Run">Assembly and target framework.</param>
internal sealed record TrxDefinition(string ClassName, string Method, string Run);
