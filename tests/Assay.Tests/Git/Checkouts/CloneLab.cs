using Assay.Git;
using Assay.Git.Checkouts;
using Assay.Tests.Support;

namespace Assay.Tests.Git.Checkouts;

/// <summary>A repository with its trees and one private clone; the repository must be as it was when all is over.</summary>
internal sealed class CloneLab : IDisposable
{
    private readonly GitRepository opened;
    private readonly string folder = Directory.CreateTempSubdirectory("assay-test-clone-").FullName;
    private readonly string root;
    private readonly string before;

    private CloneLab(string root)
    {
        this.root = root;
        before = RepositoryState.Of(root);
        opened = GitRepository.Open(root);
        Trees = new(opened);
        Clone = NewClone();
    }

    public Assay.Git.Checkouts.Checkouts Trees { get; }

    public PrivateClone Clone { get; }

    public static CloneLab Of(TestRepository repository) => new(repository.Root);

    public static CloneLab Of(string root) => new(root);

    public PrivateClone NewClone() => Trees.CloneAsync(Path.Combine(folder, Guid.NewGuid().ToString("N"), "repository"), TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    public string PathOf(string file) => Path.Combine(Clone.Root, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public bool Has(string file) => Path.Exists(PathOf(file));

    public DateTime WrittenAt(string file) => File.GetLastWriteTimeUtc(PathOf(file));

    public CloneLab Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    /// <summary>Shows a commit, or the work tree where null.</summary>
    public async Task<CloneLab> Show(string? commit)
    {
        await Clone.ShowAsync(Trees.Whole(commit), TestContext.Current.CancellationToken);
        return this;
    }

    /// <summary>Runs git in the clone, as a test would.</summary>
    public string Git(params string[] arguments) => TestRepository.GitIn(Clone.Root, arguments);

    /// <summary>The files that are there, without the clone's own repository.</summary>
    public string[] Files() =>
    [
        .. Directory.EnumerateFiles(Clone.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Clone.Root, file))
            .Where(file => !file.StartsWith(".git" + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    public void Dispose()
    {
        Trees.Dispose();
        opened.Dispose();
        var after = RepositoryState.Of(root);
        foreach (var each in new DirectoryInfo(folder).EnumerateDirectories("*", SearchOption.AllDirectories).Where(each => each.LinkTarget is null).ToList())
            if (!OperatingSystem.IsWindows()) each.UnixFileMode |= UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.Delete(folder, recursive: true);
        Assert.Equal(before, after);
    }
}
