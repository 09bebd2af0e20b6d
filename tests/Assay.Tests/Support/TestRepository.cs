using System.Diagnostics;
using System.Security.Cryptography;

namespace Assay.Tests.Support;

/// <summary>A real git repository in a temporary folder, on the branch <c>main</c>, without a commit; removed when disposed.</summary>
public sealed class TestRepository : IDisposable
{
    public const string Author = "author@example.com";

    private readonly string folder;

    private TestRepository(string folder, string name) => (this.folder, Root) = (folder, Path.Combine(folder, name));

    /// <summary>Absolute path of the work tree.</summary>
    public string Root { get; }

    public static TestRepository Create(string name = "repository", params string[] initOptions)
    {
        var repository = Empty(name);
        Directory.CreateDirectory(repository.Root);
        repository.Git(["init", "-q", "-b", "main", .. initOptions]);
        return repository;
    }

    /// <summary>A clone of this repository, as it would come over the network.</summary>
    public TestRepository Clone(params string[] options)
    {
        var clone = Empty("clone");
        Run(clone.folder, ["clone", "-q", .. options, new Uri(Root).AbsoluteUri, clone.Root]);
        return clone;
    }

    public string FullPath(string path) => Path.Combine(Root, path);

    public TestRepository Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public TestRepository Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllBytes(FullPath(path), content);
        return this;
    }

    public TestRepository Delete(string path)
    {
        File.Delete(FullPath(path));
        return this;
    }

    /// <summary>Commits everything that is there and not ignored; returns the commit's id.</summary>
    public string Commit(string message)
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    /// <summary>Makes the last commit again, as committed by somebody else.</summary>
    public void Recommit(string committer) =>
        Git("-c", "core.hooksPath=", "update-ref", "HEAD", WithCommitter(committer));

    private string WithCommitter(string email)
    {
        var lines = Git("cat-file", "commit", "HEAD").Split('\n');
        for (var line = 0; line < lines.Length && lines[line].Length > 0; line++)
        {
            if (lines[line].StartsWith("committer ", StringComparison.Ordinal)) lines[line] = $"committer Other <{email}>{lines[line][lines[line].LastIndexOf('>')..][1..]}";
        }
        var file = Path.Combine(folder, "commit");
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        return Git("hash-object", "-t", "commit", "-w", file);
    }

    /// <summary>Starts a branch here and switches to it.</summary>
    public TestRepository Branch(string name)
    {
        Git("switch", "-q", "-c", name);
        return this;
    }

    /// <summary>Runs git here; returns what it printed, without the last line end.</summary>
    public string Git(params string[] arguments) => Run(Root, arguments);

    /// <summary>Runs git in a folder, without configuration of the user; returns what it printed, without the last line end.</summary>
    public static string GitIn(string folder, params string[] arguments) => Run(folder, arguments);

    /// <summary>A digest over the name and content of every file in <c>.git</c>.</summary>
    public string Fingerprint()
    {
        var files = Directory.EnumerateFileSystemEntries(FullPath(".git"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return string.Join('\n', files.Select(file =>
            Directory.Exists(file) ? $"{file}/" : $"{file} {File.GetLastWriteTimeUtc(file):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static TestRepository Empty(string name) => new(Directory.CreateTempSubdirectory("assay-test-").FullName, name);

    private static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        foreach (var role in (string[])["AUTHOR", "COMMITTER"])
        {
            start.Environment[$"GIT_{role}_NAME"] = "Author";
            start.Environment[$"GIT_{role}_EMAIL"] = Author;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd('\n', '\r')
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
    }
}
