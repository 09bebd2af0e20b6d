using System.Text.RegularExpressions;

namespace Assay.Proof.Reasons;

/// <summary>The names of code that a message or a frame speaks of; other words of it are prose.</summary>
internal static partial class NamesIn
{
    /// <summary>What stands in quotes, before parentheses, and what is not a function or not defined.</summary>
    internal static IEnumerable<string> Message(string message) => Name().Matches(message)
        .SelectMany(match => match.Groups["name"].Value.Split(['.', '+', '(', ')', '/', ' ', '!', '`', ','], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Type and method of a frame without a file.</summary>
    internal static IEnumerable<string> Method(string method)
    {
        var names = method.Split('(')[0].Split('.', '+');
        return names.Length > 2 && names[0] is not ("System" or "Microsoft" or "Xunit" or "NUnit") ? names[^2..] : [];
    }

    [GeneratedRegex(@"['""‘`](?<name>[\p{L}_$][^'""’`\s]*)['""’`]|(?<name>[\p{L}_$][\p{L}\p{N}_$.]*)(?:\(\.\.\.\))? is not (?:a function|a constructor|defined)|\b(?<name>[\p{L}_][\p{L}\p{N}_.]*)\(\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
