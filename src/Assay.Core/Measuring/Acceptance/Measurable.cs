using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Assay.Core.Measuring.Acceptance;

/// <summary>
/// Whether an acceptance criterion can be measured: with judgements struck out ("fast", "properly", "as expected", "a good …"), it still states a figure with what it bounds,
/// an answer by its name or in quotes, or an outcome (returns, shows, is refused …) of what, in at least two words.
/// </summary>
internal static partial class Measurable
{
    public static bool Is(string text)
    {
        if (text.Length > LongestText) text = text[..LongestText];
        var struck = Struck(text);
        return Answer().IsMatch(struck) || Figure().IsMatch(struck) || HasOutcome(struck);
    }

    /// <summary>A sentence or three; what is beyond is not looked at.</summary>
    private const int LongestText = 4000;

    private static readonly FrozenSet<string> Verbs = Words("""
        returns return returned answers answer answered responds respond replies reply shows show shown displays display displayed lists list listed contains contain prints print printed
        writes write written logs log logged records record recorded sends send sent receives receive received gets get rejects reject rejected refuses refuse refused denies deny denied
        accepts accept accepted creates create created deletes delete deleted removes remove removed adds add added stores store stored saves save saved keeps keep kept changes change changed
        raises raise raised lowers lower lowered moves move moved leaves leave redirects redirect redirected opens open opened closes close closed locks lock locked expires expire expired
        fails fail failed equals equal matches match matched hides hide hidden blocks block blocked retries retry retried names name named describes describe described publishes publish published emits emit emitted
        """);

    private static readonly FrozenSet<string> Judgements = Words("""
        well good better best nice nicely fast faster quick quickly slow rapid rapidly easy easily easier simple simply smooth smoothly correct correctly proper properly appropriate appropriately suitable suitably
        adequate adequately sufficient sufficiently reasonable reasonably acceptable acceptably efficient efficiently effective effectively robust robustly reliable reliably stable secure securely safe safely
        intuitive intuitively friendly user-friendly userfriendly modern clean beautiful attractive pleasant great excellent perfect perfectly high-quality professional professionally scalable performant responsive
        flexible seamless seamlessly convenient conveniently helpful useful relevant meaningful clear clearly usable satisfactory optimal optimally fine ok okay normal normally right rightly successfully successful
        gracefully graceful state-of-the-art best-in-class timely promptly prompt soon comfortable comfortably
        """);

    /// <summary>Words that say nothing about what is to be seen.</summary>
    private static readonly FrozenSet<string> Empty = Words("""
        a an the this that these those it its they them their he she his her we our you your i is are was were be been being do does did has have had will would shall should can could may might must
        of to in on at by for from with without and or but not no nor as if when while then than so such so that into onto over under up out off within about between after before during until again also
        very really quite rather always never all any every each everything anything something nothing some most many much more less few several other another same own way ways thing things stuff
        system systems application applications app apps software product service services feature features function functions functionality solution user users customer customers people everyone everybody anyone someone
        data information info result results output outputs outcome outcomes content value values case cases situation situations time times need needs needed want wants wanted expected required requirements requirement specification
        work works working what which who how where there here
        """);

    private static readonly FrozenSet<string> Figures = Words("zero one two three four five six seven eight nine ten twelve once twice");

    private static string Struck(string text)
    {
        var words = Phrases().Replace(text, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kept = new List<string>(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            if (!Judgements.Contains(Bare(words[at])))
            {
                kept.Add(words[at]);
                continue;
            }
            // "100 % reliable" is no figure, and "a good answer" no answer.
            while (kept.Count > 0 && Share().IsMatch(kept[^1])) kept.RemoveAt(kept.Count - 1);
            if (!Bare(words[at]).EndsWith("ly", StringComparison.Ordinal) && words[at][^1] is not ('.' or ',' or ';' or ':') && at + 1 < words.Length && !Empty.Contains(Bare(words[at + 1])) && !Stated().IsMatch(words[at + 1])) at++;
        }
        return string.Join(' ', kept);
    }

    private static bool HasOutcome(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            if (!Verbs.Contains(Bare(words[at]))) continue;
            // What is refused, shown or stored may stand before: "a blank owner is refused".
            var passive = at > 0 && Bare(words[at - 1]) is "is" or "are" or "be" or "been" or "gets" or "was" or "were";
            if (words.Where((word, place) => (passive ? place != at : place > at) && IsSubstance(word)).Select(Bare).Distinct().Count() >= 2) return true;
            if (words.Any(word => Figures.Contains(Bare(word))) && words.Where((word, place) => place != at && IsSubstance(word)).Any()) return true;
        }
        return false;
    }

    private static bool IsSubstance(string word) => Bare(word) is { Length: > 1 } bare && !Empty.Contains(bare) && !Verbs.Contains(bare) && !Judgements.Contains(bare) && !Figures.Contains(bare) && bare.Any(char.IsLetter);

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '\'', '“', '”', '*').ToLowerInvariant();

    private static FrozenSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Judgements of several words.</summary>
    [GeneratedRegex(@"\b(?:as (?:expected|intended|required|needed|designed|specified|desired|appropriate|usual)|up to (?:the )?(?:standard|expectations)|to (?:the|his|her|our|their|a) (?:[\w'’]+ ){0,2}satisfaction|without (?:any )?(?:problems?|issues?|errors?|trouble|bugs)|24/7|state of the art|best practices?|look(?:s)? and feel)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phrases();

    /// <summary>A figure with a unit, or after a word that says what it bounds.</summary>
    [GeneratedRegex(@"(?<![\w.-])\d[\d.,  ]*(?:ms|s|sec|seconds?|minutes?|min|hours?|h|days?|d|weeks?|months?|years?|%|percent|KB|MB|GB|KiB|MiB|GiB|bytes?|requests?|rps|characters?|items?|rows?|entries|times|attempts?|retries|users|px|/s)(?![\w-])|(?:\b(?:exactly|at most|at least|less than|fewer than|more than|no more than|not more than|within|under|below|above|over|up to|equals?|reach(?:es)?|with|balance of|total of|maximum of|minimum of|status|code|http|between|after|sum(?:s)? to|to|of|by|is|are|returns?|answers?|gets?|responds|leaves|than)|[<>=≤≥])(?: (?:a|an|the|http|status|code|only|exactly))* *[-+]?\d[\d.,]*(?![\w/-]|\.\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figure();

    /// <summary>An answer by its name or in quotes: <c>"declined"</c>, <c>insufficient_funds</c>, <c>/health/live</c>, <c>application/problem+json</c>, <c>byte for byte</c>.</summary>
    [GeneratedRegex("""["“`][^"“”`]{2,}["”`]|(?<!\w)'[^'\s][^']*[^'\s]'(?!\w)|\b[a-z0-9]+_[a-z0-9_]+\b|(?<=^|\s)/[a-z][\w{}/-]*|\b(?:application|text|image)/[a-z.+-]+|\bbyte for byte\b|\bexactly (?:once|twice|one|two|three|the same)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^\d[\d.,]*%?$|^%$|^percent$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    /// <summary>What a judgement does not take with it: figures, names and quotes.</summary>
    [GeneratedRegex("""^[("“'`]?[\d/<>=≤≥]|_|^["“`]""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stated();
}
