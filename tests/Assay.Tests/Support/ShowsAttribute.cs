using Assay.Core.Judging;

namespace Assay.Tests.Support;

/// <summary>The test shows a criterion of the built-in standard with this outcome, on real content. A test finds the criteria that lack one.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ShowsAttribute(string criterion, Status status) : Attribute
{
    public string Criterion { get; } = criterion;
    public Status Status { get; } = status;
}
