using System.Text.RegularExpressions;

namespace Assay.Proof.Reasons;

/// <summary>Tells an assertion that does not hold from an exception, by how each framework reports it.</summary>
internal static partial class AssertionFailure
{
    internal static bool Is(Failure failure)
    {
        if (OfScripts().IsMatch(failure.Text) || OfDotNet().IsMatch(failure.Text)) return true;
        if (failure.Heads is [var first, ..]) return IsType(first) || failure.Heads.Any(head => head.Type == "AssertionError" && head.Code == "ERR_ASSERTION");
        // xUnit, NUnit and MSTest write the type of every exception but their own assertions'.
        return failure.Text.Length > 0 && !OtherType().IsMatch(failure.Text) && !NoTest().IsMatch(failure.Text)
            && failure.Frames.Any(frame => frame.Method.EndsWith(')') && frame.File is { } file && file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsType(FailureHead head) => head.Type switch
    {
        "AssertionError" or "AssertionException" or "AssertFailedException" or "AssertInconclusiveException" or "AssertionFailedException" => head.Code is "" or "ERR_ASSERTION" or "Error",
        "JestAssertionError" or "AssertError" or "ExpectationError" or "TestingLibraryElementError" or "ShouldAssertException" or "XunitException" => true,
        "MockException" or "ReceivedCallsException" => true,
        "VerifyException" => head.Message.Contains("NotEqual", StringComparison.Ordinal),
        "Failed" => !head.Message.StartsWith("Timeout", StringComparison.Ordinal),
        "Error" => OfScripts().IsMatch(head.Message),
        _ => false,
    };

    [GeneratedRegex(@"^(?:Error: )?(?:expect\(.*\)\.|expect\.(?:assertions|hasAssertions)\(|assert\.\w+\(|Snapshot `.*` mismatched|expected (?:number of assertions|any number of assertion)|assert (?!.*: command not found))")]
    private static partial Regex OfScripts();

    [GeneratedRegex(@"^\s*(?:Assert\.\w+(?:<[^>]*>)?(?:\(\) Failure| failed\.|\(.*\)\s*$)|(?:Collection|String|Exception)Assert\.\w+ failed\.|Multiple failures or warnings in test:|Expected: .*\n\s*But was: )", RegexOptions.Multiline)]
    private static partial Regex OfDotNet();

    [GeneratedRegex(@"^\s*[\w.+`\[\]]+ : |threw exception|threw in its constructor|Unable to create instance")]
    private static partial Regex OtherType();

    [GeneratedRegex(@"did not have matching fixture data|No test data|has (?:already|no) been|could not be (?:found|loaded)|Elapsed time of .* exceeds|not runnable|No suitable constructor")]
    private static partial Regex NoTest();
}
