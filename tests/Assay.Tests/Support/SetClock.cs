namespace Assay.Tests.Support;

/// <summary>A clock that stands still.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
