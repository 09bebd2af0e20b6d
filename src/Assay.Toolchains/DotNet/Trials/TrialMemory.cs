using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>
/// With which project files a folder was last restored, so that a tree with the same ones is not restored again, and what its last build made. Kept by this
/// process alone: what runs in the folder cannot forge it.
/// </summary>
internal sealed partial class TrialMemory
{
    private static readonly string[] Endings = [".props", ".targets", ".rsp", ".projitems", ".slnx", ".sln", ".slnf"];

    private static readonly string[] Names = ["nuget.config", "global.json", "packages.lock.json", "packages.config", "dotnet-tools.json", "project.json"];

    private readonly ConcurrentDictionary<string, (string Digest, ImmutableArray<string> Left)> restored = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (TrialBuilt Built, string Outputs)> built = new(StringComparer.Ordinal);

    /// <summary>Whether the folder was last restored with these files, and everything that restoring left is still there.</summary>
    internal bool IsRestored(DotNetWork work) =>
        restored.TryGetValue(Key(work), out var last) && !last.Left.IsEmpty && last.Left.All(File.Exists) && last.Digest == Digest(work.Context.Tree);

    /// <summary>Remembers that the folder was restored.</summary>
    /// <param name="projects">Those that were asked for, relative to the repository.</param>
    internal void Restored(DotNetWork work, ImmutableArray<string> projects)
    {
        ImmutableArray<string> left = [.. work.Projects.Select(project => Assets(work, project)).Where(File.Exists)];
        bool all = projects.All(project => left.Contains(Assets(work, project)));
        restored[Key(work)] = (Digest(work.Context.Tree), all ? left : []);
    }

    /// <summary>A restore may have changed something and did not end well.</summary>
    internal void Forget(DotNetWork work) => restored.TryRemove(Key(work), out _);

    /// <summary>What the folder's last build made, where all of it is still there as it was; null where a test or another build changed it.</summary>
    internal TrialBuilt? Built(DotNetWork work) => built.TryGetValue(Key(work), out var last) && last.Outputs == Outputs(last.Built) ? last.Built : null;

    /// <summary>Remembers what a build made.</summary>
    internal void BuiltAs(DotNetWork work, TrialBuilt made) => built[Key(work)] = (made, Outputs(made));

    /// <summary>A build begins: what stood before is not what it will make.</summary>
    internal void ForgetBuilt(DotNetWork work) => built.TryRemove(Key(work), out _);

    /// <summary>Places, sizes and times of all files beside what was built.</summary>
    private static string Outputs(TrialBuilt made) => string.Join('\n', made.Projects.Select(project => new DirectoryInfo(Path.GetDirectoryName(project.Target)!))
        .Where(folder => folder.Exists).SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
        .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Distinct().Order(StringComparer.Ordinal));

    private static string Key(DotNetWork work) => $"{work.Context.RepositoryRoot}|{work.Root.Entry}";

    private static string Assets(DotNetWork work, string project) =>
        Path.Combine(Path.GetDirectoryName(work.OnDisk(project))!, "obj", "project.assets.json");

    /// <summary>Over every file that MSBuild or NuGet may read before they look at sources, those included that such a file imports by whatever name.</summary>
    private static string Digest(IFileTree tree)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = [.. tree.Files.Select(file => file.Path)];
        HashSet<string> imported = new(StringComparer.OrdinalIgnoreCase);
        foreach (string file in files.Where(IsRead))
        {
            byte[] content = Add(hash, tree, file);
            imported.UnionWith(Import().Matches(Encoding.UTF8.GetString(content)).Select(match => match.Groups["name"].Value));
        }

        foreach (string file in files.Where(file => !IsRead(file) && imported.Contains(TreePaths.Name(file))))
        {
            Add(hash, tree, file);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static bool IsRead(string path) =>
        ProjectFile.Is(path) || path.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || Names.Contains(TreePaths.Name(path), StringComparer.OrdinalIgnoreCase);

    private static byte[] Add(IncrementalHash hash, IFileTree tree, string file)
    {
        byte[] content = tree.Read(file) ?? [];
        hash.AppendData(Encoding.UTF8.GetBytes($"{file}\0{content.Length}\0"));
        hash.AppendData(content);
        return content;
    }

    [GeneratedRegex(@"<Import\b[^>]*?\bProject\s*=\s*[""'][^""']*?(?<name>[^""'/\\$()]+)[""']")]
    private static partial Regex Import();
}
