using System.Buffers;
using System.Text;
using Assay.Core.Errors;
using Assay.Git.Objects;
using Assay.Git.Trees;
using Microsoft.Win32.SafeHandles;

namespace Assay.Git.WorkTrees;

/// <summary>What lies at a path of the work tree.</summary>
/// <param name="Mode">Git's mode for it.</param>
/// <param name="Size">Bytes; 0 for a folder.</param>
/// <param name="LinkTarget">Where a link leads, as it is written in it.</param>
internal sealed record DiskFile(string FullPath, string Mode, long Size, string? LinkTarget)
{
    /// <summary>Larger files are hashed from a stream, and stand in an uncommitted tree by their digest.</summary>
    public const long LargeSize = 64 << 20;

    public bool IsLarge => Size > LargeSize;

    /// <summary>The id that git would give it as it is, and with LF line ends where these differ.</summary>
    public (string Raw, string? WithLf) Ids(ObjectFormat format)
    {
        if (LinkTarget is not null)
            return (format.IdOf(Encoding.UTF8.GetBytes(LinkTarget)), null);
        if (IsLarge)
            return Guarded(file => (format.IdOf(new FileStream(file, FileAccess.Read, 1), Size), (string?)null));
        var buffer = ArrayPool<byte>.Shared.Rent((int)Size * 2 + 1);
        try
        {
            var length = Guarded(file => Fill(file, buffer.AsSpan(0, (int)Size)));
            var content = buffer.AsSpan(0, length);
            var raw = format.IdOf(content);
            if (!LineEndings.IsTextWithCrLf(content))
                return (raw, null);
            var target = buffer.AsSpan(length);
            return (raw, format.IdOf(target[..LineEndings.ToLf(content, target)]));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The bytes as they are.</summary>
    public byte[] Content()
    {
        if (LinkTarget is not null)
            return Encoding.UTF8.GetBytes(LinkTarget);
        var content = new byte[Size];
        return content[..Guarded(file => Fill(file, content))];
    }

    private static int Fill(SafeFileHandle file, Span<byte> target)
    {
        var length = 0;
        for (int read; length < target.Length && (read = RandomAccess.Read(file, target[length..], length)) > 0;)
            length += read;
        return length;
    }

    /// <summary>A pipe or device has no size and would block when opened, so what has no size is not opened.</summary>
    private T Guarded<T>(Func<SafeFileHandle, T> read) where T : struct
    {
        if (Size == 0)
            return default;
        try
        {
            using var file = File.OpenHandle(FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AssayException(new AssayError(GitErrors.HiddenFromGit,
                $"{FullPath} cannot be read: {e.Message}", FullPath, NextStep: "Make the file readable, and leave it alone while it is judged."));
        }
    }

    public bool IsRegular => FileModes.IsRegular(Mode);
}
