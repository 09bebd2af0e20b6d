using System.Collections.Immutable;
using System.IO.Compression;
using Assay.Core.Errors;
using Assay.Core.Packages;
using Assay.Evidence.Json;

namespace Assay.Evidence.Osv;

/// <summary>
/// Advisories in OSV's format as a local database: a zip as it is published for each ecosystem, or a folder of such zips and of JSON files.
/// One advisory at a time is in memory, besides those that concern what is asked for.
/// </summary>
public static class OsvDatabase
{
    private const int LongestAdvisory = 32 * 1024 * 1024;
    private const int MostAdvisories = 5_000_000;

    /// <summary>Goes through all advisories.</summary>
    /// <param name="path">A zip or a folder.</param>
    /// <param name="packages">What to look for: ecosystem and name as <see cref="Ecosystems.Normal"/> gives it.</param>
    public static OsvSearch Search(string path, IReadOnlySet<(string Ecosystem, string Name)> packages, CancellationToken cancellation)
    {
        var found = new Found(packages);
        try
        {
            if (File.Exists(path))
            {
                SearchFile(path, found, cancellation);
            }
            else if (Directory.Exists(path))
            {
                var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
                foreach (var file in files.Where(file => IsAdvisory(file) || IsZip(file)).Order(StringComparer.Ordinal))
                {
                    SearchFile(file, found, cancellation);
                }
            }
            else
            {
                return Failed(new AssayError(EvidenceErrors.NotFound, "There are no advisories: no such file or folder.", path));
            }
        }
        catch (JsonMistake mistake)
        {
            return Failed(mistake.Error with { What = $"An advisory cannot be read: {mistake.Error.What}", File = found.Current });
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failed(new AssayError(EvidenceErrors.Unreadable, $"The advisories cannot be read: {e.Message}", found.Current ?? path, NextStep: "Fetch them anew."));
        }
        return found.Advisories == 0
            ? Failed(new AssayError(EvidenceErrors.Empty, "There is no advisory in it.", path, NextStep: "Fetch the zips of OSV for the ecosystems that are used."))
            : new OsvSearch([.. found.Concerning], found.Newest.ToImmutableSortedDictionary(StringComparer.Ordinal), found.Advisories, null);
    }

    private static OsvSearch Failed(AssayError error) => new([], ImmutableSortedDictionary<string, DateTimeOffset>.Empty, 0, error);

    private static void SearchFile(string file, Found found, CancellationToken cancellation)
    {
        found.Current = file;
        using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!IsZip(file))
        {
            found.Add(content, cancellation);
            return;
        }
        using var zip = new ZipArchive(content, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(entry => IsAdvisory(entry.Name)))
        {
            found.Current = $"{file}!{entry.FullName}";
            using var advisory = entry.Open();
            found.Add(advisory, cancellation);
        }
    }

    private static bool IsAdvisory(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private sealed class Found(IReadOnlySet<(string Ecosystem, string Name)> packages)
    {
        internal string? Current { get; set; }

        internal int Advisories { get; private set; }

        internal List<OsvAdvisory> Concerning { get; } = [];

        internal Dictionary<string, DateTimeOffset> Newest { get; } = new(StringComparer.Ordinal);

        internal void Add(Stream content, CancellationToken cancellation)
        {
            using var limited = new LimitedContent(content, LongestAdvisory);
            using var json = new JsonPull(limited, cancellation);
            if (!json.BeginObject())
            {
                throw json.Mistake(EvidenceErrors.Unreadable, "it is no object");
            }
            var advisory = OsvParse.Read(json);
            json.End();
            if (++Advisories > MostAdvisories)
            {
                throw json.Mistake(EvidenceErrors.TooDeep, $"there are more than {MostAdvisories} advisories");
            }
            foreach (var ecosystem in advisory.Affected.Select(each => each.Ecosystem).Distinct())
            {
                if (advisory.Modified is { } modified && (!Newest.TryGetValue(ecosystem, out var newest) || modified > newest))
                {
                    Newest[ecosystem] = modified;
                }
            }
            if (!advisory.Withdrawn && advisory.Affected.Any(each => packages.Contains((each.Ecosystem, Ecosystems.Normal(each.Ecosystem, each.Name)))))
            {
                Concerning.Add(advisory);
            }
        }
    }
}
