namespace Assay.Core.Evidence;

/// <summary>What is to be released: evidence that a criterion binds to a release must have been made with it.</summary>
/// <param name="Name">File name, or the digest where only that was given.</param>
/// <param name="Digest"><c>sha256:…</c> of the file; of a folder, over all its files.</param>
public sealed record Artifact(string Name, string Digest);
