using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Yaml;

namespace Assay.Evidence.PrometheusRules;

/// <summary>Rule files of Prometheus, and the <c>PrometheusRule</c> manifests of its operator. See reader.md.</summary>
internal sealed class PrometheusRulesReader : IEvidenceReader
{
    public string Format => "prometheus-rules";

    public bool IsRecord => true;

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Text
        && (head.RootKeys.Contains("groups") ? head.Text.Contains("alert:", StringComparison.Ordinal) || head.Text.Contains("record:", StringComparison.Ordinal)
            : head.RootKeys.Contains("kind") && head.Text.Contains("kind: PrometheusRule", StringComparison.Ordinal));

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        if (TextOf(content, cancellation) is not { } text) return ReadOutcome.Failed(new AssayError(EvidenceErrors.TooDeep, "it is larger than 1 MB"));
        var mistakes = new YamlMistakes("", EvidenceErrors.Unreadable);
        var rules = ImmutableArray.CreateBuilder<Observation>();
        foreach (var document in Documents(text))
            if (YamlReader.ReadNode(document, mistakes) is { } root) rules.AddRange(new RuleDocument(mistakes).Read(root));
        if (mistakes.None) return new ReadOutcome(rules.ToImmutable());
        var errors = mistakes.ToImmutable().Select(error => error with { File = null }).ToArray();
        return ReadOutcome.Failed(errors[0]) with { OtherErrors = [.. errors[1..]] };
    }

    /// <summary>The documents of a file that have content, each with the lines before it left blank, so that places stay what they are.</summary>
    private static IEnumerable<string> Documents(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (var start = 0; start < lines.Length;)
        {
            var end = Array.FindIndex(lines, start, IsBorder) is var found and >= 0 ? found : lines.Length;
            if (lines[start..end].Any(line => line.Trim() is { Length: > 0 } words && words[0] != '#'))
                yield return new string('\n', start) + string.Join('\n', lines[start..end]);
            start = end + 1;
        }
    }

    private static bool IsBorder(string line) => line.StartsWith("---", StringComparison.Ordinal) && (line.Length == 3 || char.IsWhiteSpace(line[3]));

    private static string? TextOf(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            bytes.Write(buffer, 0, read);
            if (bytes.Length > YamlReader.LongestText) return null;
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
