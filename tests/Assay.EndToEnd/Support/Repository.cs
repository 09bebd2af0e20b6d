using System.Diagnostics;

namespace Assay.EndToEnd.Support;

/// <summary>A real git repository in a folder of its own, removed at the end.</summary>
internal sealed class Repository : IDisposable
{
    private Repository(string root) => Root = root;

    public string Root { get; }

    /// <summary>An empty repository on branch main.</summary>
    public static Repository Create()
    {
        var repository = new Repository(Directory.CreateTempSubdirectory("assay-e2e-").FullName);
        repository.Git("init", "-q", "-b", "main");
        repository.Git("config", "user.name", "developer");
        repository.Git("config", "user.email", "developer@example.org");
        return repository;
    }

    /// <summary>The sample as a repository of its own, one commit on main.</summary>
    public static Repository OfSample()
    {
        var repository = Create();
        var sample = Path.Combine(AssayProcess.RepositoryRoot, "samples", "payments");
        foreach (var file in repository.Lines(sample, "ls-files", "--cached", "--others", "--exclude-standard"))
        {
            if (!File.Exists(Path.Combine(sample, file))) continue;
            var target = Path.Combine(repository.Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(sample, file), target);
        }
        repository.Commit("the sample");
        return repository;
    }

    public string FullPath(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        var full = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Edits a file; the text to replace must be there.</summary>
    public void Replace(string path, string old, string replacement)
    {
        var text = File.ReadAllText(FullPath(path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(FullPath(path), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Commit(string message)
    {
        Git("add", "-A");
        Git("commit", "-q", "-m", message);
    }

    public string Git(params string[] arguments) => RunGit(Root, arguments);

    public AssayRun Assay(params string[] arguments) => AssayProcess.Run(Root, arguments);

    public void Dispose() => Delete(Root);

    /// <summary>Removes a repository, whose objects git writes without permission to write.</summary>
    public static void Delete(string root)
    {
        foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(root, recursive: true);
    }

    private string[] Lines(string folder, params string[] arguments) => RunGit(folder, arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs git in a folder.</summary>
    public static string RunGit(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
    }
}
