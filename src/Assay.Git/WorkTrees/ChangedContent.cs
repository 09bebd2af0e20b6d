using Assay.Core.Changes;
using Assay.Git.Objects;
using Assay.Git.Trees;

namespace Assay.Git.WorkTrees;

/// <summary>Stores the content of changed files as git would.</summary>
internal sealed class ChangedContent(ObjectFormat format, BlobReader blobs, ScratchObjects scratch)
{
    /// <summary>The file as it now is; null where it is gone.</summary>
    public TreeFile? Keep(WorkTreeFile change)
    {
        if (change.SubmoduleHead is not null)
            return new(change.Path, FileModes.Submodule, change.SubmoduleHead);
        if (change.Now is not { } now)
            return null;
        var content = AsStored(change.Committed, now);
        var id = format.IdOf(content);
        scratch.Write(id, content);
        return new(change.Path, now.Mode, id);
    }

    /// <summary>
    /// Text keeps the line ends that its committed content has; a new file is stored as it is. What git-lfs held before stays a pointer,
    /// and so does what is too large to be compared line by line.
    /// </summary>
    private byte[] AsStored(TreeFile? committed, DiskFile now)
    {
        if (now.IsLarge)
            return LfsPointer.For(now.FullPath);
        var content = now.Content();
        if (!now.IsRegular || committed is null || !FileModes.IsRegular(committed.Mode))
            return content;
        var before = blobs.Read(committed.Id);
        if (LfsPointer.IsPointer(before))
            return LfsPointer.IsPointer(content) ? content : LfsPointer.For(now.FullPath);
        return LineEndings.IsTextWithCrLf(content) && before.AsSpan().IndexOf("\r\n"u8) < 0 ? LineEndings.ToLf(content) : content;
    }
}
