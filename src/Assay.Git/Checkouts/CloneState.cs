using System.Collections.Immutable;
using Assay.Git.Objects;
using Assay.Git.Processes;

namespace Assay.Git.Checkouts;

/// <summary>
/// What Assay itself knows of a private clone: the index of what it wrote, the borrowed objects, the references. It lies beside the clone and not in it, so that
/// nothing that a test does to the clone's own <c>.git</c> changes what the clone shows next.
/// </summary>
internal sealed class CloneState
{
    private readonly List<string> borrowed = [];

    private CloneState(string folder, GitRunner git, ObjectFormat format) => (Folder, Git, Format) = (folder, git, format);

    /// <summary>Absolute path of a git folder.</summary>
    public string Folder { get; }

    /// <summary>git in the clone's work tree, with this state; times and modes of files count whatever the file system was probed to do.</summary>
    public GitRunner Git { get; }

    public ObjectFormat Format { get; }

    public string Index => Path.Combine(Folder, "index");

    public string Config => Path.Combine(Folder, "config");

    public string References => Path.Combine(Folder, "packed-refs");

    /// <summary>For objects that are in no repository: trees with submodules, contents of git-lfs.</summary>
    public string Composed => Path.Combine(Folder, "composed");

    public string Shallow => Path.Combine(Folder, "shallow");

    public string Alternates => Path.Combine(Folder, "objects", "info", "alternates");

    public static async Task<CloneState> CreateAsync(GitRepository repository, IEnumerable<string> borrowed, string root)
    {
        var folder = root + ".state";
        var git = repository.Git.In(root);
        (await git.RunAsync("init", "-q", "--template=", $"--object-format={repository.Place.Format.Name}").ConfigureAwait(false)).OrThrow();
        Directory.Move(Path.Combine(root, ".git"), folder);
        Directory.CreateDirectory(Path.Combine(folder, "objects", "info"));
        var state = new CloneState(folder, git.With(ImmutableDictionary<string, string>.Empty.Add("GIT_DIR", folder).Add("GIT_WORK_TREE", root)), repository.Place.Format);
        state.Borrow([Directory.CreateDirectory(Path.Combine(state.Composed, "objects")).FullName, .. borrowed]);
        await UserReferences.CopyAsync(repository, state).ConfigureAwait(false);
        return state;
    }

    /// <summary>Reads objects from these folders too, and from those that they borrow from.</summary>
    public void Borrow(IEnumerable<string> folders)
    {
        borrowed.AddRange(Objects.Alternates.Flatten(folders).Where(folder => !borrowed.Contains(folder)));
        File.WriteAllText(Alternates, Objects.Alternates.File(borrowed));
    }
}
