using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Sources;

namespace Assay.Proof.Reasons;

/// <summary>What the change brings into production: every word of its added lines that could be a name, and the files that it adds.</summary>
internal sealed partial record Introduced(ImmutableHashSet<string> Names, ImmutableHashSet<string> Files)
{
    /// <summary>Types and namespaces that an added line declares: what may be missing although the base holds another of that name.</summary>
    public ImmutableHashSet<string> Declared { get; init; } = [];

    /// <param name="production">Changed production files.</param>
    public static Introduced By(ImmutableArray<ChangedFile> production)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var declared = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var file in production.Where(file => HoldsCode(file.Path)))
        {
            var language = Languages.OfPath(file.Path);
            foreach (var hunk in file.Hunks)
            {
                var text = string.Join('\n', hunk.Added.Where(line => !IsComment(line)));
                names.UnionWith((language is { } known ? SourceNames.Of(known, text).Select(name => name.Name) : Words(text)).Where(CommonWords.CanName));
                declared.UnionWith(Declaration().Matches(text).SelectMany(match => match.Groups["name"].Value.Split('.')));
            }
        }
        // A file that was renamed is at its new place because of the change.
        var files = production.Where(file => file.Kind is ChangeKind.Added or ChangeKind.Renamed).Select(file => file.Path);
        return new(names.ToImmutable(), files.ToImmutableHashSet(StringComparer.Ordinal)) { Declared = declared.ToImmutable() };
    }

    // A manifest, a lock file or a setting brings packages and tools; what is missing for want of them says nothing of the code.
    private static bool HoldsCode(string path) => Languages.OfPath(path) is not null || Path.GetExtension(path).ToLowerInvariant() is
        ".fs" or ".vb" or ".razor" or ".cshtml" or ".xaml" or ".proto" or ".vue" or ".svelte" or ".astro" or ".pyi" or ".pyx"
        or ".go" or ".rs" or ".rb" or ".php" or ".kt" or ".kts" or ".scala" or ".swift" or ".c" or ".h" or ".cc" or ".cpp" or ".hpp";

    private static bool IsComment(string line) => line.AsSpan().TrimStart() is ['/', '/' or '*', ..] or ['*', ' ' or '/', ..] or ['*'];

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{N}_$]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum|delegate|namespace)\s+(?:(?:class|struct)\s+)?(?<name>[\p{L}_][\p{L}\p{N}_.]*)")]
    private static partial Regex Declaration();
}
