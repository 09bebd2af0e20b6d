using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assay.Core.Errors;
using Assay.Git.Processes;

namespace Assay.Git.Objects;

/// <summary>
/// Reads contents through one long-lived <c>git cat-file --batch</c>, started with the first one. See git-cat-file(1), "Batch output". Small ones are kept, up to
/// a bound: the same content is asked for from several sides, and each answer costs a turn of two processes.
/// </summary>
internal sealed class BlobReader(GitRunner git) : IDisposable
{
    private const string Command = "cat-file --batch";
    private readonly Lock turn = new();
    private Process? process;
    private BufferedStream? answers;
    private bool disposed;

    private const int MostBytesOfOne = 256 * 1024;
    private const long MostBytesKept = 64L << 20;
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private long bytesKept;

    /// <summary>So many ids fit into any pipe, so that git can be asked for all before the first answer is read.</summary>
    public const int MostAtOnce = 256;

    /// <summary>The content of the object with this id.</summary>
    public byte[] Read(string id) => Read([id])[0];

    /// <summary>The contents of the objects with these ids, at most <see cref="MostAtOnce"/>.</summary>
    public byte[][] Read(string[] ids)
    {
        if (ids.Length == 0) return [];
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            string[] asked = [.. ids.Where(id => !kept.ContainsKey(id)).Distinct()];
            var read = asked.Zip(Ask(asked)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            byte[][] contents = [.. ids.Select(id => read.GetValueOrDefault(id) ?? kept[id])];
            foreach (var (id, content) in read.Where(pair => pair.Value.Length <= MostBytesOfOne && bytesKept + pair.Value.Length <= MostBytesKept))
            {
                kept.Add(id, content);
                bytesKept += content.Length;
            }
            return contents;
        }
    }

    private byte[][] Ask(string[] ids)
    {
        if (ids.Length == 0) return [];
        if (process is null)
        {
            process = git.Start("cat-file", "--batch");
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            answers = new BufferedStream(process.StandardOutput.BaseStream, 1 << 16);
        }

        try
        {
            process.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"));
            process.StandardInput.BaseStream.Flush();
            return [.. ids.Select(id => ReadAnswer(id, answers!))];
        }
        catch (IOException e)
        {
            throw GitOutput.Failed(Command, $"ended while {ids[0]} was read: {e.Message}");
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            disposed = true;
            if (process is null)
                return;
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            process = null;
        }
    }

    private static byte[] ReadAnswer(string id, Stream from)
    {
        var header = ReadLine(from);
        var parts = header.Split(' ');
        if (parts.Length != 3 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            throw NotThere(id, header);
        if (size > Array.MaxLength)
            throw new AssayException(new AssayError(GitErrors.GitFailed, $"The object {id} has {size} bytes, which is more than can be read.", NextStep: "Keep files of this size out of the repository."));
        var content = new byte[size];
        from.ReadExactly(content);
        return from.ReadByte() == '\n' ? content : throw GitOutput.Failed(Command, $"gave a malformed answer for {id}");
    }

    private static AssayException NotThere(string id, string header) => new(new AssayError(
        GitErrors.GitFailed, $"git has no content for the object {id} ({header}); the repository is incomplete.", NextStep: "Run: git fsck"));

    private static string ReadLine(Stream from)
    {
        var line = new StringBuilder();
        for (int next; (next = from.ReadByte()) != '\n';)
        {
            if (next < 0)
                throw new EndOfStreamException("no answer");
            line.Append((char)next);
        }

        return line.ToString();
    }
}
