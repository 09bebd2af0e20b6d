namespace Assay.Toolchains.Components;

/// <summary>Ids of detected components: by their folder below the judged path, so that another component beside one does not rename it.</summary>
internal sealed class DetectedNames(string scope, string repository)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    internal string Of(string path)
    {
        string name = path != scope ? path[(scope.Length == 0 ? 0 : scope.Length + 1)..] : scope.Length == 0 ? repository : TreePaths.Name(scope);
        string id = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        id = id.Length == 0 ? "component" : id;
        string unique = id;
        for (int next = 2; !given.Add(unique); next++)
        {
            unique = $"{id}-{next}";
        }

        return unique;
    }
}
