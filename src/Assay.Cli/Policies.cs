using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Rules;
using Assay.Core.Standards;
using Assay.Git;
using Assay.Git.Remotes;

namespace Assay.Cli;

/// <summary>Reads the rules: the standard and assay.yaml, at head and at base.</summary>
internal static class Policies
{
    public const string DefaultStandard = "production";

    private const string FileName = "assay.yaml";

    /// <summary>Begins to read the default standard, so that it is there when git has answered; whoever asks for it gets it, or the error of reading it.</summary>
    public static void PrepareDefault() => _ = Task.Run(() => BuiltInStandards.Load(DefaultStandard));

    /// <summary>The rules at head, and those at base by which the change must hold too. Without a base, or without rules in it, the defaults stand there.</summary>
    /// <param name="asked">
    /// Standard that the caller named. One that lies outside of the repository holds on both sides; one that is part of what is judged holds as it
    /// was at base too, and where the change brings it, the usual one holds there.
    /// </param>
    /// <param name="pinned">Fetches standards of other repositories.</param>
    public static (Policy Head, Policy Base) Load(GitRepository repository, ChangeSelection selection, string? asked, PinnedStandards pinned)
    {
        var scope = repository.Scope;
        var head = Read(selection.Head, scope, asked is null ? null : Standard(asked, pinned), pinned);
        if (selection.Base is null) return (head, head);
        var path = asked is null || PinnedStandard.IsMeant(asked) || BuiltInStandards.Load(asked) is not null ? null : Path.GetRelativePath(repository.Root, Path.GetFullPath(asked)).Replace('\\', '/');
        var atBase = path is null ? null : repository.ReadAt(selection.Change.Base!, path);
        var isNew = path is not null && atBase is null && selection.Head.Read(path) is not null;
        try
        {
            var named = asked is null || isNew ? null : atBase is null ? Standard(asked, pinned) : Parse(Encoding.UTF8.GetString(atBase), asked);
            return (head, Read(selection.Base, scope, named, pinned));
        }
        // A standard that could not be fetched now bound those before: nobody is judged without it because the network is down.
        catch (AssayException failure) when (failure.Errors.All(error => error.Kind != StandardErrors.StandardUnreachable))
        {
            var gone = failure.Errors.FirstOrDefault(error => error.Kind == StandardErrors.StandardNotThere || error.Kind == StandardErrors.StandardDigestDiffers);
            // Rules that were unreadable at base bound nobody; the defaults, which are the strictest, stand for them.
            var usual = Policy.Of(Standard(asked is null || isNew || atBase is not null ? DefaultStandard : asked, pinned), Core.Configurations.Configuration.Default);
            return (head, gone is null ? usual : usual with { Unread = $"the standard at base cannot be had any more, and {DefaultStandard} stands for it: {gone.What}" });
        }
    }

    /// <summary>A standard to read, not to judge by: it goes without its digest, because loading the library that makes it takes as long as all the rest.</summary>
    public static Standard ToExplain(string nameOrFile, PinnedStandards pinned) =>
        BuiltInStandards.Find(nameOrFile) is { } text ? StandardLoader.Load(text, nameOrFile, digest: "") : Standard(nameOrFile, pinned);

    /// <summary>A standard by built-in name, by file, or pinned in a repository.</summary>
    /// <exception cref="AssayException">It is none of them, cannot be had, or has mistakes.</exception>
    public static Standard Standard(string nameOrFile, PinnedStandards pinned)
    {
        if (BuiltInStandards.Load(nameOrFile) is { } standard) return standard;
        if (PinnedStandard.IsMeant(nameOrFile)) return Pinned(nameOrFile, pinned);
        if (!File.Exists(nameOrFile)) throw NotFound(nameOrFile);
        return Parse(File.ReadAllText(nameOrFile), nameOrFile);
    }

    /// <summary>The standard that stands where the caller names none; null where it cannot be had.</summary>
    public static Standard? Usual(GitRepository repository, ChangeSelection selection, PinnedStandards pinned)
    {
        try
        {
            return Read(selection.Base ?? selection.Head, repository.Scope, null, pinned).Standard;
        }
        catch (AssayException)
        {
            return null;
        }
    }

    /// <summary>Both sides as they would be with another standard, and what of assay.yaml at head does not fit it.</summary>
    public static (Policy Head, Policy Base, ImmutableArray<string> Misfits) Switched(Policy head, Policy atBase, Standard standard)
    {
        var (fitting, misfits) = ConfigurationLoader.Fit(head.Configuration, standard);
        return (Policy.Of(standard, fitting), Policy.Of(standard, ConfigurationLoader.Fit(atBase.Configuration, standard).Fitting), misfits);
    }

    private static Policy Read(IFileTree tree, string scope, Standard? named, PinnedStandards pinned)
    {
        var configuration = Configuration(tree, scope);
        var standard = named is not null ? named : configuration.Standard is not { } name ? Standard(DefaultStandard, pinned) : InTree(tree, configuration, name, pinned);
        ConfigurationLoader.CheckBounds(configuration, standard);
        return Policy.Of(standard, configuration);
    }

    /// <summary>The nearest assay.yaml from the judged path upward.</summary>
    private static Configuration Configuration(IFileTree tree, string scope)
    {
        for (var folder = scope; ; folder = folder[..folder.LastIndexOf('/')])
        {
            var path = folder.Length == 0 ? FileName : $"{folder}/{FileName}";
            if (tree.Read(path) is { } bytes) return ConfigurationLoader.Load(Encoding.UTF8.GetString(bytes), path);
            if (folder.Length == 0) return Core.Configurations.Configuration.Default;
            if (!folder.Contains('/', StringComparison.Ordinal)) folder = "/";
        }
    }

    private static Standard InTree(IFileTree tree, Configuration configuration, string name, PinnedStandards pinned)
    {
        if (BuiltInStandards.Load(name) is { } standard) return standard;
        if (PinnedStandard.IsMeant(name)) return Pinned(name, pinned);
        var folder = Path.GetDirectoryName(configuration.Path)!.Replace('\\', '/');
        var path = folder.Length == 0 ? name : $"{folder}/{name}";
        return tree.Read(path) is { } bytes ? Parse(Encoding.UTF8.GetString(bytes), path) : throw NotFound(path);
    }

    private static Standard Pinned(string text, PinnedStandards pinned)
    {
        var (reference, mistake) = PinnedStandard.Read(text);
        if (reference is null) throw new AssayException(new AssayError(StandardErrors.StandardReferenceInvalid, $"{text}: {mistake}."));
        return StandardLoader.Load(Encoding.UTF8.GetString(pinned.Read(reference)), reference.Name, reference.Digest);
    }

    private static Standard Parse(string text, string name) =>
        StandardLoader.Load(text, name, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    private static AssayException NotFound(string name) => new(new AssayError(StandardErrors.StandardNotFound, $"There is no standard {name}.", name));
}
