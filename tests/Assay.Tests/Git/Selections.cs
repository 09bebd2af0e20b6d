using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Git;
using Assay.Tests.Support;

namespace Assay.Tests.Git;

/// <summary>Short words for what most tests of this folder do.</summary>
internal static class Selections
{
    public static GitRepository Open(this TestRepository repository, string scope = "") => GitRepository.Open(Path.Combine(repository.Root, scope));

    public static Change Change(this TestRepository repository, string? from = null, string? to = null, string scope = "")
    {
        using var opened = repository.Open(scope);
        return ChangeReader.Select(opened, new(from, to)).Change;
    }

    public static ErrorKind Refusal(Action action) => Assert.Single(Assert.Throws<AssayException>(action).Errors).Kind;

    public static string[] Paths(this Change change) => [.. change.Files.Select(file => file.Path)];

    /// <summary><c>-removed</c> and <c>+added</c> lines of a file.</summary>
    public static string[] Lines(this Change change, string path) =>
        [.. change.Files.Single(file => file.Path == path).Hunks.SelectMany(hunk => hunk.Removed.Select(line => "-" + line).Concat(hunk.Added.Select(line => "+" + line)))];
}
