using System.Text;
using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Rules;
using Assay.Core.Sources;

namespace Assay.Toolchains.Components;

/// <summary>Code that a change puts where nothing looks at it: behind a link, in another repository, under a name that no source has, or among mere types.</summary>
public static class Escaped
{
    private const string Link = "120000", Submodule = "160000";

    private static readonly HashSet<string> Data = new(StringComparer.OrdinalIgnoreCase)
    {
        ".json", ".css", ".scss", ".less", ".html", ".md", ".yaml", ".yml", ".svg", ".png", ".csv", ".sql", ".graphql", ".proto", ".csproj", ".fsproj", ".snap",
    };

    /// <summary>One weakening for each such file.</summary>
    public static IEnumerable<Weakening> In(Change change, IFileTree head, IFileTree? atBase)
    {
        if (change.Judged == Judged.State) yield break;
        var modes = head.Files.ToDictionary(file => file.Path, file => file.Mode, StringComparer.Ordinal);
        var gone = change.Files.Select(file => file.Kind == ChangeKind.Deleted ? file.Path : file.OldPath).OfType<string>().Where(Inventory.IsSource).ToList();
        var suspects = new List<ChangedFile>();
        foreach (var file in change.Files.Where(file => file.Kind != ChangeKind.Deleted))
        {
            var mode = modes.GetValueOrDefault(file.Path, "");
            if (mode == Submodule || TreePaths.Name(file.Path) == ".gitmodules")
                yield return Found(file, "brings in another repository, and nothing judges what is in it");
            else if (mode == Link && (Inventory.IsSource(file.Path) || LeadsToSources(head, file.Path)))
                yield return Found(file, "is a link, and nothing judges what it leads to");
            else if (IsTypes(file.Path) && HasCode(file, head, atBase))
                yield return Found(file, "is called mere types and holds code, of which no test is asked");
            else if (mode != Link && !Inventory.IsSource(file.Path) && !IsTypes(file.Path) && Replaces(file, gone)) suspects.Add(file);
        }
        if (suspects.Count == 0) yield break;
        var texts = head.ReadAll(modes.Keys.Where(path => Inventory.IsSource(path) || TreePaths.Name(path) == "package.json"))
            .Where(read => read.Content is not null).Select(read => Encoding.UTF8.GetString(read.Content!));
        var referred = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
            foreach (var file in suspects)
                if (Refers(text, TreePaths.Name(file.Path))) referred.Add(file.Path);
        foreach (var file in suspects.Where(file => referred.Contains(file.Path)))
            yield return Found(file, "is in the place of a source and still used as one, and nothing judges it under this name");
    }

    private static Weakening Found(ChangedFile file, string what) => new(WeakeningSource.Suppression, what, new Location(file.Path));

    /// <summary>Whether it was a source, or took over the name of one that went; data that is merely called like it is no code.</summary>
    private static bool Replaces(ChangedFile file, List<string> gone)
    {
        if (file.OldPath is { } old && Inventory.IsSource(old)) return true;
        return file.Kind is ChangeKind.Added or ChangeKind.Renamed && !Data.Contains(Path.GetExtension(file.Path))
            && gone.Exists(source => Stem(source) == Stem(file.Path));
    }

    private static string Stem(string path) => TreePaths.Name(path).Split('.')[0];

    /// <summary>Whether the text names the file in quotes, by its name or by a path that ends in it.</summary>
    private static bool Refers(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (at > 0 && end < text.Length && text[at - 1] is '/' or '\\' or '"' or '\'' or '`' && text[end] is '"' or '\'' or '`' or '?' or '#') return true;
        }
        return false;
    }

    /// <summary>Whether a link leads out of the repository, or to a folder: what is in it has its role where it really lies.</summary>
    private static bool LeadsToSources(IFileTree head, string path)
    {
        if (head.Read(path) is not { } bytes) return true;
        var target = Encoding.UTF8.GetString(bytes).TrimEnd('/');
        if (target.StartsWith('/') || TreePaths.Resolve(TreePaths.Folder(path), target) is not { } resolved) return true;
        var there = head.Files.Where(file => file.Path == resolved || TreePaths.IsBelow(file.Path, resolved)).ToList();
        return there.Count == 0 || there.Exists(file => Inventory.IsSource(file.Path) || file.Mode == Link);
    }

    private static bool IsTypes(string path) => path.EndsWith(".d.ts", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".d.mts", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".d.cts", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether lines that the change adds are code; all of them where the file was no declaration of types before.</summary>
    private static bool HasCode(ChangedFile file, IFileTree head, IFileTree? atBase)
    {
        if (head.Read(file.Path) is not { } bytes) return false;
        var outline = SourceOutline.Of(Language.TypeScript, Encoding.UTF8.GetString(bytes));
        var whole = file.Kind == ChangeKind.Added || !IsTypes(file.OldPath ?? file.Path) || atBase?.Read(file.OldPath ?? file.Path) is null;
        return whole ? outline.Lines.Contains(LineKind.Code)
            : file.Hunks.Any(hunk => Enumerable.Range(hunk.NewStart, hunk.Added.Length).Any(line => outline.KindOf(line) == LineKind.Code));
    }
}
