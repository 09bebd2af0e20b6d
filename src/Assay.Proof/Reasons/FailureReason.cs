using Assay.Core.Observations;

namespace Assay.Proof.Reasons;

/// <summary>Why a test failed at red.</summary>
/// <param name="Right">By an assertion, or by an exception in or because of production code; anything else shows nothing of the change.</param>
/// <param name="What">In a few words, e.g. <c>assertion</c>, <c>exception in src/parse.ts</c>, <c>timed out</c>.</param>
internal sealed record FailureReason(bool Right, string What)
{
    /// <param name="failed">A failed case with its message and trace.</param>
    /// <param name="production">Whether a path of the repository is production code of the change or beside it; false for a path that the repository does not hold.</param>
    /// <param name="introduced">Names and files that the change introduces.</param>
    /// <param name="folder">Where the component stands, for runners that write paths relative to it.</param>
    public static FailureReason Of(TestCase failed, Func<string, bool> production, Introduced introduced, string folder = "")
    {
        var failure = Failure.Of(failed);
        if (Hindrance.IsTimeOut(failure)) return new(false, "timed out");
        if (AssertionFailure.Is(failure)) return new(true, "assertion");
        if (Hindrance.Of(failure) is { } hindrance) return new(false, hindrance);
        if (MissingPart.Of(failure, introduced) is { } missing) return missing;
        var frames = new FrameFiles(failure.Frames, production, folder);
        if (frames.Production is { } file) return new(true, $"exception in {file}");
        if (failure.Exhausted) return new(false, "too deep a recursion in test code only");
        if (Named(failure, introduced) is { } name) return new(true, $"{failure.Type} for want of {name}");
        if (failure.IsResponse) return new(true, "the response was no success");
        if (frames.InTests && ValueError.Is(failure)) return new(true, $"{failure.Type} over what production gave");
        return new(false, failure.Heads.IsEmpty ? "no assertion and no exception that names what the change introduces" : $"{failure.Type} in test code only, naming nothing that the change introduces");
    }

    private static string? Named(Failure failure, Introduced introduced) =>
        failure.Heads.SelectMany(head => NamesIn.Message(head.Message)).Concat(failure.Frames.Where(frame => frame.File is null).SelectMany(frame => NamesIn.Method(frame.Method)))
            .FirstOrDefault(introduced.Names.Contains);
}
